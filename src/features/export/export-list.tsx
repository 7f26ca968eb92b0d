/** 我的导出: how far each file is, and its download. */
import { useState } from 'react';

import type { ExportView } from '@contract/export.contract';

import { Answer, CardSkeleton } from '@/lib/answer';
import type { Message } from '@/lib/message-kit';
import { messageOf } from '@/lib/messages.zh-CN';
import { MoreButton } from '@/lib/more-button';
import { usePages } from '@/lib/use-pages';
import { useCommand, useProcedure } from '@/lib/use-procedure';
import { openFile } from '@/platform/open-file';
import { Button } from '@/ui/button';
import { Card, Paragraph, Section, Tag } from '@/ui/layout';
import { Text, View } from '@/ui/primitives';
import { Notice } from '@/ui/states';

import { fileNameOf, isBeingMade, progressOf, stateText } from './export-words';

/** A file of a county takes some seconds. */
const REFRESH_MS = 2_000;

const TAGS = {
  queued: { text: '排队中', tone: 'amber' },
  reading: { text: '制作中', tone: 'amber' },
  settling: { text: '制作中', tone: 'amber' },
  writing: { text: '制作中', tone: 'amber' },
  ready: { text: '已做好', tone: 'green' },
  failed: { text: '没有做成', tone: 'red' },
  expired: { text: '已过期', tone: 'plain' },
} as const;

/** The answer of the list until this file is being made, then its own, every two seconds. */
function useLive(listed: ExportView): ExportView {
  const [isFollowed] = useState(isBeingMade(listed));
  const [isDone, setDone] = useState(false);
  const live = useProcedure(
    'export.getExport',
    { exportId: listed.exportId },
    { enabled: isFollowed, ...(isFollowed && !isDone ? { refreshEveryMs: REFRESH_MS } : {}) },
  );
  const view = live.data ?? listed;
  if (isFollowed && !isDone && !isBeingMade(view)) setDone(true);
  return isFollowed ? view : listed;
}

function Download({ view }: { view: ExportView }) {
  // A fresh address each time: those of the cloud last a few hours.
  const command = useCommand('export.getExport');
  const [problem, setProblem] = useState<Message | null>(null);
  const download = async (): Promise<void> => {
    setProblem(null);
    try {
      const { fileUrl } = await command.run({ exportId: view.exportId });
      const isOpen = fileUrl !== null && fileUrl !== '' && (await openFile(fileUrl, fileNameOf(view)));
      if (!isOpen) setProblem({ title: '文件没有打开', nextStep: '请再点一次；文件还在，没有丢失。' });
    } catch (error) {
      setProblem(messageOf(error));
    }
  };
  return (
    <View className="export-download">
      <Button
        kind="secondary"
        isLoading={command.isRunning}
        label={`下载${fileNameOf(view)}`}
        onPress={() => void download()}
      >
        下载
      </Button>
      {problem === null ? null : (
        <Notice tone="error" title={problem.title}>
          {problem.nextStep}
        </Notice>
      )}
    </View>
  );
}

function ExportCard({ listed }: { listed: ExportView }) {
  const view = useLive(listed);
  const tag = TAGS[view.state];
  return (
    <Card>
      <View className="export-card">
        <View className="export-card__head">
          <Text className="export-card__title">{view.divisionName}</Text>
          <Tag tone={tag.tone}>{tag.text}</Tag>
        </View>
        <Text className="export-card__period">{`${view.fromDay} 至 ${view.toDay}`}</Text>
        {isBeingMade(view) ? (
          <View className="export-progress" decorative>
            <View className="export-progress__bar" style={{ width: `${String(progressOf(view) * 100)}%` }} />
          </View>
        ) : null}
        <View className="export-card__state" role="status" live="polite">
          {stateText(view)}
        </View>
        {view.state === 'ready' ? <Download view={view} /> : null}
      </View>
    </Card>
  );
}

export function ExportList() {
  const pages = usePages('export.listExports', '', (cursor) => ({ cursor }));
  return (
    <Section title="我的导出">
      <Answer of={pages} skeleton={<CardSkeleton lines={3} />}>
        {(all) => {
          const views = all.flatMap((page) => page.exports);
          if (views.length === 0)
            return (
              <Paragraph isSoft>还没有导出过。选好区划和期间，点“导出 Excel”，做好后会出现在这里。</Paragraph>
            );
          return (
            <View className="export-list">
              {views.map((view) => (
                <ExportCard key={view.exportId} listed={view} />
              ))}
            </View>
          );
        }}
      </Answer>
      <MoreButton of={pages} />
    </Section>
  );
}

/** 全县站点海报: one file for all stations of a county, made step by step (PO3). */
import { useState } from 'react';

import type { CountyPosters } from '@contract/poster.contract';

import { Answer, CardSkeleton } from '@/lib/answer';
import { formatCount } from '@/lib/format';
import { messageOf } from '@/lib/messages.zh-CN';
import { newRequestId } from '@/lib/request-id';
import { SAVE_WORDS } from '@/lib/save-words';
import { useCommand, useProcedure } from '@/lib/use-procedure';
import { showToast } from '@/platform/feedback';
import { openDocument } from '@/platform/save-file';
import { Button } from '@/ui/button';
import { Card, Paragraph, Section } from '@/ui/layout';
import { View } from '@/ui/primitives';
import { Notice } from '@/ui/states';

import { FIRST_LOOK, PosterLookFields, type PosterLook } from './poster-look';
import './poster.scss';

/** Twenty stations take some seconds. */
const REFRESH_MS = 2_000;

export function CountyPostersPanel({ countyCode }: { countyCode: string }) {
  const [look, setLook] = useState<PosterLook>(FIRST_LOOK);
  return (
    <>
      <Section title="选版式">
        <Card>
          <PosterLookFields look={look} onChange={setLook} />
        </Card>
      </Section>
      <CountyFile key={JSON.stringify(look)} asked={{ countyCode, ...look }} />
    </>
  );
}

type Asked = PosterLook & { readonly countyCode: string };

function CountyFile({ asked }: { asked: Asked }) {
  const [isMaking, setMaking] = useState(false);
  const file = useProcedure('poster.getCounty', asked, isMaking ? { refreshEveryMs: REFRESH_MS } : {});
  const [requestId, setRequestId] = useState(newRequestId);
  const command = useCommand('poster.requestCounty', { invalidates: ['poster.getCounty'] });
  const isOpen = file.data?.posters?.state === 'making';
  if (file.data !== undefined && isMaking !== isOpen) setMaking(isOpen);
  const problem = command.error === null ? null : messageOf(command.error);
  const make = async (): Promise<void> => {
    try {
      await command.run({ requestId, ...asked });
      setRequestId(newRequestId());
    } catch {
      // `problem` says it.
    }
  };
  return (
    <Section title="文件">
      <Answer of={file} skeleton={<CardSkeleton lines={3} />}>
        {({ posters }) => (
          <Card>
            {problem === null ? null : (
              <Notice tone="error" title={problem.title}>
                {problem.nextStep}
              </Notice>
            )}
            <FileState posters={posters} />
            {isOpen ? null : (
              <Button
                kind={posters?.state === 'ready' ? 'secondary' : 'primary'}
                isLoading={command.isRunning}
                onPress={() => void make()}
              >
                {posters === null ? '做全县的海报' : '按现在的站点重做'}
              </Button>
            )}
          </Card>
        )}
      </Answer>
    </Section>
  );
}

function FileState({ posters }: { posters: CountyPosters | null }) {
  if (posters === null)
    return <Paragraph>一站一页，按乡镇、村（社区）的次序排成一个 PDF，拿去一次打印。</Paragraph>;
  const { state, doneCount, totalCount, fileUrl, fileName } = posters;
  if (state === 'failed')
    return (
      <Notice tone="error" title="没有做成">
        请再做一次；还是不成，请联系系统管理员。
      </Notice>
    );
  if (state === 'making' || fileUrl === null) return <Progress done={doneCount} total={totalCount} />;
  const save = async (): Promise<void> => showToast(SAVE_WORDS[await openDocument(fileUrl, fileName)]);
  return (
    <>
      <View role="status" live="polite">{`已做好：${formatCount(doneCount)} 个站点`}</View>
      <Button icon="picture" onPress={() => void save()}>
        下载 PDF
      </Button>
    </>
  );
}

function Progress({ done, total }: { done: number; total: number }) {
  const width = `${String(Math.round((done / Math.max(1, total)) * 95))}%`;
  return (
    <>
      <View className="poster-progress" decorative>
        <View className="poster-progress__bar" style={{ width }} />
      </View>
      <View role="status" live="polite">
        {done < total
          ? `正在排版：${formatCount(done)} / ${formatCount(total)} 个站点`
          : '正在写成文件，离开这里也会做完'}
      </View>
    </>
  );
}

/**
 * 导入: a roster or service records: a file is chosen and sent, and the imports of the division with how far
 * each is.
 */
import { useState } from 'react';

import type { ImportView } from '@contract/import.contract';

import { COLUMNS_OF, type ImportKind } from '@domain/import/columns';
import { COLUMN_WORDS } from '@domain/import/fault-words';
import { Answer, CardSkeleton } from '@/lib/answer';
import { MoreButton } from '@/lib/more-button';
import { openRoute } from '@/lib/open-route';
import { importRoute } from '@/lib/routes';
import { importDivisionOf, useMe } from '@/lib/use-me';
import { usePages } from '@/lib/use-pages';
import { useWideWindow } from '@/platform/wide-window';
import { Button } from '@/ui/button';
import { Segmented } from '@/ui/choice';
import { Card, Paragraph, Section, Tag } from '@/ui/layout';
import { List, ListRow } from '@/ui/list';
import { View } from '@/ui/primitives';
import { EmptyState, Notice } from '@/ui/states';
import { Table, type TableColumn } from '@/ui/table';

import { originText, STATE_TAGS, stateText } from './import-words';
import './imports.scss';
import { ProgressBar } from './progress-bar';
import { useUpload } from './use-upload';

export function ImportsPanel() {
  const me = useMe();
  return (
    <Answer of={me} skeleton={<CardSkeleton lines={6} />}>
      {(data) => {
        const divisionCode = importDivisionOf(data);
        if (divisionCode === null)
          return <EmptyState title="您不能导入" text="只有县、市级办公室可以为自己的辖区导入。" />;
        return (
          <>
            <Upload divisionCode={divisionCode} />
            <Imports />
          </>
        );
      }}
    </Answer>
  );
}

const KINDS = [
  { value: 'roster', text: '花名册' },
  { value: 'records', text: '服务记录' },
] as const;
const NEEDS: Readonly<Record<ImportKind, string>> = {
  roster: '必须有姓名和证件号码；有手机号的人打开向锋就能认领自己的记录。身份证号和手机号加密保存。',
  records:
    '必须有姓名、日期、活动名称，时长或起止时间，以及身份证号、志愿者编号或手机号。只写给本辖区已经登记的人，请先导入花名册。',
};

function Upload({ divisionCode }: { divisionCode: string }) {
  const upload = useUpload();
  const [rowKind, setRowKind] = useState<ImportKind>('roster');
  const { progress, problem, isPaused } = upload;
  const follow = async (sent: Promise<string | null>): Promise<void> => {
    const importId = await sent;
    if (importId !== null) openRoute(importRoute(importId));
  };
  return (
    <Section title="传一份新的文件">
      <Card>
        <View className="imports-form">
          <Segmented label="文件里是什么" value={rowKind} options={KINDS} onChange={setRowKind} />
          <Paragraph>
            从其他系统导出的表格，Excel（.xlsx）或 CSV，最多 100,000 行。先读取、再核对，您确认以后才写入。
          </Paragraph>
          <Paragraph isSoft isSmall>
            {`读这些列：${COLUMNS_OF[rowKind].map((column) => COLUMN_WORDS[column]).join('、')}；其他列不读。`}
          </Paragraph>
          <Paragraph isSoft isSmall>
            {NEEDS[rowKind]}
          </Paragraph>
          {isPaused ? (
            <Button isLoading={progress !== null} onPress={() => void follow(upload.goOn())}>
              接着上传
            </Button>
          ) : null}
          <Button
            kind={isPaused ? 'secondary' : 'primary'}
            isLoading={progress !== null}
            onPress={() => void follow(upload.start(divisionCode, rowKind))}
          >
            选择文件
          </Button>
          {progress === null ? null : (
            <View role="status" live="polite">
              {`正在上传：${String(Math.floor(progress * 100))}%，请不要离开这一页`}
              <ProgressBar share={progress} />
            </View>
          )}
          {problem === null ? null : (
            <Notice tone="error" title={problem.title}>
              {problem.nextStep}
            </Notice>
          )}
        </View>
      </Card>
    </Section>
  );
}

function Imports() {
  const pages = usePages('import.listImports', '', (cursor) => ({ cursor }));
  return (
    <Section title="本辖区的导入">
      <Answer of={pages} skeleton={<CardSkeleton lines={3} />}>
        {(all) => {
          const views = all.flatMap((page) => page.imports);
          if (views.length === 0) return <Paragraph isSoft>还没有导入过。</Paragraph>;
          return <ImportRows views={views} onMore={pages.hasMore ? pages.loadMore : undefined} />;
        }}
      </Answer>
      <MoreButton of={pages} />
    </Section>
  );
}

const COLUMNS: readonly TableColumn<ImportView>[] = [
  { head: '文件', cell: ({ fileName }) => fileName },
  { head: '到哪一步', cell: stateText },
  { head: '谁导入的', cell: originText },
  { head: '状态', cell: (view) => <ImportTag view={view} />, isTight: true },
];

function ImportTag({ view: { state } }: { view: ImportView }) {
  return <Tag tone={STATE_TAGS[state].tone}>{STATE_TAGS[state].text}</Tag>;
}

interface ImportRowsProps {
  readonly views: readonly ImportView[];
  readonly onMore: (() => void) | undefined;
}
function ImportRows({ views, onMore }: ImportRowsProps) {
  const row = (view: ImportView) => <ImportRow key={view.importId} view={view} />;
  if (!useWideWindow()) return <List>{views.map(row)}</List>;
  return (
    <Table
      label="本辖区的导入"
      rows={views}
      columns={COLUMNS}
      keyOf={({ importId }) => importId}
      nameOf={({ fileName }) => fileName}
      card={row}
      onOpen={({ importId }) => openRoute(importRoute(importId))}
      onMore={onMore}
    />
  );
}

function ImportRow({ view }: { view: ImportView }) {
  const { importId, fileName } = view;
  return (
    <ListRow
      title={fileName}
      detail={[stateText(view), originText(view)]}
      value={<ImportTag view={view} />}
      onPress={() => {
        openRoute(importRoute(importId));
      }}
    />
  );
}

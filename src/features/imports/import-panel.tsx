/** One import: whatever it waits for is what the screen shows. */
import { useState } from 'react';

import type { ImportDetail } from '@contract/import.contract';

import { Answer, CardSkeleton } from '@/lib/answer';
import { formatCount, formatDay } from '@/lib/format';
import { mayImport, useMe } from '@/lib/use-me';
import { useProcedure } from '@/lib/use-procedure';
import { Card, Paragraph, Section, Tag } from '@/ui/layout';
import { List, ListRow } from '@/ui/list';
import { Text, View } from '@/ui/primitives';
import { Notice } from '@/ui/states';

import { ColumnsCard } from './columns-card';
import { CancelButton, ConfirmButton, UndoButton } from './import-deeds';
import { FaultList } from './fault-list';
import { RecordPreview } from './record-preview';
import { WrittenRecords } from './written-records';
import { FAILURES, isWorkedOn, originText, progressOf, STATE_TAGS, stateText } from './import-words';
import './imports.scss';
import { ProgressBar } from './progress-bar';

const REFRESH_MS = 2_000;

export function ImportPanel({ importId }: { importId: string }) {
  const [isWatched, setWatched] = useState(true);
  const answer = useProcedure(
    'import.getImport',
    { importId },
    isWatched ? { refreshEveryMs: REFRESH_MS } : {},
  );
  const isBusy = answer.data === undefined || isWorkedOn(answer.data);
  if (isBusy !== isWatched) setWatched(isBusy);
  return (
    <Answer of={answer} skeleton={<CardSkeleton lines={8} />}>
      {(view) => (
        <>
          <Head view={view} />
          <Step view={view} />
        </>
      )}
    </Answer>
  );
}

function Head({ view }: { view: ImportDetail }) {
  const { fileName, state, sheetName, otherSheetCount, undoReason } = view;
  const tag = STATE_TAGS[state];
  const share = progressOf(view);
  return (
    <Card>
      <View className="imports-form">
        <View className="imports-head">
          <Text className="imports-head__title">{fileName}</Text>
          <Tag tone={tag.tone}>{tag.text}</Tag>
        </View>
        <Text className="imports-soft">{originText(view)}</Text>
        {otherSheetCount === 0 ? null : (
          <Text className="imports-soft">
            {`只读第一张工作表“${sheetName}”，另外 ${String(otherSheetCount)} 张没有读取。`}
          </Text>
        )}
        <View role="status" live="polite">
          {stateText(view)}
        </View>
        {isWorkedOn(view) && share !== null ? <ProgressBar share={share} /> : null}
        {undoReason === null ? null : <Text className="imports-soft">{`撤回原因：${undoReason}`}</Text>}
      </View>
    </Card>
  );
}

function Step({ view }: { view: ImportDetail }) {
  const { state, isMine } = view;
  if (state === 'failed' && view.failure !== null) {
    const { title, nextStep } = FAILURES[view.failure];
    return (
      <Notice tone="error" title={title}>
        {nextStep}
      </Notice>
    );
  }
  if (!isMine && (state === 'columns' || state === 'preview'))
    return <Paragraph isSoft>由上传的人继续办理。</Paragraph>;
  switch (state) {
    case 'columns':
      return <ColumnsCard key={view.importId} view={view} />;
    case 'preview':
      return <Preview view={view} />;
    case 'imported':
    case 'undone':
      return <Result view={view} />;
    case 'uploading':
      return isMine ? <CancelButton view={view} /> : null;
    default:
      return null;
  }
}

function Preview({ view }: { view: ImportDetail }) {
  const [isChoosing, setChoosing] = useState(false);
  if (isChoosing) return <ColumnsCard view={view} />;
  return (
    <>
      <CountList view={view} />
      <ConfirmButton
        view={view}
        onColumns={() => {
          setChoosing(true);
        }}
      />
      <PeopleList view={view} />
      <RecordPreview view={view} />
      <FaultList view={view} />
    </>
  );
}

/** The first who are new, as they would be registered: whether every column was read as what it is. */
function PeopleList({ view }: { view: ImportDetail }) {
  if (view.people.length === 0) return null;
  return (
    <Section title={`将这样登记（前 ${String(view.people.length)} 人）`}>
      <List>
        {view.people.map(({ row, name, maskedPhone, divisionName, registeredDay }) => (
          <ListRow
            key={row}
            title={`第 ${String(row)} 行 ${name}`}
            detail={[
              divisionName,
              `注册日期 ${formatDay(registeredDay)}`,
              maskedPhone === '' ? '没有手机号，补上以后本人才能认领' : maskedPhone,
            ]}
          />
        ))}
      </List>
    </Section>
  );
}

/** Between the preview and the writing something else was registered or credited. */
function ChangedNotice({ view: { counts, addedCount } }: { view: ImportDetail }) {
  const count = formatCount(counts.newCount - addedCount);
  return <Paragraph isSoft>{`核对以后情况有变，${count} 行没有写入；再导入一次可以看到原因。`}</Paragraph>;
}

/** Rows with faults are shown to who imports, until the import is undone. */
function refusedText({ counts, faults }: ImportDetail): string {
  if (counts.refusedCount === 0) return '没有错误';
  return faults.length === 0 ? '有错或重复' : '有错或重复，原因在下面和错误清单里';
}

function CountList({ view }: { view: ImportDetail }) {
  const { newCount, knownCount, completedCount, refusedCount } = view.counts;
  const isRoster = view.rowKind === 'roster';
  const rows = [
    isRoster
      ? { title: '新登记', detail: '还没有登记过的人', count: newCount }
      : { title: '新记录', detail: '还没有的服务记录', count: newCount },
    ...(isRoster
      ? [{ title: '补上手机号', detail: '已登记、没有手机号、还没有认领的人', count: completedCount }]
      : []),
    { title: isRoster ? '已登记' : '已经有的', detail: '不会改动', count: knownCount },
    { title: '不导入', detail: refusedText(view), count: refusedCount },
  ];
  return (
    <Section title="核对结果">
      <List>
        {rows.map(({ title, detail, count }) => (
          <ListRow key={title} title={title} detail={detail} value={`${formatCount(count)} 行`} />
        ))}
      </List>
    </Section>
  );
}

function Result({ view }: { view: ImportDetail }) {
  const { state, keptUntil } = view;
  // An auditor reads all and changes nothing.
  const mayUndo = mayImport(useMe().data) && state === 'imported' && keptUntil !== null;
  return (
    <>
      <CountList view={view} />
      {view.addedCount < view.counts.newCount && state === 'imported' ? <ChangedNotice view={view} /> : null}
      {mayUndo ? <UndoButton view={view} /> : null}
      {view.rowKind === 'records' && keptUntil !== null ? <WrittenRecords view={view} /> : null}
      <FaultList view={view} />
    </>
  );
}

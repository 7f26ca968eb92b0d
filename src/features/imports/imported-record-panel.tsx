/** 一条导入的记录: whose list says it; and 不是我做的, which takes it back at once (IM15). */
import { useState } from 'react';

import { REASON_MAXIMUM } from '@contract/crediting.contract';
import type { OutputOf } from '@contract/procedures';
import { Answer, CardSkeleton } from '@/lib/answer';
import { CommandDialog } from '@/lib/command-dialog';
import { formatClock, formatDay, formatInstant, formatMinutes } from '@/lib/format';
import { STATE_WORDS } from '@/lib/presence-words';
import { newRequestId } from '@/lib/request-id';
import { serverNow } from '@/lib/server-clock';
import { useCommand, useProcedure } from '@/lib/use-procedure';
import { Button } from '@/ui/button';
import { TextAreaField } from '@/ui/field';
import { Card, Paragraph, Section, Tag } from '@/ui/layout';
import { List, ListRow } from '@/ui/list';
import { Notice } from '@/ui/states';

export function ImportedRecordPanel({ shiftId }: { shiftId: string }) {
  const answer = useProcedure('import.getImportedRecord', { shiftId });
  return (
    <Answer of={answer} skeleton={<CardSkeleton lines={6} />}>
      {(view) => <ImportedRecord shiftId={shiftId} view={view} />}
    </Answer>
  );
}

interface ImportedRecordProps {
  readonly shiftId: string;
  readonly view: OutputOf<'import.getImportedRecord'>;
}

function ImportedRecord({ shiftId, view }: ImportedRecordProps) {
  const { record, statedMinutes, officeName, importedAt } = view;
  const { imported, title, startsAt, endsAt, state, creditedMinutes } = record;
  const [isAsked, setAsked] = useState(false);
  if (imported === undefined) return null;
  const { text, tone } = STATE_WORDS[state];
  const { day, isTimed } = imported;
  const times = isTimed ? ` ${formatClock(startsAt)}–${formatClock(endsAt)}` : '';
  const rows = [
    ['日期', `${formatDay(day)}${times}`],
    ['组织', imported.organisation],
    ['名单上的时长', formatMinutes(statedMinutes)],
    ['计入的时长', formatMinutes(state === 'voided' ? 0 : creditedMinutes)],
    ['由谁导入', `${officeName}，${formatInstant(importedAt, serverNow())}`],
  ] as const;
  return (
    <>
      <Section title={title}>
        <Card>
          <Tag tone={tone}>{text}</Tag>
          <List>
            {rows.map(([label, value]) => (
              <ListRow key={label} title={label} value={value} />
            ))}
          </List>
          <Paragraph isSoft>
            这条记录来自其他系统的名单，不是在这里签到的；同一天的时间只计一次，一天最多 24 小时。
          </Paragraph>
        </Card>
      </Section>
      {state === 'voided' ? (
        <Notice tone="info" title="这条记录不再计入">
          经过和理由在“我的服务记录”里。确是您做的，请联系导入的办公室。
        </Notice>
      ) : (
        <Button
          kind="secondary"
          onPress={() => {
            setAsked(true);
          }}
        >
          这不是我做的
        </Button>
      )}
      {isAsked ? (
        <Objection
          shiftId={shiftId}
          onClose={() => {
            setAsked(false);
          }}
        />
      ) : null}
    </>
  );
}

function Objection({ shiftId, onClose }: { shiftId: string; onClose: () => void }) {
  const [requestId] = useState(newRequestId);
  const [reason, setReason] = useState('');
  const [isShort, setShort] = useState(false);
  const objecting = useCommand('import.objectToRecord', {
    invalidates: ['import.getImportedRecord', 'attendance.listMyRecords', 'volunteer.getMe'],
  });
  const run = (): Promise<unknown> => {
    const isGiven = reason.trim().length >= 2;
    setShort(!isGiven);
    return isGiven
      ? objecting.run({ requestId, shiftId, reason })
      : Promise.reject(new Error('words are needed'));
  };
  return (
    <CommandDialog
      title="这不是您做的？"
      verb="作废这条记录"
      keep="先不作废"
      done="已作废，不再计入"
      command={objecting}
      run={run}
      onClose={onClose}
    >
      <Paragraph>记录会立刻作废，不再计入您的时长，也不会再导入。时长写错的，请联系导入的办公室。</Paragraph>
      <TextAreaField
        label="说明"
        hint="导入的办公室会看到。"
        value={reason}
        maxLength={REASON_MAXIMUM}
        error={isShort ? '请写至少两个字。' : undefined}
        onChange={setReason}
      />
    </CommandDialog>
  );
}

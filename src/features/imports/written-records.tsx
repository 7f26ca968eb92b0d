/** 写入的记录: what an import wrote, page by page; an office may take back a single one, with a reason. */
import { useState } from 'react';

import type { ImportDetail } from '@contract/import.contract';
import type { ImportedRow } from '@contract/imported-record.contract';
import { REASON_MAXIMUM } from '@contract/crediting.contract';
import { Answer, CardSkeleton } from '@/lib/answer';
import { CommandDialog } from '@/lib/command-dialog';
import { formatDay, formatMinutes } from '@/lib/format';
import { MoreButton } from '@/lib/more-button';
import { STATE_WORDS } from '@/lib/presence-words';
import { newRequestId } from '@/lib/request-id';
import { mayImport, useMe } from '@/lib/use-me';
import { usePages } from '@/lib/use-pages';
import { useCommand } from '@/lib/use-procedure';
import { TextAreaField } from '@/ui/field';
import { Paragraph, Section, Tag } from '@/ui/layout';
import { List, ListRow } from '@/ui/list';

export function WrittenRecords({ view: { importId } }: { view: ImportDetail }) {
  const mayVoid = mayImport(useMe().data);
  const [chosen, setChosen] = useState<ImportedRow | null>(null);
  const pages = usePages('import.listImportedRecords', importId, (cursor) => ({ importId, cursor }));
  return (
    <Section title="写入的记录">
      <Answer of={pages} skeleton={<CardSkeleton lines={3} />}>
        {(found) => (
          <List>
            {found
              .flatMap(({ records }) => records)
              .map((row) => (
                <ListRow
                  key={row.attendanceId}
                  title={`${row.maskedName}：${row.title}`}
                  detail={[`${formatDay(row.day)} · ${row.organisation}`]}
                  value={
                    row.state === 'voided' ? (
                      <Tag tone={STATE_WORDS.voided.tone}>{STATE_WORDS.voided.text}</Tag>
                    ) : (
                      formatMinutes(row.creditedMinutes)
                    )
                  }
                  {...(mayVoid && row.state !== 'voided'
                    ? {
                        onPress: () => {
                          setChosen(row);
                        },
                      }
                    : {})}
                />
              ))}
          </List>
        )}
      </Answer>
      <MoreButton of={pages} />
      {chosen === null ? null : (
        <VoidOne
          row={chosen}
          onClose={() => {
            setChosen(null);
          }}
        />
      )}
    </Section>
  );
}

function VoidOne({ row, onClose }: { row: ImportedRow; onClose: () => void }) {
  const [requestId] = useState(newRequestId);
  const [reason, setReason] = useState('');
  const voiding = useCommand('attendance.voidRecord', { invalidates: ['import.listImportedRecords'] });
  const { attendanceId, maskedName, title, creditedMinutes } = row;
  return (
    <CommandDialog
      title="作废这条记录？"
      verb="作废"
      keep="先不作废"
      done="已作废"
      command={voiding}
      run={() => voiding.run({ requestId, attendanceId, reason })}
      onClose={onClose}
    >
      <Paragraph>{`${maskedName}，${title}，少计 ${formatMinutes(creditedMinutes)}。`}</Paragraph>
      <TextAreaField
        label="理由"
        hint="志愿者会看到这条理由。作废后不能恢复，也不会再导入。"
        value={reason}
        maxLength={REASON_MAXIMUM}
        onChange={setReason}
      />
    </CommandDialog>
  );
}

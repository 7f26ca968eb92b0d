/** 作废 (AT8): what it would do is said before it is done; it cannot be undone. */
import { useState } from 'react';

import { REASON_MAXIMUM } from '@contract/crediting.contract';
import type { OutputOf } from '@contract/procedures';
import { Answer } from '@/lib/answer';
import { CommandDialog } from '@/lib/command-dialog';
import { formatCount, formatMinutes } from '@/lib/format';
import { newRequestId } from '@/lib/request-id';
import { useCommand, useProcedure } from '@/lib/use-procedure';
import { TextAreaField } from '@/ui/field';
import { Paragraph } from '@/ui/layout';
import { Skeleton } from '@/ui/states';

interface VoidDialogProps {
  readonly attendanceId: string;
  readonly onClose: () => void;
}

export function VoidDialog({ attendanceId, onClose }: VoidDialogProps) {
  const [requestId] = useState(newRequestId);
  const [reason, setReason] = useState('');
  const preview = useProcedure('attendance.getVoidPreview', { attendanceId });
  const voiding = useCommand('attendance.voidRecord', {
    invalidates: ['attendance.getClosing', 'attendance.listShiftPeople', 'attendance.listClosingReviews'],
  });
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
      <Answer of={preview} skeleton={<Skeleton lines={2} />}>
        {(effect) => (
          <>
            <Paragraph>{`${effect.maskedName}，${effect.title}`}</Paragraph>
            {effectTexts(effect).map((text) => (
              <Paragraph key={text}>{text}</Paragraph>
            ))}
          </>
        )}
      </Answer>
      <TextAreaField
        label="理由"
        hint="志愿者会看到这条理由。作废后不能恢复。"
        value={reason}
        maxLength={REASON_MAXIMUM}
        onChange={setReason}
      />
    </CommandDialog>
  );
}

function effectTexts(effect: OutputOf<'attendance.getVoidPreview'>): string[] {
  const { countedMinutes, regainedMinutes, regainingCount, freesSeat } = effect;
  return [
    countedMinutes === 0 ? '这条记录现在没有计入时长。' : `少计 ${formatMinutes(countedMinutes)}。`,
    ...(regainingCount === 0
      ? []
      : [`同一天的另外 ${formatCount(regainingCount)} 条记录因此多计 ${formatMinutes(regainedMinutes)}。`]),
    ...(freesSeat ? ['空出一个名额。'] : []),
  ];
}

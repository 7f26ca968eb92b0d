import { useState } from 'react';

import { REASON_MAXIMUM } from '@contract/crediting.contract';
import type { OutputOf } from '@contract/procedures';
import { SHORTEST_REASON } from '@domain/attendance/decide-approval';
import { CLAIM_WORDS } from '@/lib/claim-words';
import { instantOfClock } from '@/lib/clock-time';
import { formatClock } from '@/lib/format';
import { messageOf, messageOfCode } from '@/lib/messages.zh-CN';
import { newRequestId } from '@/lib/request-id';
import { useCommand } from '@/lib/use-procedure';
import { showToast } from '@/platform/feedback';
import { Button } from '@/ui/button';
import { SelectField, TextAreaField, TimeField } from '@/ui/field';
import { Card, Section } from '@/ui/layout';
import { Notice } from '@/ui/states';

import { CHANGED_BY_CLAIM } from './changed-by-claim';

type MyClaim = OutputOf<'attendance.getMyClaim'>;
type Kind = MyClaim['kinds'][number];

interface ClaimFormProps {
  readonly attendance: MyClaim['attendance'];
  readonly kinds: readonly Kind[];
}

const clockOf = (instant: number | null): string => (instant === null ? '' : formatClock(instant));

function useClaimForm({ attendance, kinds }: ClaimFormProps) {
  const [requestId] = useState(newRequestId);
  const [kind, setKind] = useState<Kind>(kinds[0] ?? 'notMine');
  const [arrived, setArrived] = useState(clockOf(attendance.checkedInAt));
  const [left, setLeft] = useState(clockOf(attendance.checkedOutAt));
  const [statement, setStatement] = useState('');
  const [hasTried, setTried] = useState(false);
  const command = useCommand('attendance.makeClaim', { invalidates: CHANGED_BY_CLAIM });
  const hasTimes = kind !== 'notMine';
  // A time that is as it is recorded is not claimed: seconds are kept.
  const claimed = (text: string, recorded: number | null): number | null =>
    !hasTimes || text === clockOf(recorded) ? null : instantOfClock(text, attendance);
  const arrivedAt = kind === 'times' ? claimed(arrived, attendance.checkedInAt) : null;
  const leftAt = claimed(left, attendance.checkedOutAt);
  const isShort = statement.trim().length < SHORTEST_REASON;
  const isTimeless = hasTimes && arrivedAt === null && leftAt === null;
  const submit = async (): Promise<void> => {
    setTried(true);
    if (isShort || isTimeless) return;
    const { shiftId } = attendance;
    try {
      await command.run({ requestId, shiftId, kind, arrivedAt, leftAt, statement });
      showToast('已送到组织者');
    } catch {
      // The form shows `command.error`.
    }
  };
  return {
    ...{ kind, setKind, arrived, setArrived, left, setLeft, statement, setStatement },
    ...{ hasTimes, submit, isRunning: command.isRunning, error: command.error },
    timeError: hasTried && isTimeless ? '请填实际的时间。' : undefined,
    statementError: hasTried && isShort ? messageOfCode('claim.statementMissing').nextStep : undefined,
  };
}

export function ClaimForm(props: ClaimFormProps) {
  const form = useClaimForm(props);
  const options = props.kinds.map((value) => ({ value, text: CLAIM_WORDS[value] }));
  return (
    <Section title="申请更正">
      <Card>
        <SelectField
          label="哪里不对"
          value={form.kind}
          options={options}
          onChange={(value) => {
            const chosen = props.kinds.find((one) => one === value);
            if (chosen !== undefined) form.setKind(chosen);
          }}
        />
        {form.kind === 'times' ? (
          <TimeField label="实际到场" value={form.arrived} onChange={form.setArrived} />
        ) : null}
        {form.hasTimes ? (
          <TimeField label="实际离开" value={form.left} error={form.timeError} onChange={form.setLeft} />
        ) : null}
        <TextAreaField
          label="说明"
          placeholder="例如：手机没电，和王队长打过招呼才走"
          hint="组织者会看到。"
          value={form.statement}
          maxLength={REASON_MAXIMUM}
          error={form.statementError}
          onChange={form.setStatement}
        />
        {form.error === null ? null : (
          <Notice tone="error" title={messageOf(form.error).title}>
            {messageOf(form.error).nextStep}
          </Notice>
        )}
        <Button onPress={() => void form.submit()} isLoading={form.isRunning}>
          提交申请
        </Button>
      </Card>
    </Section>
  );
}

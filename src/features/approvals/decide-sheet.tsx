import { useState } from 'react';

import { REASON_MAXIMUM, type ApprovalView } from '@contract/crediting.contract';
import { SHORTEST_REASON } from '@domain/attendance/decide-approval';
import { formatMinutes } from '@/lib/format';
import { messageOf, messageOfCode } from '@/lib/messages.zh-CN';
import { newRequestId } from '@/lib/request-id';
import { useCommand } from '@/lib/use-procedure';
import { showToast } from '@/platform/feedback';
import { Button } from '@/ui/button';
import { TextAreaField, TextField } from '@/ui/field';
import { Paragraph } from '@/ui/layout';
import { Dialog } from '@/ui/sheet';
import { Notice } from '@/ui/states';

export type Deed = 'approve' | 'reduce' | 'void';

const WORDS: Readonly<
  Record<Deed, { readonly title: string; readonly verb: string; readonly done: string }>
> = {
  approve: { title: '照实通过？', verb: '通过', done: '已通过' },
  reduce: { title: '减少后通过', verb: '减少并通过', done: '已减少并通过' },
  void: { title: '作废这条记录？', verb: '作废', done: '已作废' },
};

interface DecideSheetProps {
  readonly approval: ApprovalView;
  readonly deed: Deed;
  readonly onClose: () => void;
}

/** What is wrong with what was typed, by the rules the server decides by. */
function problemsOf(deed: Deed, minutes: string, reason: string, maximum: number) {
  if (deed === 'approve') return {};
  const isNumber = /^\d{1,4}$/.test(minutes.trim()) && Number(minutes) <= maximum;
  return {
    ...(deed === 'reduce' && !isNumber
      ? { minutes: messageOfCode('record.minutesInvalid', { maximum }).nextStep }
      : {}),
    ...(reason.trim().length < SHORTEST_REASON
      ? { reason: messageOfCode('record.reasonMissing').nextStep }
      : {}),
  };
}

function useDeed({ approval, deed, onClose }: DecideSheetProps) {
  const [requestId] = useState(newRequestId);
  const invalidates = ['attendance.listApprovals'] as const;
  const decide = useCommand('attendance.decideApproval', { invalidates });
  const voiding = useCommand('attendance.voidRecord', { invalidates });
  const { attendanceId } = approval;
  const run = async (minutes: string, reason: string): Promise<void> => {
    try {
      if (deed === 'void') await voiding.run({ requestId, attendanceId, reason });
      else {
        const reducedTo = deed === 'reduce' ? Number(minutes) : null;
        await decide.run({ requestId, attendanceId, minutes: reducedTo, reason });
      }
      showToast(WORDS[deed].done);
      onClose();
    } catch {
      // The dialogue shows the error.
    }
  };
  return {
    run,
    isRunning: decide.isRunning || voiding.isRunning,
    error: decide.error ?? voiding.error,
  };
}

export function DecideSheet(props: DecideSheetProps) {
  const { approval, deed, onClose } = props;
  const [minutes, setMinutes] = useState(String(approval.minutes));
  const [reason, setReason] = useState('');
  const [hasTried, setTried] = useState(false);
  const doing = useDeed(props);
  const problems = problemsOf(deed, minutes, reason, approval.minutes);
  const submit = (): void => {
    setTried(true);
    if (Object.keys(problems).length === 0) void doing.run(minutes, reason);
  };
  const { title, verb } = WORDS[deed];
  return (
    <Dialog
      isOpen
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button onPress={submit} isLoading={doing.isRunning}>
            {verb}
          </Button>
          <Button kind="secondary" onPress={onClose}>
            先不办
          </Button>
        </>
      }
    >
      <Paragraph>{`${approval.maskedName}，${approval.title}，${formatMinutes(approval.minutes)}`}</Paragraph>
      {deed === 'reduce' ? (
        <TextField
          label="核实后的分钟数"
          kind="digits"
          value={minutes}
          maxLength={4}
          error={hasTried ? problems.minutes : undefined}
          onChange={setMinutes}
        />
      ) : null}
      {deed === 'approve' ? null : (
        <TextAreaField
          label="理由"
          hint="志愿者会看到这条理由。"
          value={reason}
          maxLength={REASON_MAXIMUM}
          error={hasTried ? problems.reason : undefined}
          onChange={setReason}
        />
      )}
      {doing.error === null ? null : (
        <Notice tone="error" title={messageOf(doing.error).title}>
          {messageOf(doing.error).nextStep}
        </Notice>
      )}
    </Dialog>
  );
}

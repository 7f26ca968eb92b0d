import { useState } from 'react';

import type { AskedClaim } from '@contract/claim.contract';
import { REASON_MAXIMUM } from '@contract/crediting.contract';
import { timesText } from '@/lib/claim-words';
import { instantOfClock } from '@/lib/clock-time';
import { CommandDialog } from '@/lib/command-dialog';
import { formatClock } from '@/lib/format';
import { newRequestId } from '@/lib/request-id';
import { useCommand } from '@/lib/use-procedure';
import { TextAreaField, TimeField } from '@/ui/field';
import { Paragraph } from '@/ui/layout';

export type Verdict = 'accept' | 'reduce' | 'refuse';

const WORDS: Readonly<
  Record<Verdict, { readonly title: string; readonly verb: string; readonly done: string }>
> = {
  accept: { title: '照申请同意？', verb: '同意', done: '已同意' },
  reduce: { title: '少于申请的时间', verb: '按这个时间更正', done: '已更正' },
  refuse: { title: '不同意这项申请？', verb: '不同意', done: '已答复' },
};

interface AnswerDialogProps {
  readonly claim: AskedClaim;
  readonly verdict: Verdict;
  readonly onClose: () => void;
}

export function AnswerDialog({ claim, verdict, onClose }: AnswerDialogProps) {
  const { attendanceId, maskedName, title } = claim;
  const [requestId] = useState(newRequestId);
  const from = claim.arrivedAt ?? claim.checkedInAt;
  const to = claim.leftAt ?? claim.checkedOutAt;
  const [arrived, setArrived] = useState(from === null ? '' : formatClock(from));
  const [left, setLeft] = useState(to === null ? '' : formatClock(to));
  const [reason, setReason] = useState('');
  const answer = useCommand('attendance.answerClaim', { invalidates: ['attendance.listClaims'] });
  // A clock that was not touched is the instant that was asked for, seconds and all.
  const changed = (text: string, asked: number | null): number | null =>
    verdict !== 'reduce' || (asked !== null && text === formatClock(asked))
      ? null
      : instantOfClock(text, claim);
  const run = () =>
    answer.run({
      requestId,
      attendanceId,
      verdict: verdict === 'refuse' ? 'refuse' : 'accept',
      arrivedAt: changed(arrived, from),
      leftAt: changed(left, to),
      reason,
    });
  return (
    <CommandDialog {...WORDS[verdict]} keep="先不答复" command={answer} run={run} onClose={onClose}>
      <Paragraph>
        {[maskedName, title, timesText(claim)].filter((text) => text !== null).join('，')}
      </Paragraph>
      {verdict === 'accept' ? <Paragraph isSoft>更正的记录算组织者证明的服务。</Paragraph> : null}
      {verdict === 'reduce' ? (
        <>
          <TimeField label="核实的到场" value={arrived} onChange={setArrived} />
          <TimeField label="核实的离开" value={left} onChange={setLeft} />
        </>
      ) : null}
      <TextAreaField
        label="理由"
        hint="志愿者会看到。"
        isOptional={verdict === 'accept'}
        value={reason}
        maxLength={REASON_MAXIMUM}
        onChange={setReason}
      />
    </CommandDialog>
  );
}

/** 复核 (AT6.4): the records are right, or the count was; single records are voided in the list. */
import { useState } from 'react';

import type { ClosingView } from '@contract/closing.contract';
import { REASON_MAXIMUM } from '@contract/crediting.contract';
import { SHORTEST_REASON } from '@domain/attendance/decide-approval';
import { messageOf, messageOfCode } from '@/lib/messages.zh-CN';
import { newRequestId } from '@/lib/request-id';
import { useCommand } from '@/lib/use-procedure';
import { showToast } from '@/platform/feedback';
import { Button } from '@/ui/button';
import { Segmented } from '@/ui/choice';
import { TextAreaField, TextField } from '@/ui/field';
import { Card, Paragraph, Section } from '@/ui/layout';
import { Notice } from '@/ui/states';

import { headCountOf } from './head-count-of';

const CHOICES = [
  { value: 'accept', text: '记录属实' },
  { value: 'headCount', text: '更正人数' },
] as const;
type Choice = (typeof CHOICES)[number]['value'];

const EXPLANATIONS: Readonly<Record<Choice, string>> = {
  accept: '名单上的人都到过：按记录认定人数，时长计入。',
  headCount: '当时点错了：填核实后的人数。与记录对得上，时长计入；对不上，继续复核。',
};

export function DecideForm({ closing }: { closing: ClosingView }) {
  const { shiftId, recordedCount, mayVoid } = closing;
  const [requestId, setRequestId] = useState(newRequestId);
  const [choice, setChoice] = useState<Choice>('accept');
  const [typed, setTyped] = useState('');
  const [reason, setReason] = useState('');
  const [hasTried, setTried] = useState(false);
  const decide = useCommand('attendance.decideClosingReview', {
    invalidates: ['attendance.getClosing', 'attendance.listClosingReviews', 'attendance.listShiftPeople'],
  });
  const headCount = headCountOf(typed);
  const isShort = reason.trim().length < SHORTEST_REASON;
  const submit = async (): Promise<void> => {
    setTried(true);
    if (isShort || (choice === 'headCount' && headCount === null)) return;
    const made =
      choice === 'headCount' && headCount !== null
        ? { kind: 'headCount' as const, headCount }
        : { kind: 'accept' as const };
    try {
      await decide.run({ requestId, shiftId, recordedCount, choice: made, reason });
      showToast('已复核');
      setRequestId(newRequestId());
    } catch {
      // The form shows `decide.error`.
    }
  };
  return (
    <Section title="复核">
      <Card>
        <Paragraph>{`不该有的记录，${mayVoid ? '在名单里' : '请县级办公室'}作废。`}</Paragraph>
        <Segmented label="怎么认定" value={choice} options={CHOICES} onChange={setChoice} />
        <Paragraph isSoft>{EXPLANATIONS[choice]}</Paragraph>
        {choice === 'headCount' ? (
          <TextField
            label="核实后的人数"
            kind="digits"
            value={typed}
            maxLength={4}
            error={hasTried && headCount === null ? '请填核实后的人数。' : undefined}
            onChange={setTyped}
          />
        ) : null}
        <TextAreaField
          label="理由"
          placeholder="例如：3 人提前离开，点人数时不在"
          value={reason}
          maxLength={REASON_MAXIMUM}
          error={hasTried && isShort ? messageOfCode('record.reasonMissing').nextStep : undefined}
          onChange={setReason}
        />
        {decide.error === null ? null : (
          <Notice tone="error" title={messageOf(decide.error).title}>
            {messageOf(decide.error).nextStep}
          </Notice>
        )}
        <Button onPress={() => void submit()} isLoading={decide.isRunning}>
          提交复核
        </Button>
      </Card>
    </Section>
  );
}

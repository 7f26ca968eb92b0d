/** 录入补录 for one shift (AT10): who, when, why, with what to show for it. */
import { useState } from 'react';

import type { OutputOf } from '@contract/procedures';
import { SUPPLEMENT_TEXT_MAXIMUM } from '@contract/supplement-fields';
import { Answer, CardSkeleton } from '@/lib/answer';
import { formatClock, formatInstant, formatPeriod } from '@/lib/format';
import { messageOf, messageOfCode } from '@/lib/messages.zh-CN';
import { openRoute } from '@/lib/open-route';
import { newRequestId } from '@/lib/request-id';
import { supplementsRoute } from '@/lib/routes';
import { useNow } from '@/lib/use-now';
import { useCommand, useProcedure } from '@/lib/use-procedure';
import { Button } from '@/ui/button';
import { SelectField, TextAreaField, TimeField } from '@/ui/field';
import { Card, Grid, Paragraph, Section } from '@/ui/layout';
import { Heading } from '@/ui/primitives';
import { EmptyState, Notice } from '@/ui/states';

import { instantOf, isReason, problemsOf, type EntryDraft } from './entry-draft';
import { EvidenceField } from './evidence-field';
import { PersonField } from './person-field';
import { QuotaCard } from './quota-card';
import { REASON_OPTIONS } from './supplement-words';
import { useEvidence } from './use-evidence';

type Desk = OutputOf<'supplement.getDesk'>;

export function EnterPanel({ shiftId }: { shiftId: string }) {
  const desk = useProcedure('supplement.getDesk', { shiftId });
  const now = useNow(60_000);
  return (
    <Answer of={desk} skeleton={<CardSkeleton lines={6} />}>
      {(data) => (
        <>
          <Card>
            <Heading level={2} className="xf-section__title">
              {data.title}
            </Heading>
            <Paragraph
              isSoft
            >{`${formatPeriod(data.startsAt, data.endsAt, now)}，${data.placeName}`}</Paragraph>
            <Paragraph isSoft>{`补录到 ${formatInstant(data.closesAt, now)} 为止`}</Paragraph>
          </Card>
          <QuotaCard quota={data.quota} />
          <Closed desk={data} now={now} />
          {isOpen(data, now) ? <EntryForm shiftId={shiftId} desk={data} /> : null}
          <Button kind="secondary" onPress={() => openRoute(supplementsRoute)}>
            看补录办理情况
          </Button>
        </>
      )}
    </Answer>
  );
}

function isOpen({ opensAt, closesAt, isTraining }: Desk, now: number): boolean {
  return !isTraining && now >= opensAt && now < closesAt;
}

function Closed({ desk, now }: { desk: Desk; now: number }) {
  if (isOpen(desk, now)) return null;
  const { title, nextStep } = desk.isTraining
    ? messageOfCode('supplement.training')
    : now < desk.opensAt
      ? messageOfCode('supplement.shiftNotOver', { opensAt: desk.opensAt, now })
      : messageOfCode('supplement.tooLate', { closesAt: desk.closesAt, now, days: '' });
  return <EmptyState icon="time" title={title} text={nextStep} />;
}

function blankDraft({ startsAt, endsAt }: Desk): EntryDraft {
  return {
    volunteerId: '',
    card: null,
    startTime: formatClock(startsAt),
    endTime: formatClock(endsAt),
    reason: '',
    reasonText: '',
  };
}

function useEntry(shiftId: string, desk: Desk) {
  const [draft, setDraft] = useState(() => blankDraft(desk));
  const [requestId, setRequestId] = useState(newRequestId);
  const [hasTried, setTried] = useState(false);
  const [isDone, setDone] = useState(false);
  const evidence = useEvidence(shiftId);
  const enter = useCommand('supplement.enter', {
    invalidates: ['supplement.getDesk', 'supplement.listToHandle'],
  });
  const problems = problemsOf(draft, desk.startsAt);
  const change = (part: Partial<EntryDraft>): void => {
    setDone(false);
    setDraft((before) => ({ ...before, ...part }));
  };
  const submit = async (): Promise<void> => {
    setTried(true);
    const { volunteerId, card, reason, reasonText } = draft;
    const checkInAt = instantOf(desk.startsAt, draft.startTime);
    const checkOutAt = instantOf(desk.startsAt, draft.endTime);
    if (Object.keys(problems).length > 0 || !isReason(reason)) return;
    if (checkInAt === null || checkOutAt === null) return;
    const evidenceIds = evidence.sent.map((one) => one.evidenceId);
    try {
      const typed = { shiftId, volunteerId, card, checkInAt, checkOutAt, reason, reasonText, evidenceIds };
      await enter.run({ requestId, ...typed });
      setDraft(blankDraft(desk));
      setRequestId(newRequestId());
      setTried(false);
      setDone(true);
      evidence.clear();
    } catch {
      // The form shows `enter.error`; the same request may be sent again.
    }
  };
  const shown: typeof problems = hasTried ? problems : {};
  return { draft, change, evidence, enter, isDone, submit, problems: shown };
}

function EntryForm({ shiftId, desk }: { shiftId: string; desk: Desk }) {
  const { draft, change, evidence, enter, isDone, submit, problems } = useEntry(shiftId, desk);
  return (
    <Section title="录入一条">
      <Card>
        <PersonField shiftId={shiftId} chosen={draft} error={problems.volunteerId} onChange={change} />
        <Grid minWidthPx={110}>
          <TimeField
            label="实际开始"
            value={draft.startTime}
            error={problems.startTime}
            onChange={(startTime) => change({ startTime })}
          />
          <TimeField
            label="实际结束"
            value={draft.endTime}
            error={problems.endTime}
            onChange={(endTime) => change({ endTime })}
          />
        </Grid>
        <Paragraph isSoft isSmall>
          这个人签过到的，开始时间以签到为准。
        </Paragraph>
        <SelectField
          label="原因"
          placeholder="请选择"
          value={draft.reason === '' ? undefined : draft.reason}
          options={REASON_OPTIONS}
          error={problems.reason}
          onChange={(reason) => change({ reason })}
        />
        <TextAreaField
          label="当时的情况"
          placeholder="例如：村里没有信号，三个人都没能签退"
          value={draft.reasonText}
          maxLength={SUPPLEMENT_TEXT_MAXIMUM}
          error={problems.reasonText}
          onChange={(reasonText) => change({ reasonText })}
        />
        <EvidenceField evidence={evidence} />
        {enter.error === null ? null : (
          <Notice tone="error" title={messageOf(enter.error).title}>
            {messageOf(enter.error).nextStep}
          </Notice>
        )}
        {isDone ? (
          <Notice tone="success" title="已录入，等别人核对">
            核对通过后，还要本人确认才计入时长。办理期间和确认后都在公示里。
          </Notice>
        ) : null}
        <Button size="large" isLoading={enter.isRunning} onPress={() => void submit()}>
          提交补录
        </Button>
      </Card>
    </Section>
  );
}

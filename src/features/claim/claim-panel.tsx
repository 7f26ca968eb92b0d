/** 申请更正 (AT7.2): what is wrong with an own record, what was asked before, and what was answered. */
import { useState } from 'react';

import type { ClaimView } from '@contract/claim.contract';
import type { OutputOf } from '@contract/procedures';
import { Answer, CardSkeleton } from '@/lib/answer';
import { CLAIM_WORDS, recordText, timesText } from '@/lib/claim-words';
import { CommandDialog } from '@/lib/command-dialog';
import { formatInstant, formatPeriod } from '@/lib/format';
import { openRoute } from '@/lib/open-route';
import { STATE_WORDS } from '@/lib/presence-words';
import { newRequestId } from '@/lib/request-id';
import { recordsRoute } from '@/lib/routes';
import { useNow } from '@/lib/use-now';
import { useCommand, useProcedure } from '@/lib/use-procedure';
import { Button } from '@/ui/button';
import { Card, Paragraph, Row, Section, Tag } from '@/ui/layout';
import { Heading } from '@/ui/primitives';
import { Notice } from '@/ui/states';

import { CHANGED_BY_CLAIM } from './changed-by-claim';
import { ClaimForm } from './claim-form';

type MyClaim = OutputOf<'attendance.getMyClaim'>;

export function ClaimPanel({ shiftId }: { shiftId: string }) {
  const answer = useProcedure('attendance.getMyClaim', { shiftId });
  const now = useNow(30_000);
  const wayOn = { text: '看我的服务记录', onPress: () => openRoute(recordsRoute) };
  return (
    <Answer of={answer} wayOn={wayOn} skeleton={<CardSkeleton lines={5} />}>
      {({ attendance, claim, kinds, claimableUntil }) => (
        <>
          <RecordCard attendance={attendance} now={now} />
          {claim === null ? null : <Claim shiftId={shiftId} claim={claim} now={now} />}
          {kinds.length === 0 ? null : (
            <>
              <Notice tone="info">
                {`${formatInstant(claimableUntil, now)} 前可以申请。组织者答复以前，这条记录不计入服务时长；更正的记录算组织者证明的服务。`}
              </Notice>
              <ClaimForm key={attendance.state} attendance={attendance} kinds={kinds} />
            </>
          )}
          {kinds.length === 0 && claim?.state !== 'waiting' ? (
            <Notice tone="info">这条记录现在不能申请更正；有疑问请联系组织者或县级办公室。</Notice>
          ) : null}
        </>
      )}
    </Answer>
  );
}

function RecordCard({ attendance, now }: { attendance: MyClaim['attendance']; now: number }) {
  const { title, startsAt, endsAt, placeName, state } = attendance;
  return (
    <Card>
      <Row isSpread>
        <Heading level={2}>{title}</Heading>
        <Tag tone={STATE_WORDS[state].tone}>{STATE_WORDS[state].text}</Tag>
      </Row>
      <Paragraph isSoft>{`${formatPeriod(startsAt, endsAt, now)}，${placeName}`}</Paragraph>
      <Paragraph>{recordText(attendance)}</Paragraph>
    </Card>
  );
}

function Claim({ shiftId, claim, now }: { shiftId: string; claim: ClaimView; now: number }) {
  const [isAsking, setAsking] = useState(false);
  const times = timesText(claim);
  return (
    <Section title={claim.state === 'waiting' ? '等待答复' : '上一次申请'}>
      <Card>
        <Paragraph>{`${CLAIM_WORDS[claim.kind]}${times === null ? '' : `，${times}`}`}</Paragraph>
        <Paragraph>{`您写的说明：${claim.statement}`}</Paragraph>
        <Paragraph isSoft>{`${formatInstant(claim.askedAt, now)} 申请`}</Paragraph>
        {claim.state === 'withdrawn' ? <Paragraph isSoft>已撤回，或已另有记录。</Paragraph> : null}
        {claim.answer === null ? null : <AnswerLines answer={claim.answer} now={now} />}
        {claim.state === 'waiting' ? (
          <Button kind="secondary" onPress={() => setAsking(true)}>
            撤回申请
          </Button>
        ) : null}
      </Card>
      {isAsking ? <WithdrawDialog shiftId={shiftId} onClose={() => setAsking(false)} /> : null}
    </Section>
  );
}

function AnswerLines({ answer, now }: { answer: NonNullable<ClaimView['answer']>; now: number }) {
  const times = timesText(answer);
  const verdict = answer.verdict === 'accept' ? '同意更正' : '没有同意';
  return (
    <>
      <Paragraph>{`答复：${verdict}${times === null ? '' : `，按 ${times} 计`}`}</Paragraph>
      {answer.reason === '' ? null : <Paragraph>{`理由：${answer.reason}`}</Paragraph>}
      <Paragraph isSoft>{`${formatInstant(answer.at, now)} 答复`}</Paragraph>
    </>
  );
}

function WithdrawDialog({ shiftId, onClose }: { shiftId: string; onClose: () => void }) {
  const [requestId] = useState(newRequestId);
  const withdraw = useCommand('attendance.withdrawClaim', { invalidates: CHANGED_BY_CLAIM });
  return (
    <CommandDialog
      title="撤回申请？"
      verb="撤回"
      keep="先不撤回"
      done="已撤回"
      command={withdraw}
      run={() => withdraw.run({ requestId, shiftId })}
      onClose={onClose}
    >
      <Paragraph>记录恢复到申请以前的样子；需要时还可以再申请。</Paragraph>
    </CommandDialog>
  );
}

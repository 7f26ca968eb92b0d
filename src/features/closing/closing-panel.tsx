/** 收队 (AT6.2–AT6.4): the records beside the head-count; then what became of it, and who decides. */
import type { ClosingView } from '@contract/closing.contract';
import { Answer, CardSkeleton } from '@/lib/answer';
import { DutyNotice } from '@/lib/duty-notice';
import { dutyText } from '@/lib/duty-words';
import { formatCount, formatInstant, formatPeriod } from '@/lib/format';
import { openRoute } from '@/lib/open-route';
import { assistRoute, ticksRoute } from '@/lib/routes';
import { useNow } from '@/lib/use-now';
import { useProcedure } from '@/lib/use-procedure';
import { Figure, Figures } from '@/ui/figure';
import { Card, Columns, Paragraph, Row, Section, Tag } from '@/ui/layout';
import { List, ListRow } from '@/ui/list';
import { Heading } from '@/ui/primitives';
import { Notice } from '@/ui/states';

import { differenceText, STATE_TAGS } from './closing-words';
import { DecideForm } from './decide-form';
import { HeadCountForm } from './head-count-form';
import { PeopleList } from './people-list';

export function ClosingPanel({ shiftId }: { shiftId: string }) {
  const answer = useProcedure('attendance.getClosing', { shiftId });
  const now = useNow(30_000);
  return (
    <Answer of={answer} skeleton={<CardSkeleton lines={6} />}>
      {({ closing }) => (
        <Columns
          main={
            <>
              <Facts closing={closing} now={now} />
              {closing.mayClose ? <Close closing={closing} now={now} /> : null}
              {closing.mayDecide ? (
                <DecideForm key={String(closing.recordedCount)} closing={closing} />
              ) : null}
              <Decisions closing={closing} now={now} />
            </>
          }
          aside={<PeopleList shiftId={shiftId} mayVoid={closing.mayVoid} />}
        />
      )}
    </Answer>
  );
}

function Facts({ closing, now }: { closing: ClosingView; now: number }) {
  const { state, recordedCount, presentCount, expiredCount, expectedCount, closedAt } = closing;
  return (
    <Card>
      <Row isSpread>
        <Heading level={2}>{closing.title}</Heading>
        {state === null ? null : <Tag tone={STATE_TAGS[state].tone}>{STATE_TAGS[state].text}</Tag>}
      </Row>
      <Paragraph isSoft>
        {`${formatPeriod(closing.startsAt, closing.endsAt, now)}，${closing.placeName}`}
      </Paragraph>
      <Figures>
        <Figure label="有记录" value={formatCount(recordedCount)} unit="人" />
        {presentCount === 0 ? null : <Figure label="还没签退" value={formatCount(presentCount)} unit="人" />}
        {expiredCount === 0 ? null : (
          <Figure label="超时未签退" value={formatCount(expiredCount)} unit="人" />
        )}
      </Figures>
      {closedAt === null ? null : (
        <Paragraph>
          {[
            `${formatInstant(closedAt, now)} ${closing.closedByName}收队`,
            `${differenceText(expectedCount, recordedCount)}。`,
          ].join('，')}
        </Paragraph>
      )}
      {state === 'review' ? (
        <Notice tone="warning" title="人数对不上，正在复核">
          {closing.isSettling
            ? '这个场次的时长正在逐条暂停计入，最多几分钟；复核通过后恢复。'
            : '这个场次的时长暂不计入；复核通过后恢复。'}
        </Notice>
      ) : null}
      {closing.onDuty.length === 0 ? (
        <Paragraph isSoft>没有组织者登记到岗。</Paragraph>
      ) : (
        closing.onDuty.map((duty) => (
          <Paragraph key={`${duty.name} ${String(duty.at)}`} isSoft>
            {`${duty.name}：${dutyText(duty, now)}`}
          </Paragraph>
        ))
      )}
    </Card>
  );
}

function Close({ closing, now }: { closing: ClosingView; now: number }) {
  const { shiftId, opensAt, closesAt } = closing;
  if (now < opensAt) {
    return <Notice tone="info">{`${formatInstant(opensAt, now)} 起可以收队。`}</Notice>;
  }
  if (now >= closesAt) {
    return <Notice tone="info">{`${formatInstant(closesAt, now)} 已截止收队；记录不变。`}</Notice>;
  }
  return (
    <>
      <DutyNotice shiftId={shiftId} />
      <HeadCountForm closing={closing} />
      <List>
        <ListRow
          icon="scan"
          title="少了人：协助签到"
          detail="没带手机的，收队前扫证或点人数补上"
          onPress={() => openRoute(assistRoute(shiftId))}
        />
        <ListRow
          icon="people"
          title="补传和离线点名"
          detail="没有网络时点到的，先传上来再收队"
          onPress={() => openRoute(ticksRoute(shiftId))}
        />
      </List>
    </>
  );
}

function Decisions({ closing: { decisions }, now }: { closing: ClosingView; now: number }) {
  if (decisions.length === 0) return null;
  return (
    <Section title="复核经过">
      <List>
        {[...decisions].reverse().map((decision) => (
          <ListRow
            key={String(decision.at)}
            title={
              decision.kind === 'accept'
                ? `认定记录属实：${formatCount(decision.expectedCount)} 人`
                : `人数更正为 ${formatCount(decision.expectedCount)} 人`
            }
            detail={[
              `${formatInstant(decision.at, now)}，${decision.byName}`,
              `当时记录 ${formatCount(decision.recordedCount)} 人`,
              `理由：${decision.reason}`,
            ]}
          />
        ))}
      </List>
    </Section>
  );
}

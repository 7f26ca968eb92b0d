/** 活动: what it is, its shifts with seats, and my state in each. */
import type { ActivityView, RiskView, ShiftView } from '@contract/activity.contract';
import type { AttendanceSummary } from '@contract/attendance-view';
import type { OutputOf } from '@contract/procedures';
import { Answer, CardSkeleton } from '@/lib/answer';
import { formatPeriod } from '@/lib/format';
import { openRoute } from '@/lib/open-route';
import { Pictures } from '@/lib/pictures';
import { STATE_WORDS } from '@/lib/presence-words';
import { ruleTexts } from '@/lib/rule-words';
import { activityRoute, homeRoute, projectRoute, shiftRoute } from '@/lib/routes';
import { SharePanel } from '@/lib/share-panel';
import { useNow } from '@/lib/use-now';
import { useProcedure } from '@/lib/use-procedure';
import { useShareLink } from '@/lib/use-share-link';
import { Button } from '@/ui/button';
import { Card, Columns, Paragraph, Row, Section, Stack, Tag } from '@/ui/layout';
import { List, ListRow } from '@/ui/list';
import { Heading } from '@/ui/primitives';
import { EmptyState, Notice } from '@/ui/states';

import { AttachmentList } from './attachment-list';
import { RiskCard } from './risk-card';
import { seatWords } from './shift-offer';
import { ShiftActions } from './shift-actions';
import './activity.scss';

export function ActivityPanel({ activityId }: { activityId: string }) {
  const answer = useProcedure('activity.getActivity', { activityId });
  // A draft opens to nobody else.
  const activity = answer.data?.activity.state === 'draft' ? undefined : answer.data?.activity;
  useShareLink(
    activity && {
      link: { kind: 'activity', activityId: activity.activityId },
      title: `邀您参加：${activity.title}`,
      pictureUrl: answer.data?.pictures[0]?.url,
    },
  );
  const wayOn = { text: '回首页看看活动', onPress: () => openRoute(homeRoute) };
  return (
    <Answer of={answer} wayOn={wayOn} skeleton={<CardSkeleton lines={8} />}>
      {(data) => (
        <>
          <ActivityHead activity={data.activity} />
          <Columns
            main={
              <>
                <RiskCard risk={data.activity.risk} />
                <ShiftList data={data} />
                <Section title="活动说明">
                  <Card>
                    <Pictures pictures={data.pictures} />
                    {data.description.split(/\n+/).map((paragraph) => (
                      <Paragraph key={paragraph}>{paragraph}</Paragraph>
                    ))}
                  </Card>
                </Section>
                <AttachmentList activityId={activityId} attachments={data.attachments} />
              </>
            }
            aside={
              <SharePanel link={{ kind: 'activity', activityId: data.activity.activityId }} what="活动" />
            }
          />
        </>
      )}
    </Answer>
  );
}

function ActivityHead({ activity }: { activity: ActivityView }) {
  return (
    <Stack isTight>
      <Heading level={2} className="xf-activity__title">
        {activity.title}
      </Heading>
      {activity.summary === '' ? null : <Paragraph isSoft>{activity.summary}</Paragraph>}
      {activity.state === 'cancelled' ? <Notice tone="warning">这个活动已取消。</Notice> : null}
      {activity.state === 'draft' ? <Notice tone="info">这是草稿，只有组织者能看到。</Notice> : null}
      <List>
        <ListRow icon="place" title={activity.placeName} detail={activity.divisionName} />
        <ListRow icon="people" title={activity.teamName} detail="组织队伍" />
        <ListRow
          icon="projects"
          title={activity.projectTitle}
          detail="所属项目，看看它的故事"
          onPress={() => openRoute(projectRoute(activity.projectId))}
        />
      </List>
    </Stack>
  );
}

function ShiftList({ data }: { data: OutputOf<'activity.getActivity'> }) {
  const now = useNow(60_000);
  if (data.shifts.length === 0) {
    return (
      <Section title="场次">
        <Card>
          <EmptyState icon="time" title="还没有安排场次" text="组织者安排时间后会出现在这里。" />
        </Card>
      </Section>
    );
  }
  // What one can still come to stands first.
  const open = data.shifts.filter((shift) => shift.endsAt > now);
  const over = data.shifts.filter((shift) => shift.endsAt <= now);
  return (
    <Section title="场次">
      {[...open, ...over].map((shift, index) => (
        <ShiftCard
          key={shift.shiftId}
          shift={shift}
          isMain={index === 0}
          now={now}
          risk={data.activity.risk}
          mine={data.mine.find((one) => one.shiftId === shift.shiftId) ?? null}
          isChanged={data.changedIds.includes(shift.shiftId)}
        />
      ))}
    </Section>
  );
}

interface ShiftCardProps {
  readonly shift: ShiftView;
  readonly mine: AttendanceSummary | null;
  readonly now: number;
  readonly isMain: boolean;
  readonly risk: RiskView;
  /** it is not any more what I agreed to */
  readonly isChanged: boolean;
}

function ShiftCard({ shift, mine, now, isMain, risk, isChanged }: ShiftCardProps) {
  return (
    <Card>
      <Row isSpread>
        <Heading level={3}>{formatPeriod(shift.startsAt, shift.endsAt, now)}</Heading>
        {shift.changedAt === null ? null : <Tag tone="amber">已变更</Tag>}
        {mine === null || mine.state === 'enrolmentCancelled' ? null : (
          <Tag tone={STATE_WORDS[mine.state].tone}>{STATE_WORDS[mine.state].text}</Tag>
        )}
      </Row>
      <Paragraph isSoft isSmall>
        {seatWords(shift)}
      </Paragraph>
      {ruleTexts(shift).map((text) => (
        <Paragraph key={text} isSmall>
          {text}
        </Paragraph>
      ))}
      {isChanged ? <Notice tone="warning">时间或地点有变更，原来和现在的安排在场次详情里。</Notice> : null}
      <ShiftActions {...{ shift, mine, isMain, risk, isChanged }} back={activityRoute(shift.activityId)} />
      <Button kind="text" onPress={() => openRoute(shiftRoute(shift.shiftId))}>
        看场次详情
      </Button>
    </Card>
  );
}

/** 场次: when, where, seats, and the one thing to do. */
import type { ShiftView } from '@contract/activity.contract';
import type { PostView } from '@contract/post.contract';
import type { OutputOf } from '@contract/procedures';
import { Answer, CardSkeleton } from '@/lib/answer';
import { formatClock, formatDistance, formatPeriod, formatUntil } from '@/lib/format';
import { openRoute } from '@/lib/open-route';
import { OwnChangeNotice } from '@/lib/own-change';
import { STATE_WORDS } from '@/lib/presence-words';
import { ruleTexts } from '@/lib/rule-words';
import {
  activityRoute,
  assistRoute,
  closingRoute,
  dutyRoute,
  enterSupplementRoute,
  homeRoute,
  placeCodeRoute,
  rosterRoute,
  rotatingCodeRoute,
  shiftRoute,
  standingsRoute,
  ticksRoute,
} from '@/lib/routes';
import { SharePanel } from '@/lib/share-panel';
import { useNow } from '@/lib/use-now';
import { useProcedure } from '@/lib/use-procedure';
import { useShareLink } from '@/lib/use-share-link';
import { Card, Columns, Row, Stack, Tag } from '@/ui/layout';
import { List, ListRow } from '@/ui/list';
import { Heading } from '@/ui/primitives';

import { postDemands, postWords } from './post-ticks';
import { RequirementsCard } from './requirements-card';
import { RiskCard } from './risk-card';
import { seatWords, shiftOfferOf } from './shift-offer';
import { ShiftActions } from './shift-actions';
import './activity.scss';

export function ShiftPanel({ shiftId }: { shiftId: string }) {
  const answer = useProcedure('activity.getShift', { shiftId });
  const shift = answer.data?.shift;
  useShareLink(
    shift && { link: { kind: 'shift', shiftId: shift.shiftId }, title: `邀您参加：${shift.title}` },
  );
  const wayOn = { text: '回首页看看活动', onPress: () => openRoute(homeRoute) };
  return (
    <Answer of={answer} wayOn={wayOn} skeleton={<CardSkeleton lines={6} />}>
      {(data) => (
        <Columns
          main={<ShiftFacts data={data} />}
          aside={<SharePanel link={{ kind: 'shift', shiftId: data.shift.shiftId }} what="场次" />}
        />
      )}
    </Answer>
  );
}

type Story = OutputOf<'activity.getShift'>;

/** `now` null: it has begun. */
function doorWords({ checkInOpensAt, checkOutClosesAt, startsAt }: ShiftView, now: number | null) {
  const open = `${formatClock(checkInOpensAt)} 起可签到，${formatClock(checkOutClosesAt)} 前要签退`;
  return now === null ? open : [open, formatUntil(startsAt, now)];
}

function ShiftFacts({ data }: { data: Story }) {
  const { shift, activity, mine } = data;
  const now = useNow(30_000);
  const isComing = shift.startsAt > now;
  return (
    <>
      <Stack isTight>
        <Heading level={2} className="xf-activity__title">
          {shift.title}
        </Heading>
        <Row>
          {mine === null || mine.state === 'enrolmentCancelled' ? null : (
            <Tag tone={STATE_WORDS[mine.state].tone}>{STATE_WORDS[mine.state].text}</Tag>
          )}
          {shift.changedAt === null ? null : <Tag tone="amber">已变更</Tag>}
        </Row>
      </Stack>
      {data.changed === null ? null : <OwnChangeNotice change={data.changed} now={now} />}
      <List>
        <ListRow
          icon="time"
          title={formatPeriod(shift.startsAt, shift.endsAt, now)}
          detail={doorWords(shift, isComing ? now : null)}
        />
        <ListRow
          icon="place"
          title={shift.place.name}
          detail={`${shift.place.divisionName}，签到点周围 ${formatDistance(shift.place.radiusMeters)}内可定位签到`}
        />
        {shift.meetingPoint === '' ? null : <ListRow icon="place" title={`集合点：${shift.meetingPoint}`} />}
        <ListRow icon="people" title={seatWords(shift)} />
        {rowPosts(shift, mine, now).map((post) => postRow(post, mine?.postName === post.name))}
        {ruleTexts(shift).map((text) => (
          <ListRow key={text} icon="info" title={text} />
        ))}
        <ListRow
          icon="info"
          title={activity.title}
          detail="活动说明和其他场次"
          onPress={() => openRoute(activityRoute(shift.activityId))}
        />
      </List>
      <RiskCard risk={activity.risk} />
      <RequirementsCard activity={activity} shift={shift} />
      {data.canManage && shift.state === 'open' ? <OrganiserRows shiftId={shift.shiftId} /> : null}
      {data.canManage && activity.requiredCourses !== undefined ? (
        <List>
          <ListRow
            icon="info"
            title="谁缺培训"
            detail="报名的人里谁没有、谁到时过期"
            onPress={() => openRoute(standingsRoute(shift.shiftId))}
          />
        </List>
      ) : null}
      <Card>
        <ShiftActions
          shift={shift}
          mine={mine}
          risk={activity.risk}
          place={data}
          isChanged={data.changed !== null}
          back={shiftRoute(shift.shiftId)}
        />
      </Card>
    </>
  );
}

/** Who chooses among them reads the same beside the ticks. */
function rowPosts(shift: ShiftView, mine: Story['mine'], now: number): readonly PostView[] {
  const offer = shiftOfferOf(shift, mine, now);
  const isChoosing = offer.kind === 'enrol' || (offer.kind === 'full' && offer.canWait);
  return isChoosing ? [] : (shift.posts ?? []);
}

function postRow(post: PostView, isMine: boolean) {
  return (
    <ListRow
      key={post.postId}
      title={`岗位：${post.name}`}
      detail={[postWords(post), postDemands(post)].filter((text) => text !== '').join('；')}
      value={isMine ? '我的岗位' : undefined}
    />
  );
}

/** What who runs the shift can do for it. */
function OrganiserRows({ shiftId }: { shiftId: string }) {
  return (
    <List>
      <ListRow
        icon="done"
        title="登记到岗"
        detail="您是这个场次的组织者，到场先登记"
        onPress={() => openRoute(dutyRoute(shiftId))}
      />
      <ListRow
        icon="organise"
        title="出示签到码"
        detail="到岗后出示，大家扫码签到"
        onPress={() => openRoute(rotatingCodeRoute(shiftId))}
      />
      <ListRow
        icon="people"
        title="报名和候补"
        detail="看名单，改时间地点和名额，取消场次"
        onPress={() => openRoute(rosterRoute(shiftId))}
      />
      <ListRow
        icon="scan"
        title="协助签到"
        detail="扫志愿者证，按人数签一组，确认请求"
        onPress={() => openRoute(assistRoute(shiftId))}
      />
      <ListRow
        icon="offline"
        title="离线点名"
        detail="没有网络也能点；补传和过期码也在这里"
        onPress={() => openRoute(ticksRoute(shiftId))}
      />
      <ListRow
        icon="check-in"
        title="收队"
        detail="点清人数，核对记录"
        onPress={() => openRoute(closingRoute(shiftId))}
      />
      <ListRow
        icon="place"
        title="打印地点码"
        detail="贴在这里，长期有效"
        onPress={() => openRoute(placeCodeRoute(shiftId))}
      />
      <ListRow
        icon="time"
        title="补录"
        detail="没记上的服务，签退截止后补；要别人核对、本人确认"
        onPress={() => openRoute(enterSupplementRoute(shiftId))}
      />
    </List>
  );
}

/** One of my shifts with the one thing to do about it now: home and the check-in tab show the same card. */
import type { AttendanceSummary, OwnChange } from '@contract/attendance-view';
import { Button } from '@/ui/button';
import { Card, Paragraph, Row, Tag } from '@/ui/layout';
import { Heading, Text, View } from '@/ui/primitives';
import { Notice } from '@/ui/states';

import { formatClock, formatInstant, formatPeriod, formatRunning, formatUntil } from './format';
import { openRoute } from './open-route';
import { OwnChangeNotice } from './own-change';
import { presenceStepOf } from './presence-step';
import { LATE_WORDS, STATE_WORDS } from './presence-words';
import { checkInRoute, shiftRoute } from './routes';
import './my-shift-card.scss';

export interface MyShiftCardProps {
  readonly attendance: AttendanceSummary;
  /** epoch ms, server's clock, every second for a running visit */
  readonly now: number;
  readonly isMain: boolean;
  /** why the shift does not take place; absent: it does */
  readonly cancelReason?: string | undefined;
  /** absent: it is what I agreed to */
  readonly change?: OwnChange | undefined;
}

export function MyShiftCard({ attendance, now, isMain, cancelReason, change }: MyShiftCardProps) {
  const { shiftId, state, title, placeName, postName, startsAt, endsAt, late } = attendance;
  const words = cancelReason === undefined ? STATE_WORDS[state] : CANCELLED;
  return (
    <Card>
      <Row isSpread>
        <Heading level={3} className="xf-my-shift__title">
          {title}
        </Heading>
        <Tag tone={words.tone}>{words.text}</Tag>
      </Row>
      {late === null ? null : (
        <Row>
          <Tag tone={LATE_WORDS[late].tone}>{LATE_WORDS[late].text}</Tag>
        </Row>
      )}
      <View>
        <Paragraph>{formatPeriod(startsAt, endsAt, now)}</Paragraph>
        <Paragraph isSoft>
          {postName === undefined ? placeName : `${placeName} · 岗位：${postName}`}
        </Paragraph>
      </View>
      {change === undefined ? null : <OwnChangeNotice change={change} now={now} />}
      {cancelReason === undefined ? (
        <Deed attendance={attendance} now={now} isMain={isMain} />
      ) : (
        <Notice tone="warning" title="这个场次已取消，不用来了">{`原因：${cancelReason}`}</Notice>
      )}
      <Button kind="text" label={`${title}，看场次详情`} onPress={() => openRoute(shiftRoute(shiftId))}>
        看场次详情
      </Button>
    </Card>
  );
}

const CANCELLED = { text: '场次已取消', tone: 'red' } as const;

function Deed({ attendance, now, isMain }: MyShiftCardProps) {
  const step = presenceStepOf(attendance, attendance, now);
  const main = isMain ? ({ kind: 'primary', size: 'large' } as const) : ({ kind: 'secondary' } as const);
  const { shiftId } = attendance;
  if (attendance.state === 'waiting') {
    return <Paragraph isSoft>有人取消时按先后自动补上；排到第几位，看场次详情。</Paragraph>;
  }
  switch (step.kind) {
    case 'checkIn':
      return (
        <Button {...main} icon="check-in" onPress={() => openRoute(checkInRoute(shiftId))}>
          去签到
        </Button>
      );
    case 'checkOut':
      return (
        <>
          <View className="xf-my-shift__running">
            <Text className="xf-text--soft">{`${formatClock(step.checkedInAt)} 签到，已服务`}</Text>
            <Text className="xf-my-shift__time">{formatRunning(now - step.checkedInAt)}</Text>
          </View>
          <Button
            {...main}
            icon="check-in"
            onPress={() => openRoute(checkInRoute(shiftId, { isLeaving: true }))}
          >
            去签退
          </Button>
          <Paragraph isSoft isSmall>
            {`请在 ${formatInstant(step.closesAt, now)} 前签退，时长才会记下来。`}
          </Paragraph>
        </>
      );
    case 'tooEarly':
      return (
        <Paragraph isSoft isSmall>
          {attendance.seatGivenAt === null ? '' : '候补成功，名额已给您留好；来不了请取消，让给后面的人。'}
          {`${formatUntil(attendance.startsAt, now)}，${formatInstant(step.opensAt, now)} 开始签到。`}
        </Paragraph>
      );
    case 'checkOutMissed':
      return <Paragraph isSoft>没有签退，这次暂不计时长；可在“我的服务记录”里申请更正。</Paragraph>;
    case 'missed':
    case 'done':
    case 'voided':
      return null;
  }
}

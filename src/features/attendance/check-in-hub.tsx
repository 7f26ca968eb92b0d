/** 签到 tab: scan, my shifts today, the visit that is running. */
import type { AttendanceSummary } from '@contract/attendance-view';
import type { OutputOf } from '@contract/procedures';
import { civilDayOf } from '@domain/time/civil-day';
import { Answer } from '@/lib/answer';
import { MyShiftCard } from '@/lib/my-shift-card';
import { openRoute } from '@/lib/open-route';
import { presenceStepOf } from '@/lib/presence-step';
import { checkInHubRoute, homeRoute, recordsRoute, registerRoute } from '@/lib/routes';
import { isRegistered, useMe } from '@/lib/use-me';
import { useNow } from '@/lib/use-now';
import { useProcedure } from '@/lib/use-procedure';
import { Button } from '@/ui/button';
import { Card, Paragraph, Section } from '@/ui/layout';
import { EmptyState, Notice } from '@/ui/states';

import emptyPicture from '@/assets/empty.png';

import { ScanPanel } from './scan-panel';
import { WaitingScans } from './waiting-scans';

export function CheckInHub() {
  const me = useMe().data;
  const current = useProcedure('attendance.listMyCurrent', {}, { isKept: true });
  return (
    <>
      <Card>
        <Paragraph>到场后，扫组织者手机或平板上的签到码；离开前再扫一次签退。</Paragraph>
        <ScanPanel text="扫码签到" isMain />
      </Card>
      {me !== undefined && !isRegistered(me) ? (
        <Notice
          tone="info"
          title="您还没有注册"
          next={{ text: '去注册', onPress: () => openRoute(registerRoute(checkInHubRoute)) }}
        >
          可以先扫码看看活动；签到前需要注册，一分钟就好。
        </Notice>
      ) : null}
      <WaitingScans />
      <Answer of={current}>{(data) => <MyShifts {...data} />}</Answer>
      <Button kind="text" onPress={() => openRoute(recordsRoute)}>
        看我的服务记录
      </Button>
    </>
  );
}

type Current = OutputOf<'attendance.listMyCurrent'>;

function MyShifts({ attendances, cancelled, changed }: Current) {
  const now = useNow(1000);
  if (attendances.length === 0) {
    return (
      <EmptyState
        picture={emptyPicture}
        title="还没有报名的场次"
        text="报名后，今天和以后的场次会在这里；没有报名，到场扫码也能签到。"
        next={{ text: '看看近期活动', onPress: () => openRoute(homeRoute) }}
      />
    );
  }
  const kindOf = (attendance: AttendanceSummary) => presenceStepOf(attendance, attendance, now).kind;
  const running = attendances.filter((attendance) => kindOf(attendance) === 'checkOut');
  const rest = attendances.filter((attendance) => !['checkOut', 'missed'].includes(kindOf(attendance)));
  const told = { cancelled, changed };
  const isToday = ({ startsAt }: AttendanceSummary) => civilDayOf(startsAt) <= civilDayOf(now);
  return (
    <>
      <ShiftSection title="进行中" attendances={running} now={now} {...told} />
      <ShiftSection title="今天的场次" attendances={rest.filter(isToday)} now={now} {...told} />
      <ShiftSection
        title="以后的场次"
        attendances={rest.filter((one) => !isToday(one))}
        now={now}
        {...told}
      />
    </>
  );
}

interface ShiftSectionProps {
  readonly title: string;
  readonly attendances: readonly AttendanceSummary[];
  readonly cancelled: Current['cancelled'];
  readonly changed: Current['changed'];
  readonly now: number;
}

function ShiftSection({ title, attendances, cancelled, changed, now }: ShiftSectionProps) {
  if (attendances.length === 0) return null;
  return (
    <Section title={title}>
      {attendances.map((attendance) => (
        <MyShiftCard
          key={attendance.shiftId}
          attendance={attendance}
          now={now}
          isMain={false}
          cancelReason={cancelled.find(({ shiftId }) => shiftId === attendance.shiftId)?.reason}
          change={changed.find(({ shiftId }) => shiftId === attendance.shiftId)}
        />
      ))}
    </Section>
  );
}

/** The largest thing on the home screen: my next shift, or the way to one. */
import { Answer, CardSkeleton } from '@/lib/answer';
import { MyShiftCard } from '@/lib/my-shift-card';
import { openRoute } from '@/lib/open-route';
import { nextAttendance } from '@/lib/presence-step';
import { checkInHubRoute, homeRoute, registerRoute } from '@/lib/routes';
import { isRegistered, useMe } from '@/lib/use-me';
import { useNow } from '@/lib/use-now';
import { useProcedure } from '@/lib/use-procedure';
import { Button } from '@/ui/button';
import { Card, Paragraph, Section } from '@/ui/layout';

export function NextDeed() {
  const me = useMe();
  const isMine = isRegistered(me.data);
  const current = useProcedure('attendance.listMyCurrent', {}, { isKept: true, enabled: isMine });
  const now = useNow(1000);
  if (me.data === undefined && me.error === null) return <CardSkeleton lines={3} />;
  if (!isMine) return <Welcome />;
  return (
    <Answer of={current}>
      {({ attendances, cancelled, changed }) => {
        const reasons = new Map(cancelled.map(({ shiftId, reason }) => [shiftId, reason]));
        const lost = attendances.filter(({ shiftId, endsAt }) => reasons.has(shiftId) && endsAt > now);
        const next = nextAttendance(
          attendances.filter(({ shiftId }) => !reasons.has(shiftId)),
          now,
        );
        const moved = attendances.filter(
          ({ shiftId }) =>
            shiftId !== next?.shiftId &&
            !reasons.has(shiftId) &&
            changed.some((one) => one.shiftId === shiftId),
        );
        return (
          <>
            {lost.map((one) => (
              <MyShiftCard
                key={one.shiftId}
                attendance={one}
                now={now}
                isMain={false}
                cancelReason={reasons.get(one.shiftId)}
              />
            ))}
            {moved.map((one) => (
              <MyShiftCard
                key={one.shiftId}
                attendance={one}
                now={now}
                isMain={false}
                change={changed.find(({ shiftId }) => shiftId === one.shiftId)}
              />
            ))}
            {next === null ? (
              <ScanCard />
            ) : (
              <Section title="我的下一场">
                <MyShiftCard
                  attendance={next}
                  now={now}
                  isMain
                  change={changed.find(({ shiftId }) => shiftId === next.shiftId)}
                />
              </Section>
            )}
          </>
        );
      }}
    </Answer>
  );
}

function Welcome() {
  return (
    <Card>
      <Paragraph>加入志愿者，在家门口就能帮到人。注册一次，全市通用。</Paragraph>
      <Button size="large" onPress={() => openRoute(registerRoute(homeRoute))}>
        注册成为志愿者
      </Button>
      <Button kind="secondary" icon="scan" onPress={() => openRoute(checkInHubRoute)}>
        扫码签到
      </Button>
    </Card>
  );
}

function ScanCard() {
  return (
    <Card>
      <Paragraph>到了现场？扫组织者屏幕上的签到码就能签到。</Paragraph>
      <Button size="large" icon="scan" onPress={() => openRoute(checkInHubRoute)}>
        扫码签到
      </Button>
    </Card>
  );
}

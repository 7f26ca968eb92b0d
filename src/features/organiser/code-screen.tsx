/**
 * The rotating code, large enough to be scanned from a few steps away, with what the organiser wants to know.
 */
import { formatClock, formatInstant, formatPeriod } from '@/lib/format';
import { messageOf, messageOfCode } from '@/lib/messages.zh-CN';
import { openRoute } from '@/lib/open-route';
import { closingRoute, dutyRoute, ticksRoute } from '@/lib/routes';
import { useFullBrightness, useScreenKeptOn } from '@/platform/feedback';
import { Button } from '@/ui/button';
import { CountdownRing } from '@/ui/countdown-ring';
import { Heading, Text, View } from '@/ui/primitives';
import { QrPicture } from '@/ui/qr-picture';
import { EmptyState, ErrorState, Notice, Skeleton } from '@/ui/states';

import './code-screen.scss';
import { ConfirmationNotice } from './confirmation-notice';
import { useRotatingCode, type RotatingCode } from './use-rotating-code';

function ShiftFacts({ shift, now }: { shift: NonNullable<RotatingCode['shift']>; now: number }) {
  return (
    <View className="code__facts">
      <Heading level={2} className="code__title">
        {shift.title}
      </Heading>
      <Text>{formatPeriod(shift.startsAt, shift.endsAt, now)}</Text>
      <Text>{`${shift.place.name} · ${shift.place.divisionName}`}</Text>
    </View>
  );
}

/** What scanning now would do, when it would not check anybody in. */
function timeNoticeOf(shift: NonNullable<RotatingCode['shift']>, now: number): string | null {
  if (now < shift.checkInOpensAt) {
    return `${formatInstant(shift.checkInOpensAt, now)} 开始签到，到时扫这个码才有效。`;
  }
  if (now >= shift.endsAt) {
    return `活动时间已到：现在只能签退，${formatClock(shift.checkOutClosesAt)} 截止。`;
  }
  return null;
}

/** Digit by digit, or a screen reader says thousands. */
const spoken = (digits: string): string => Array.from(digits).join(' ');

function Face({ code }: { code: RotatingCode }) {
  const { face, countdown, shift } = code;
  if (face === null) {
    return (
      <View className="code__face">
        <View className="code__qr">
          <Skeleton hasPicture lines={2} />
        </View>
      </View>
    );
  }
  const [left, right] = face.digits;
  return (
    <View className="code__face">
      <QrPicture
        quietModules={1}
        className="code__qr"
        text={face.address}
        label={`${shift?.title ?? '本场次'}的签到码，每 30 秒更换`}
      />
      <View className="code__below">
        <View className="code__digits" label={`短码 ${spoken(left)}，${spoken(right)}`} role="img">
          <Text className="code__four">{left}</Text>
          <Text className="code__four">{right}</Text>
        </View>
        <CountdownRing share={countdown.share} value={String(countdown.seconds)} label="秒后换" sizePx={72} />
      </View>
      <Text className="code__how">微信扫一扫，或在“签到”里输入上面 8 位短码</Text>
    </View>
  );
}

const KIND_WORDS = { checkIn: '签到', checkOut: '签退' } as const;

const capacityText = (capacity: number | null): string => (capacity === null ? '' : ` / ${String(capacity)}`);

function Arrivals({ code }: { code: RotatingCode }) {
  const { arrivals, areArrivalsOld, shift, now } = code;
  if (arrivals === undefined) {
    return (
      <View className="code__arrivals">
        {areArrivalsOld ? (
          <Notice tone="warning">没有网络，暂时看不到人数；签到码照常可用。</Notice>
        ) : (
          <Skeleton lines={3} />
        )}
      </View>
    );
  }
  const capacity = capacityText(shift?.capacity ?? null);
  return (
    <View className="code__arrivals">
      <View className="code__counts">
        <Count label="现在在场" value={String(arrivals.presentCount)} isMain />
        <Count label="已签退" value={String(arrivals.finishedCount)} />
        <Count label="已报名" value={`${String(arrivals.enrolledCount)}${capacity}`} />
      </View>
      {areArrivalsOld ? (
        <Notice tone="warning">没有网络，人数停在刚才；签到码照常可用，恢复后自动更新。</Notice>
      ) : null}
      <Watch arrivals={arrivals} />
      <View className="code__recent" live="polite">
        {arrivals.recent.length === 0 ? (
          <Text className="xf-text--soft">还没有人签到，第一位到的会显示在这里。</Text>
        ) : (
          arrivals.recent.map((person) => (
            <View key={`${person.maskedName}${String(person.at)}${person.kind}`} className="code__person">
              <Text className="code__name">{person.maskedName}</Text>
              <Text className="xf-text--soft">
                {`${KIND_WORDS[person.kind]} ${formatInstant(person.at, now)}${person.isLate ? ' 补传' : ''}`}
              </Text>
            </View>
          ))
        )}
      </View>
    </View>
  );
}

/** What wants an organiser's eye: late scans to vouch for, codes that were tried again. */
function Watch({ arrivals }: { arrivals: NonNullable<RotatingCode['arrivals']> }) {
  const { lateCount, replayCount } = arrivals;
  return (
    <>
      {lateCount === 0 ? null : (
        <Notice tone="info">{`有 ${String(lateCount)} 人的补传等您认可，请看离线点名。`}</Notice>
      )}
      {replayCount === 0 ? null : (
        <Notice tone="warning">{`有 ${String(replayCount)} 次过期码尝试，请看离线点名。`}</Notice>
      )}
    </>
  );
}

function Count({ label, value, isMain = false }: { label: string; value: string; isMain?: boolean }) {
  return (
    <View className="code__count">
      <Text className={`code__number ${isMain ? 'code__number--main' : ''}`}>{value}</Text>
      <Text className="xf-text--soft xf-text--small">{label}</Text>
    </View>
  );
}

function OffDuty({ shiftId }: { shiftId: string }) {
  const { title, nextStep } = messageOfCode('duty.required');
  return (
    <EmptyState
      icon="place"
      title={title}
      text={nextStep}
      next={{ text: '去登记到岗', onPress: () => openRoute(dutyRoute(shiftId)) }}
    />
  );
}

function Closed({ shiftId }: { shiftId: string }) {
  return (
    <EmptyState
      icon="done"
      title="已经收队，签到码已停用"
      text="还在现场的人可以用定位签退，或由您扫证签退。"
      next={{ text: '看收队情况', onPress: () => openRoute(closingRoute(shiftId)) }}
    />
  );
}

export function CodeScreen({ shiftId }: { shiftId: string }) {
  const code = useRotatingCode(shiftId);
  useScreenKeptOn();
  useFullBrightness();
  if (code.refusal !== null) {
    const { title, nextStep } = messageOf(code.refusal);
    if (code.refusal.code === 'duty.required') return <OffDuty shiftId={shiftId} />;
    const isOffline = code.refusal.code.startsWith('network.');
    const text = isOffline ? '第一次打开需要网络；打开过一次之后，没有网络签到码也照样更换。' : nextStep;
    return <ErrorState title={title} text={text} onRetry={code.retry} />;
  }
  const notice = code.shift === undefined ? null : timeNoticeOf(code.shift, code.now);
  // What a phone kept before there were closings says nothing of them.
  if ((code.shift?.closedAt ?? null) !== null) return <Closed shiftId={shiftId} />;
  if (code.hasEnded) {
    return (
      <EmptyState
        title="这一场已经结束"
        text="签到和签退都已截止，签到码不再更换。漏签退的人可以在自己的服务记录里申请更正。"
        icon="time"
      />
    );
  }
  return (
    <View className={`code ${notice === null ? '' : 'code--noticed'}`}>
      {code.shift === undefined ? null : <ShiftFacts shift={code.shift} now={code.now} />}
      {notice === null ? null : (
        <View className="code__notice">
          <Notice tone="info">{notice}</Notice>
        </View>
      )}
      <Face code={code} />
      <View className="code__side">
        <Button kind="secondary" icon="offline" onPress={() => openRoute(ticksRoute(shiftId))}>
          离线点名
        </Button>
        <Button kind="secondary" icon="check-in" onPress={() => openRoute(closingRoute(shiftId))}>
          收队
        </Button>
        <Arrivals code={code} />
        <ConfirmationNotice shiftId={shiftId} />
      </View>
    </View>
  );
}

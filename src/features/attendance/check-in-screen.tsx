/** The check-in page's content. The deed is offered at once; the shift's facts arrive beside it. */
import { useEffect, useState } from 'react';

import type { OutputOf } from '@contract/procedures';
import { CardSkeleton } from '@/lib/answer';
import { formatClock, formatInstant, formatPeriod, formatRunning } from '@/lib/format';
import { messageOf } from '@/lib/messages.zh-CN';
import { openRoute } from '@/lib/open-route';
import { presenceStepOf, type PresenceStep } from '@/lib/presence-step';
import { creditWords, type PresenceDeed } from '@/lib/presence-words';
import { activityRoute, checkInHubRoute } from '@/lib/routes';
import { useNow } from '@/lib/use-now';
import { useProcedure } from '@/lib/use-procedure';
import { Card, Paragraph } from '@/ui/layout';
import { Heading, Text, View } from '@/ui/primitives';
import { EmptyState, Notice, type NoticeTone } from '@/ui/states';

import { CheckInPanel } from './check-in-panel';
import { isCheckInStored, waitingEntryOf } from './waiting-entry';
import './attendance.scss';

type ShiftAnswer = OutputOf<'activity.getShift'>;

export interface CheckInScreenProps {
  readonly shiftId: string;
  /** what a scanned rotating code carried */
  readonly code: string | undefined;
  /** when that was, if not just now: somebody registered in between */
  readonly scannedAt: number | undefined;
  /** scene of the printed code of the place, when that was scanned */
  readonly place: string | undefined;
  /** 签退 was asked for; otherwise the visit's state says which deed is next */
  readonly isLeaving: boolean;
  /** 签到 was asked for though one is there already: a child has come later */
  readonly isArriving: boolean;
}

const DEEDS: readonly PresenceDeed[] = ['checkIn', 'checkOut'];

/** Chosen once: the success of a check-in must not turn into the offer of a check-out under one's eyes. */
function useDeed(
  { shiftId, code, isLeaving, isArriving }: CheckInScreenProps,
  step: PresenceStep | null,
): [PresenceDeed, () => void] {
  const [chosen, setChosen] = useState<PresenceDeed | null>(() => {
    const isOutStored = waitingEntryOf('checkOut', shiftId) !== null;
    if (isLeaving || isOutStored || isCheckInStored(shiftId, code)) return 'checkOut';
    if (isArriving) return 'checkIn';
    return waitingEntryOf('checkIn', shiftId) === null ? null : 'checkIn';
  });
  const next: PresenceDeed = step?.kind === 'checkOut' ? 'checkOut' : 'checkIn';
  useEffect(() => {
    if (chosen === null && step !== null) setChosen(next);
  }, [chosen, next, step]);
  return [chosen ?? next, () => setChosen((current) => current ?? next)];
}

export function CheckInScreen(props: CheckInScreenProps) {
  const { shiftId, code, scannedAt, place } = props;
  const { data, error } = useProcedure('activity.getShift', { shiftId });
  const now = useNow(1000);
  const [hasBegun, setBegun] = useState(() => DEEDS.some((one) => waitingEntryOf(one, shiftId) !== null));
  const step = data === undefined ? null : presenceStepOf(data.shift, data.mine, now);
  const [deed, pinDeed] = useDeed(props, step);
  if (data === undefined && error !== null && !error.isUndecided) {
    const { title, nextStep } = messageOf(error);
    const next = { text: '看我的签到', onPress: () => openRoute(checkInHubRoute) };
    return <EmptyState title={title} text={nextStep} next={next} />;
  }
  const closed = hasBegun || data === undefined || step === null ? null : closedWords(data, step, now);
  return (
    <>
      {data === undefined ? <CardSkeleton lines={2} /> : <ShiftCard answer={data} now={now} />}
      {!hasBegun && step?.kind === 'checkOut' ? <Running checkedInAt={step.checkedInAt} now={now} /> : null}
      {closed === null ? (
        <CheckInPanel
          key={deed}
          deed={deed}
          shiftId={shiftId}
          code={code}
          scannedAt={scannedAt}
          place={place}
          mine={data?.mine ?? null}
          brought={data?.brought ?? []}
          onBegin={() => {
            pinDeed();
            setBegun(true);
          }}
        />
      ) : (
        <Notice
          tone={closed.tone}
          title={closed.title}
          next={{
            text: '看活动的其他场次',
            onPress: () => openRoute(activityRoute(data?.shift.activityId ?? '')),
          }}
        >
          {closed.text}
        </Notice>
      )}
    </>
  );
}

function ShiftCard({ answer, now }: { answer: ShiftAnswer; now: number }) {
  const { shift } = answer;
  return (
    <Card>
      <Heading level={2}>{shift.title}</Heading>
      <Paragraph isSoft>{formatPeriod(shift.startsAt, shift.endsAt, now)}</Paragraph>
      <Paragraph isSoft>{shift.place.name}</Paragraph>
    </Card>
  );
}

function Running({ checkedInAt, now }: { checkedInAt: number; now: number }) {
  return (
    <Notice tone="success" title={`签到成功，${formatClock(checkedInAt)} 签到`}>
      <View>
        <Text>已服务 </Text>
        <Text className="xf-running">{formatRunning(now - checkedInAt)}</Text>
      </View>
    </Notice>
  );
}

interface ClosedWords {
  readonly tone: NoticeTone;
  readonly title: string;
  readonly text: string;
}

/** Null while something can be done. */
function closedWords({ shift }: ShiftAnswer, step: PresenceStep, now: number): ClosedWords | null {
  switch (step.kind) {
    case 'checkIn':
    case 'checkOut':
      if (shift.state === 'cancelled' && step.kind === 'checkIn') {
        return { tone: 'warning', title: '这个场次已取消', text: '请看看活动的其他场次，或联系组织者。' };
      }
      return null;
    case 'tooEarly':
      return {
        tone: 'info',
        title: '还没到签到时间',
        text: `${formatInstant(step.opensAt, now)} 开始签到，这个页面到时会自动打开签到。`,
      };
    case 'missed':
      return { tone: 'warning', title: '签到时间已过', text: '如您到场服务过，请联系现场组织者补签。' };
    case 'checkOutMissed':
      return {
        tone: 'warning',
        title: '签退时间已过',
        text: '这次暂不计时长。30 天内可在“我的服务记录”里申请更正。',
      };
    case 'done':
      return {
        tone: 'success',
        title: '签退成功',
        text: creditWords(step.mine),
      };
    case 'voided':
      return { tone: 'warning', title: '这条记录已作废', text: '如有疑问，请联系活动组织者。' };
  }
}

/** The one thing to do about a shift, and what else is possible. */
import { useState } from 'react';

import type { ShiftView } from '@contract/activity.contract';
import type { AttendanceSummary } from '@contract/attendance-view';
import { formatInstant } from '@/lib/format';
import { messageOf } from '@/lib/messages.zh-CN';
import { openRoute } from '@/lib/open-route';
import type { PresenceStep } from '@/lib/presence-step';
import { creditWords } from '@/lib/presence-words';
import { checkInRoute, type Route } from '@/lib/routes';
import { useNow } from '@/lib/use-now';
import { Button } from '@/ui/button';
import { Paragraph, Stack } from '@/ui/layout';
import { Dialog } from '@/ui/sheet';
import { Notice } from '@/ui/states';

import { shiftOfferOf } from './shift-offer';
import { useEnrolment, type Enrolment } from './use-enrolment';

export interface ShiftActionsProps {
  readonly shift: ShiftView;
  readonly mine: AttendanceSummary | null;
  /** where a newly registered person continues */
  readonly back: Route;
  /** the one deed of the screen; the others of a list are drawn quieter */
  readonly isMain?: boolean;
}

export function ShiftActions({ shift, mine, back, isMain = true }: ShiftActionsProps) {
  const now = useNow(15_000);
  const enrolment = useEnrolment(shift.shiftId, back);
  const words = enrolment.error === null ? null : messageOf(enrolment.error);
  return (
    <Stack isTight>
      {words === null ? null : (
        <Notice tone="error" title={words.title}>
          {words.nextStep}
        </Notice>
      )}
      <Offer shift={shift} mine={mine} now={now} enrolment={enrolment} isMain={isMain} />
    </Stack>
  );
}

interface OfferProps extends Pick<ShiftActionsProps, 'shift' | 'mine'> {
  readonly isMain: boolean;
  readonly now: number;
  readonly enrolment: Enrolment;
}

function Offer({ shift, mine, now, enrolment, isMain }: OfferProps) {
  const main = isMain ? ({ kind: 'primary', size: 'large' } as const) : ({ kind: 'secondary' } as const);
  const offer = shiftOfferOf(shift, mine, now);
  const arrive = () => openRoute(checkInRoute(shift.shiftId));
  switch (offer.kind) {
    case 'cancelled':
      return <Notice tone="warning">这个场次已取消，请看看其他场次。</Notice>;
    case 'ended':
      return <Paragraph isSoft>这个场次已结束。</Paragraph>;
    case 'full':
      return <Paragraph isSoft>名额已满，请看看其他场次；有人取消时会空出来。</Paragraph>;
    case 'enrol':
      return (
        <>
          <Button {...main} isLoading={enrolment.isRunning} onPress={() => void enrolment.enrol()}>
            我要报名
          </Button>
          {offer.canArrive ? (
            <Button kind="secondary" onPress={arrive}>
              已经到场，去签到
            </Button>
          ) : null}
        </>
      );
    case 'enrolled':
      return (
        <>
          {offer.canArrive ? (
            <Button {...main} icon="check-in" onPress={arrive}>
              去签到
            </Button>
          ) : (
            <Notice tone="success" title="您已报名">
              {formatInstant(shift.checkInOpensAt, now)} 开始签到，请准时到 {shift.place.name}。
            </Notice>
          )}
          <CancelButton enrolment={enrolment} />
        </>
      );
    case 'attended':
      return (
        <Attended
          step={offer.step}
          onLeave={() => openRoute(checkInRoute(shift.shiftId, { isLeaving: true }))}
        />
      );
  }
}

function Attended({ step, onLeave }: { step: PresenceStep; onLeave: () => void }) {
  if (step.kind === 'checkOut') {
    return (
      <Button size="large" icon="check-in" onPress={onLeave}>
        去签退
      </Button>
    );
  }
  if (step.kind === 'done') {
    return (
      <Notice tone="success" title="已签退，感谢您的付出">
        {creditWords(step.mine)}
      </Notice>
    );
  }
  if (step.kind === 'voided') return <Notice tone="warning">这条记录已作废，如有疑问请联系组织者。</Notice>;
  return (
    <Notice tone="warning" title="没有签退">
      这次暂不计时长，请联系组织者说明情况、申请更正。
    </Notice>
  );
}

function CancelButton({ enrolment }: { enrolment: Enrolment }) {
  const [isAsking, setAsking] = useState(false);
  const close = () => setAsking(false);
  const confirm = () => {
    close();
    void enrolment.cancel();
  };
  return (
    <>
      <Button kind="secondary" isLoading={enrolment.isRunning} onPress={() => setAsking(true)}>
        取消报名
      </Button>
      <Dialog
        isOpen={isAsking}
        title="取消这个场次的报名？"
        onClose={close}
        actions={
          <>
            <Button onPress={confirm}>取消报名</Button>
            <Button kind="secondary" onPress={close}>
              我还要参加
            </Button>
          </>
        }
      >
        <Paragraph>名额会让给其他人；改变主意可以再报，只要还有名额。</Paragraph>
      </Dialog>
    </>
  );
}

/** The one thing to do about a shift, and what else is possible. */
import { useState } from 'react';

import type { RiskView, ShiftView } from '@contract/activity.contract';
import type { OutputOf } from '@contract/procedures';
import type { AttendanceSummary } from '@contract/attendance-view';
import { lineClosesAt } from '@domain/activity/shift';
import type { ApiError } from '@/lib/api-error';
import { formatInstant } from '@/lib/format';
import { messageOf } from '@/lib/messages.zh-CN';
import { openRoute } from '@/lib/open-route';
import type { PresenceStep } from '@/lib/presence-step';
import { ReminderOffer } from '@/lib/reminder-offer';
import { creditWords } from '@/lib/presence-words';
import { checkInRoute, profileRoute, shiftRoute, type Route } from '@/lib/routes';
import { skillWords } from '@/lib/skill-words';
import { useNow } from '@/lib/use-now';
import { isSinglePage } from '@/platform/single-page';
import { Button } from '@/ui/button';
import { Paragraph, Stack } from '@/ui/layout';
import { Dialog } from '@/ui/sheet';
import { Notice } from '@/ui/states';

import { EnrolButton } from './enrol-button';
import { shiftOfferOf } from './shift-offer';
import { Waiting } from './waiting-offer';
import { useEnrolment, type Enrolment } from './use-enrolment';

export interface ShiftActionsProps {
  readonly shift: ShiftView;
  readonly mine: AttendanceSummary | null;
  /** where a newly registered person continues */
  readonly back: Route;
  readonly risk: RiskView;
  /** where I am in the line and whom I bring, where it is known */
  readonly place?: Pick<OutputOf<'activity.getShift'>, 'aheadCount' | 'brought' | 'waitingFor'>;
  /** it is not any more what I agreed to: who withdraws is not late (AT14.3) */
  readonly isChanged?: boolean;
  /** the one deed of the screen; the others of a list are drawn quieter */
  readonly isMain?: boolean;
}

export function ShiftActions(props: ShiftActionsProps) {
  const { shift, mine, back, risk, place = ALONE, isMain = true, isChanged = false } = props;
  const now = useNow(15_000);
  const enrolment = useEnrolment(shift.shiftId, back);
  if (isSinglePage()) return <Paragraph>点下方“前往小程序”，就能报名。</Paragraph>;
  const words = enrolment.error === null ? null : messageOf(enrolment.error);
  return (
    <Stack isTight>
      {words === null ? null : (
        <Notice tone="error" title={words.title} {...wayOn(enrolment.error, back)}>
          {words.nextStep}
        </Notice>
      )}
      <Offer {...{ shift, mine, now, enrolment, isMain, isChanged, risk, place }} />
      {isMain && (mine?.state === 'enrolled' || mine?.state === 'waiting') && shift.state === 'open' ? (
        <ReminderOffer key={mine.state} occasion={{ kind: mine.state, shiftId: shift.shiftId }} />
      ) : null}
    </Stack>
  );
}

/** A skill that is only not said yet: one tap there, one back (PF6). */
function wayOn(error: ApiError | null, back: Route) {
  const skill = error?.code === 'post.skillMissing' ? error.params['skill'] : undefined;
  if (typeof skill !== 'string') return {};
  const onPress = () => openRoute(profileRoute({ skill, back }));
  return { next: { text: `在我的资料里选上“${skillWords(skill)}”`, onPress } };
}

type Place = NonNullable<ShiftActionsProps['place']>;
const ALONE: Place = { aheadCount: null, brought: [] };

type Known = Pick<ShiftActionsProps, 'shift' | 'mine' | 'risk' | 'place' | 'isMain' | 'isChanged'>;
interface OfferProps extends Required<Known> {
  readonly now: number;
  readonly enrolment: Enrolment;
}

/** In a list of shifts the posts are one tap away: each has its own seats. */
function ChoosePost({ shift: { shiftId } }: { shift: ShiftView }) {
  return (
    <Button kind="secondary" onPress={() => openRoute(shiftRoute(shiftId))}>
      看岗位，去报名
    </Button>
  );
}

function Offer({ shift, mine, now, enrolment, isMain, isChanged, risk, place }: OfferProps) {
  const main = isMain ? ({ kind: 'primary', size: 'large' } as const) : ({ kind: 'secondary' } as const);
  const offer = shiftOfferOf(shift, mine, now);
  const arrive = () => openRoute(checkInRoute(shift.shiftId));
  const isLineOpen = now < lineClosesAt(shift);
  const choice = { enrolment, risk, look: main, posts: shift.posts, isLineOpen };
  const isListed = place === ALONE && shift.posts !== undefined;
  if (isListed && ['full', 'enrol', 'waiting'].includes(offer.kind)) return <ChoosePost shift={shift} />;
  switch (offer.kind) {
    case 'cancelled':
      return (
        <Notice tone="warning" title="这个场次已取消">
          {shift.cancelReason === null ? '请看看其他场次。' : `原因：${shift.cancelReason}。请看看其他场次。`}
        </Notice>
      );
    case 'ended':
      return <Paragraph isSoft>这个场次已结束。</Paragraph>;
    case 'full':
      return offer.canWait ? (
        <>
          <Paragraph isSoft>
            {`名额已满。可以排队候补：有人取消时按先后自动补上，到${formatInstant(lineClosesAt(shift), now)} 为止。`}
          </Paragraph>
          <EnrolButton {...choice} whenFull="wait" />
        </>
      ) : (
        <Paragraph isSoft>名额已满，请看看其他场次；有人取消时先到先得。</Paragraph>
      );
    case 'waiting':
      return <Waiting {...{ shift, now, offer, enrolment, risk, place }} look={main} />;
    case 'enrol':
      return (
        <>
          <EnrolButton {...choice} whenFull="refuse" />
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
            <Notice tone="success" title={enrolledTitle(mine, place)}>
              {mine?.postName === undefined ? '' : `您的岗位：${mine.postName}。`}
              {formatInstant(shift.checkInOpensAt, now)} 开始签到，请准时到 {shift.place.name}。
            </Notice>
          )}
          <CancelButton enrolment={enrolment} isLate={now >= lineClosesAt(shift) && !isChanged} />
        </>
      );
    case 'attended':
      return (
        <Attended
          step={offer.step}
          late={now < shift.endsAt ? comingOf(place) : []}
          onArrive={() => openRoute(checkInRoute(shift.shiftId, { isArriving: true }))}
          onLeave={() => openRoute(checkInRoute(shift.shiftId, { isLeaving: true }))}
        />
      );
  }
}

const comingOf = ({ brought }: Pick<Place, 'brought'>): string[] =>
  brought.filter(({ state }) => state === 'enrolled').map(({ name }) => name);

function enrolledTitle(mine: AttendanceSummary | null, { brought }: Place): string {
  const names = comingOf({ brought });
  const who = names.length === 0 ? '您' : `您和${names.join('、')}`;
  return mine !== null && mine.seatGivenAt !== null ? `候补成功，${who}有名额了` : `${who}已报名`;
}

interface AttendedProps {
  readonly step: PresenceStep;
  /** children brought who are not there yet, while check-in is open */
  readonly late: readonly string[];
  readonly onLeave: () => void;
  readonly onArrive: () => void;
}

function Attended({ step, late, onLeave, onArrive }: AttendedProps) {
  if (step.kind === 'checkOut') {
    return (
      <>
        <Button size="large" icon="check-in" onPress={onLeave}>
          去签退
        </Button>
        {late.length === 0 ? null : (
          <Button kind="secondary" onPress={onArrive}>
            {`${late.join('、')}到了，给孩子签到`}
          </Button>
        )}
      </>
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
      这次暂不计时长。30 天内可在“我的服务记录”里申请更正。
    </Notice>
  );
}

function CancelButton({ enrolment, isLate }: { enrolment: Enrolment; isLate: boolean }) {
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
        <Paragraph>名额会让给其他人；一起报名的孩子也会取消。改变主意可以再报，只要还有名额。</Paragraph>
        {isLate ? (
          <Paragraph>离开始不到 2 小时，组织者会看到您是临时取消，请尽量当面说一声。</Paragraph>
        ) : null}
      </Dialog>
    </>
  );
}

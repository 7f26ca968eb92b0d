/** In the line: the place in it, and the way out. */
import type { RiskView, ShiftView } from '@contract/activity.contract';
import { lineClosesAt } from '@domain/activity/shift';
import { formatInstant } from '@/lib/format';
import { Button, type ButtonProps } from '@/ui/button';
import { Notice } from '@/ui/states';

import { EnrolButton } from './enrol-button';
import { hasSeat, type ShiftOffer } from './shift-offer';
import type { Enrolment } from './use-enrolment';

export interface WaitingProps {
  readonly shift: ShiftView;
  readonly offer: Extract<ShiftOffer, { kind: 'waiting' }>;
  readonly place: { readonly aheadCount: number | null; readonly waitingFor?: readonly string[] };
  readonly now: number;
  readonly enrolment: Enrolment;
  readonly risk: RiskView;
  readonly look: Pick<ButtonProps, 'kind' | 'size'>;
}

export function Waiting({ shift, offer, place, now, enrolment, risk, look }: WaitingProps) {
  const { aheadCount, waitingFor = [] } = place;
  const free = shift.posts?.filter((post) => hasSeat(post, offer.isLineOpen));
  const ahead =
    aheadCount === null ? '' : aheadCount === 0 ? '，您排在第一' : `，前面还有 ${String(aheadCount)} 人`;
  const until = formatInstant(lineClosesAt(shift), now);
  return (
    <>
      {offer.isLineOpen ? (
        <Notice tone="info" title={`候补中${ahead}`}>
          {waitingFor.length === 0 ? '' : `等的岗位：${waitingFor.join('、')}。`}
          {`有人取消时按先后自动补上，到${until} 为止；补上了会显示在首页和这里。`}
        </Notice>
      ) : (
        <Notice tone="warning" title="候补已截止">
          {offer.canEnrol
            ? '现在有空名额，先到先得。'
            : '没有补上。有人临时取消时先到先得，也可以看看其他场次。'}
        </Notice>
      )}
      {offer.canEnrol ? (
        <EnrolButton enrolment={enrolment} whenFull="refuse" risk={risk} look={look} posts={free} />
      ) : null}
      <Button kind="secondary" isLoading={enrolment.isRunning} onPress={() => void enrolment.cancel()}>
        退出候补
      </Button>
    </>
  );
}

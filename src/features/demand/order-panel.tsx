/** 一张单 (DM2): what is wanted, how far it is, and what whoever looks may do about it. */
import { useState } from 'react';

import { Answer, CardSkeleton } from '@/lib/answer';
import { DeedButton } from '@/lib/deed-button';
import { formatCount, formatInstant, formatPeriod } from '@/lib/format';
import { openRoute } from '@/lib/open-route';
import { ORDER_WORDS } from '@/lib/order-words';
import { activityRoute, plannedActivityRoute } from '@/lib/routes';
import { serverNow } from '@/lib/server-clock';
import { FIELD_WORDS } from '@/lib/service-field-words';
import { SKILL_WORDS } from '@/lib/skill-words';
import { useProcedure } from '@/lib/use-procedure';
import { Button } from '@/ui/button';
import { Card, Paragraph, Section } from '@/ui/layout';
import { List, ListRow } from '@/ui/list';
import { Heading } from '@/ui/primitives';
import { EmptyState } from '@/ui/states';

import { OrderTags } from './order-card';
import type { OrderAnswer } from './order-questions';
import { ContactCard } from './contact-card';
import { ReasonDialog, type ReasonedDeed } from './reason-dialog';
import { RateDialog } from './rate-dialog';
import { Proposals } from './proposals';
import { TakeButtons } from './take-buttons';

export function OrderPanel({ orderId }: { orderId: string | undefined }) {
  if (orderId === undefined) return <EmptyState title="没有选单" text="请从列表里点开一张单。" />;
  return <OrderOf orderId={orderId} />;
}

function OrderOf({ orderId }: { orderId: string }) {
  const answer = useProcedure('demand.getOrder', { orderId });
  return (
    <Answer of={answer} skeleton={<CardSkeleton lines={6} />}>
      {(data) => (
        <>
          <Wanted data={data} />
          {data.maySeeContact ? <ContactCard orderId={orderId} /> : null}
          <Deeds data={data} />
          {data.mayDo.includes('dispatch') ? <Proposals orderId={orderId} /> : null}
          <Rated data={data} />
          <Moves data={data} />
        </>
      )}
    </Answer>
  );
}

function Wanted({ data: { order } }: { data: OrderAnswer }) {
  const { field, need, skills, wishes, divisionName, placeName, peopleCount, teamName, activityId } = order;
  const now = serverNow();
  return (
    <Card>
      <Heading level={2}>{FIELD_WORDS[field]}</Heading>
      <OrderTags order={order} />
      <Paragraph>{need}</Paragraph>
      {skills.length === 0 ? null : (
        <Paragraph isSoft>{`最好会${skills.map((skill) => SKILL_WORDS[skill]).join('、')}`}</Paragraph>
      )}
      <List>
        <ListRow title="在哪里" detail={[divisionName, placeName].filter((text) => text !== '')} />
        <ListRow title="什么时候方便" detail={wishes.map(({ from, to }) => formatPeriod(from, to, now))} />
        <ListRow title="服务几个人" value={`${formatCount(peopleCount)} 人`} />
        {teamName === '' ? null : <ListRow title="哪支队伍" detail={teamName} />}
        {activityId === null ? null : (
          <ListRow title="看安排的活动" icon="time" onPress={() => openRoute(activityRoute(activityId))} />
        )}
      </List>
    </Card>
  );
}

/** What is done without a reason stands first; each person sees what is theirs. */
function Deeds({ data }: { data: OrderAnswer }) {
  const [asked, setAsked] = useState<ReasonedDeed | 'rate' | null>(null);
  const { order, mayDo, rating, ownTeams } = data;
  const { orderId } = order;
  const about = FIELD_WORDS[order.field];
  const close = (): void => setAsked(null);
  return (
    <>
      {mayDo.includes('take') ? <TakeButtons orderId={orderId} teams={ownTeams} /> : null}
      {mayDo.includes('arrange') ? (
        <Button size="large" onPress={() => openRoute(plannedActivityRoute({ order: orderId }))}>
          安排活动
        </Button>
      ) : null}
      {mayDo.includes('rate') ? (
        <Button size="large" onPress={() => setAsked('rate')}>
          {rating === null ? '评价这次服务' : '改评价'}
        </Button>
      ) : null}
      {mayDo.includes('return') ? (
        <DeedButton text="退单" about={about} onPress={() => setAsked('return')} />
      ) : null}
      {mayDo.includes('decline') ? (
        <DeedButton text="不受理" about={about} onPress={() => setAsked('decline')} />
      ) : null}
      {mayDo.includes('withdraw') ? (
        <DeedButton text="撤回" about={about} onPress={() => setAsked('withdraw')} />
      ) : null}
      {asked === 'rate' ? (
        <RateDialog order={order} rating={rating} onClose={close} />
      ) : asked !== null ? (
        <ReasonDialog orderId={orderId} deed={asked} onClose={close} />
      ) : null}
    </>
  );
}

function Rated({ data: { rating, order } }: { data: OrderAnswer }) {
  if (rating === null) {
    if (order.standing !== 'served') return null;
    return (
      <Section title="评价">
        <Card>
          <Paragraph>—</Paragraph>
          <Paragraph isSoft>点单的人还没有评价。</Paragraph>
        </Card>
      </Section>
    );
  }
  const { stars, words, askedWhom, ratedAt } = rating;
  return (
    <Section title="评价">
      <Card>
        <Paragraph>{`${String(stars)} 星（满分 5 星）`}</Paragraph>
        {words === '' ? null : <Paragraph>{words}</Paragraph>}
        <Paragraph isSoft isSmall>
          {[
            ...(askedWhom === '' ? [] : [`问了${askedWhom}`]),
            `${formatInstant(ratedAt, serverNow())} 评价`,
          ].join('，')}
        </Paragraph>
      </Card>
    </Section>
  );
}

function Moves({ data: { moves } }: { data: OrderAnswer }) {
  const now = serverNow();
  return (
    <Section title="办到哪一步">
      <List>
        {[...moves].reverse().map(({ to, at, byName, reason, teamName }) => (
          <ListRow
            key={`${to} ${String(at)}`}
            title={ORDER_WORDS[to]}
            detail={[
              [formatInstant(at, now), byName === '' ? '' : byName].filter((text) => text !== '').join('，'),
              ...(teamName === '' ? [] : [`队伍：${teamName}`]),
              ...(reason === '' ? [] : [`原因：${reason}`]),
            ]}
          />
        ))}
      </List>
    </Section>
  );
}

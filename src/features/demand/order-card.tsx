/** An order in a list: what, where, when, and how far it is. */
import type { OrderView } from '@contract/demand.contract';
import { formatCount, formatPeriod } from '@/lib/format';
import { openRoute } from '@/lib/open-route';
import { ORDER_WORDS } from '@/lib/order-words';
import { orderRoute } from '@/lib/routes';
import { serverNow } from '@/lib/server-clock';
import { FIELD_WORDS } from '@/lib/service-field-words';
import { Card, Paragraph, Row, Tag, type TagTone } from '@/ui/layout';
import { Heading } from '@/ui/primitives';

const TONES: Readonly<Partial<Record<OrderView['standing'], TagTone>>> = {
  placed: 'amber',
  returned: 'amber',
  dispatched: 'amber',
  offered: 'amber',
  served: 'green',
  rated: 'green',
};

export function OrderTags({ order }: { order: OrderView }) {
  return (
    <Row>
      <Tag tone={TONES[order.standing] ?? 'plain'}>{ORDER_WORDS[order.standing]}</Tag>
      {order.isProxy ? <Tag>代点单</Tag> : null}
      {order.isOverdue ? <Tag tone="red">超过 3 天没有处理</Tag> : null}
    </Row>
  );
}

/** Of the first wished time; how many more there are. */
export function wishText({ wishes }: OrderView): string {
  const [first] = wishes;
  if (first === undefined) return '';
  const more = wishes.length === 1 ? '' : `，或另外 ${String(wishes.length - 1)} 个时间`;
  return `${formatPeriod(first.from, first.to, serverNow())}${more}`;
}

export function OrderCard({ order }: { order: OrderView }) {
  const { orderId, field, need, divisionName, placeName, peopleCount, teamName } = order;
  return (
    <Card onPress={() => openRoute(orderRoute(orderId))}>
      <Heading
        level={3}
      >{`${FIELD_WORDS[field]}：${need.length > 40 ? `${need.slice(0, 40)}…` : need}`}</Heading>
      <OrderTags order={order} />
      <Paragraph>{wishText(order)}</Paragraph>
      <Paragraph isSoft>{[divisionName, placeName].filter((text) => text !== '').join(' · ')}</Paragraph>
      <Paragraph isSoft>
        {[`服务 ${formatCount(peopleCount)} 人`, ...(teamName === '' ? [] : [teamName])].join('，')}
      </Paragraph>
    </Card>
  );
}

/** Pages of orders. */
import type { OrderView } from '@contract/demand.contract';
import { Answer, CardSkeleton } from '@/lib/answer';
import { MoreButton } from '@/lib/more-button';
import type { PagesState } from '@/lib/use-pages';
import { EmptyState } from '@/ui/states';

import { OrderCard } from './order-card';

interface OrderListProps {
  readonly pages: PagesState<{ readonly orders: readonly OrderView[] }>;
  readonly empty: { readonly title: string; readonly text: string };
}

export function OrderList({ pages, empty }: OrderListProps) {
  return (
    <Answer of={pages} skeleton={<CardSkeleton lines={5} />}>
      {(found) => {
        const orders = found.flatMap((page) => page.orders);
        return (
          <>
            {orders.length === 0 && !pages.hasMore ? (
              <EmptyState icon="info" title={empty.title} text={empty.text} />
            ) : null}
            {orders.map((order) => (
              <OrderCard key={order.orderId} order={order} />
            ))}
            <MoreButton of={pages} />
          </>
        );
      }}
    </Answer>
  );
}

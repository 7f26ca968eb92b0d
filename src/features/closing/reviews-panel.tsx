/** 收队复核 (AT6.4): shifts that somebody has to look at, the earliest first. */
import { Answer, CardSkeleton } from '@/lib/answer';
import { formatPeriod } from '@/lib/format';
import { MoreButton } from '@/lib/more-button';
import { openRoute } from '@/lib/open-route';
import { closingRoute } from '@/lib/routes';
import { useNow } from '@/lib/use-now';
import { usePages } from '@/lib/use-pages';
import { List, ListRow } from '@/ui/list';
import { EmptyState } from '@/ui/states';

import { whyText } from './closing-words';

export function ReviewsPanel() {
  const pages = usePages('attendance.listClosingReviews', 'waiting', (cursor) => ({ cursor }));
  const now = useNow(60_000);
  return (
    <Answer of={pages} skeleton={<CardSkeleton lines={6} />}>
      {(found) => {
        const reviews = found.flatMap((page) => page.reviews);
        if (reviews.length === 0) {
          return (
            <EmptyState
              icon="done"
              title="没有等待复核的场次"
              text="收队时点到的人数与记录相差太多，或一天多没有人收队的场次，会列在这里。"
            />
          );
        }
        return (
          <>
            <List>
              {reviews.map((review) => (
                <ListRow
                  key={review.shiftId}
                  title={review.title}
                  detail={[
                    whyText(review),
                    `${formatPeriod(review.startsAt, review.endsAt, now)}，${review.placeName}`,
                  ]}
                  onPress={() => openRoute(closingRoute(review.shiftId))}
                />
              ))}
            </List>
            <MoreButton of={pages} />
          </>
        );
      }}
    </Answer>
  );
}

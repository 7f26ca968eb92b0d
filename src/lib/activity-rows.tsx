/** Activities as lines: what, when, where. Used wherever activities are listed. */
import type { ActivityView } from '@contract/activity.contract';
import { civilDayOf } from '@domain/time/civil-day';
import { ListRow, List } from '@/ui/list';
import { Tag } from '@/ui/layout';

import { formatInstant, formatNearDay, formatPeriod } from './format';
import { openRoute } from './open-route';
import { activityRoute } from './routes';
import { useSuitsMe } from './suits-me';
import { useNow } from './use-now';

/** One shift reads as a period, several as from when until when. */
export function activityTimes(activity: ActivityView, now: number): string {
  const { firstStartsAt, lastEndsAt } = activity;
  const isOneDay = lastEndsAt - firstStartsAt <= 24 * 3_600_000;
  return isOneDay
    ? formatPeriod(firstStartsAt, lastEndsAt, now)
    : `${formatInstant(firstStartsAt, now)} 起，到${formatNearDay(civilDayOf(lastEndsAt), civilDayOf(now))}`;
}

export function ActivityRows({ activities }: { activities: readonly ActivityView[] }) {
  const now = useNow(60_000);
  const suitsMe = useSuitsMe();
  return (
    <List>
      {activities.map((activity) => (
        <ListRow
          key={activity.activityId}
          title={activity.title}
          detail={`${activityTimes(activity, now)} · ${activity.placeName}`}
          value={
            stateTag(activity, now) ??
            (suitsMe.activity(activity) ? <Tag tone="green">适合您</Tag> : undefined)
          }
          onPress={() => openRoute(activityRoute(activity.activityId))}
        />
      ))}
    </List>
  );
}

function stateTag(activity: ActivityView, now: number) {
  if (activity.state === 'cancelled') return <Tag>已取消</Tag>;
  if (activity.lastEndsAt <= now) return <Tag>已结束</Tag>;
  return activity.firstStartsAt <= now ? <Tag tone="green">进行中</Tag> : undefined;
}

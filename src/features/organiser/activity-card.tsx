/** One of my activities: on a card, and what can be done with it. */
import type { ActivityView } from '@contract/activity.contract';
import { civilDayOf } from '@domain/time/civil-day';

import { formatInstant, formatNearDay, formatPeriod } from '@/lib/format';
import { messageOf } from '@/lib/messages.zh-CN';
import { openRoute } from '@/lib/open-route';
import { activityPicturesRoute, activityTextRoute } from '@/lib/routes';
import { serverNow } from '@/lib/server-clock';
import { useCommand } from '@/lib/use-procedure';
import { Button } from '@/ui/button';
import { Card, Row, Tag } from '@/ui/layout';
import { Heading, Text, View } from '@/ui/primitives';
import { Notice } from '@/ui/states';

import type { SheetTopic } from './activity-sheet';

const STATE_WORDS: Readonly<Record<ActivityView['state'], string>> = {
  draft: '草稿',
  published: '已发布',
  cancelled: '已取消',
};
const STATE_TONES = { draft: 'amber', published: 'green', cancelled: 'plain' } as const;

/** Its first check-in has opened and its last shift has not ended. */
export function isRunning(activity: ActivityView): boolean {
  const now = serverNow();
  const hasBegun = activity.checkInOpensAt <= now;
  return activity.state === 'published' && hasBegun && now < activity.lastEndsAt;
}

/**
 * One day reads as a period; several days as a first and a last one, or it would look like one long night.
 */
export function spanText({ firstStartsAt, lastEndsAt }: ActivityView): string {
  const now = serverNow();
  const lastDay = civilDayOf(lastEndsAt - 1);
  if (civilDayOf(firstStartsAt) === lastDay) return formatPeriod(firstStartsAt, lastEndsAt, now);
  return `${formatInstant(firstStartsAt, now)} 起，到 ${formatNearDay(lastDay, civilDayOf(now))}`;
}

function stateWords(activity: ActivityView): string {
  const isOver = activity.state === 'published' && activity.lastEndsAt <= serverNow();
  return isOver ? '已结束' : STATE_WORDS[activity.state];
}

export function isLive({ state, lastEndsAt }: ActivityView): boolean {
  return state === 'published' && lastEndsAt > serverNow();
}

export function ActivityState({ activity }: { activity: ActivityView }) {
  const isPast = activity.state === 'published' && !isLive(activity);
  return <Tag tone={isPast ? 'plain' : STATE_TONES[activity.state]}>{stateWords(activity)}</Tag>;
}

export interface ActivityCardProps {
  readonly activity: ActivityView;
  readonly onTopic: (topic: SheetTopic) => void;
  readonly onCopy: () => void;
}

function PublishButton({ activity }: { activity: ActivityView }) {
  const publish = useCommand('activity.publishActivity', {
    invalidates: [
      'activity.listOrganisedActivities',
      'activity.listUpcomingActivities',
      'activity.getActivity',
    ],
  });
  const message = publish.error === null ? null : messageOf(publish.error);
  return (
    <>
      {message === null ? null : (
        <Notice tone="error" title={message.title}>
          {message.nextStep}
        </Notice>
      )}
      <Button
        kind="secondary"
        isLoading={publish.isRunning}
        onPress={() => {
          // The refusal is shown above; nothing more is to be done with it here.
          publish.run({ activityId: activity.activityId }).catch(() => undefined);
        }}
      >
        发布这个活动
      </Button>
    </>
  );
}

export function ActivityCard({ activity, onTopic, onCopy }: ActivityCardProps) {
  return (
    <Card>
      <View className="organised__head">
        <Heading level={2} className="organised__title">
          {activity.title}
        </Heading>
        <ActivityState activity={activity} />
      </View>
      <View className="organised__facts">
        <Text>{spanText(activity)}</Text>
        <Text>{`${activity.placeName} · ${activity.divisionName}`}</Text>
        <Text>{`项目：${activity.projectTitle}`}</Text>
      </View>
      <ActivityDeeds activity={activity} onTopic={onTopic} onCopy={onCopy} />
    </Card>
  );
}

/** In a table all of them stand in one line. */
export function ActivityDeeds({
  activity,
  onTopic,
  onCopy,
  isInTable = false,
}: ActivityCardProps & { readonly isInTable?: boolean }) {
  const kind = isInTable ? 'text' : 'secondary';
  const code = isLive(activity) ? (
    <Button kind={isRunning(activity) ? 'primary' : 'secondary'} icon="scan" onPress={() => onTopic('codes')}>
      展示签到码
    </Button>
  ) : null;
  return (
    <>
      {activity.state === 'draft' ? <PublishButton activity={activity} /> : null}
      {isInTable ? null : code}
      <Row>
        {isInTable ? code : null}
        {activity.state === 'published' ? (
          <Button kind={kind} size="small" onPress={() => onTopic('links')}>
            链接与二维码
          </Button>
        ) : null}
        {activity.state === 'cancelled' ? null : (
          <Button kind={kind} size="small" onPress={() => openRoute(activityTextRoute(activity.activityId))}>
            改说明
          </Button>
        )}
        {activity.state === 'cancelled' ? null : (
          <Button
            kind={kind}
            size="small"
            onPress={() => openRoute(activityPicturesRoute(activity.activityId))}
          >
            照片和附件
          </Button>
        )}
        <Button kind={kind} size="small" onPress={onCopy}>
          照着新建
        </Button>
      </Row>
    </>
  );
}

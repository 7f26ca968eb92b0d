/** 我的活动: drafts and published ones, newest first, page after page. */
import { useState } from 'react';

import type { ActivityView } from '@contract/activity.contract';
import { civilDayOf } from '@domain/time/civil-day';

import { formatInstant, formatNearDay, formatPeriod } from '@/lib/format';
import { messageOf } from '@/lib/messages.zh-CN';
import { openRoute } from '@/lib/open-route';
import { activityPicturesRoute, activityTextRoute } from '@/lib/routes';
import { serverNow } from '@/lib/server-clock';
import { useCommand } from '@/lib/use-procedure';
import { Button } from '@/ui/button';
import { Card, Grid, Row, Section, Tag } from '@/ui/layout';
import { Heading, Text, View } from '@/ui/primitives';
import { EmptyState, ErrorState, Notice, Skeleton } from '@/ui/states';

import './organiser.scss';
import { ActivitySheet, type SheetTopic } from './activity-sheet';
import { useOrganisedActivities } from './use-organised-activities';

const STATE_WORDS: Readonly<Record<ActivityView['state'], string>> = {
  draft: '草稿',
  published: '已发布',
  cancelled: '已取消',
};
const STATE_TONES = { draft: 'amber', published: 'green', cancelled: 'plain' } as const;

/** Its first check-in has opened and its last shift has not ended. */
function isRunning(activity: ActivityView): boolean {
  const now = serverNow();
  const hasBegun = activity.checkInOpensAt <= now;
  return activity.state === 'published' && hasBegun && now < activity.lastEndsAt;
}

/**
 * One day reads as a period; several days as a first and a last one, or it would look like one long night.
 */
function spanText({ firstStartsAt, lastEndsAt }: ActivityView): string {
  const now = serverNow();
  const lastDay = civilDayOf(lastEndsAt - 1);
  if (civilDayOf(firstStartsAt) === lastDay) return formatPeriod(firstStartsAt, lastEndsAt, now);
  return `${formatInstant(firstStartsAt, now)} 起，到 ${formatNearDay(lastDay, civilDayOf(now))}`;
}

function stateWords(activity: ActivityView): string {
  const isOver = activity.state === 'published' && activity.lastEndsAt <= serverNow();
  return isOver ? '已结束' : STATE_WORDS[activity.state];
}

interface ActivityCardProps {
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

function ActivityCard({ activity, onTopic, onCopy }: ActivityCardProps) {
  const isLive = activity.state === 'published' && activity.lastEndsAt > serverNow();
  return (
    <Card>
      <View className="organised__head">
        <Heading level={2} className="organised__title">
          {activity.title}
        </Heading>
        <Tag tone={isLive || activity.state !== 'published' ? STATE_TONES[activity.state] : 'plain'}>
          {stateWords(activity)}
        </Tag>
      </View>
      <View className="organised__facts">
        <Text>{spanText(activity)}</Text>
        <Text>{`${activity.placeName} · ${activity.divisionName}`}</Text>
        <Text>{`项目：${activity.projectTitle}`}</Text>
      </View>
      {activity.state === 'draft' ? <PublishButton activity={activity} /> : null}
      {isLive ? (
        <Button
          kind={isRunning(activity) ? 'primary' : 'secondary'}
          icon="scan"
          onPress={() => onTopic('codes')}
        >
          展示签到码
        </Button>
      ) : null}
      <Row>
        {activity.state === 'published' ? (
          <Button kind="secondary" size="small" onPress={() => onTopic('links')}>
            链接与二维码
          </Button>
        ) : null}
        {activity.state === 'cancelled' ? null : (
          <Button
            kind="secondary"
            size="small"
            onPress={() => openRoute(activityTextRoute(activity.activityId))}
          >
            改说明
          </Button>
        )}
        {activity.state === 'cancelled' ? null : (
          <Button
            kind="secondary"
            size="small"
            onPress={() => openRoute(activityPicturesRoute(activity.activityId))}
          >
            照片和附件
          </Button>
        )}
        <Button kind="secondary" size="small" onPress={onCopy}>
          照着新建
        </Button>
      </Row>
    </Card>
  );
}

export interface OrganisedActivitiesProps {
  readonly onNew: () => void;
  readonly onCopy: (activityId: string) => void;
  readonly onShowCode: (shiftId: string) => void;
}

export function OrganisedActivities({ onNew, onCopy, onShowCode }: OrganisedActivitiesProps) {
  const list = useOrganisedActivities();
  const [opened, setOpened] = useState<{ activity: ActivityView; topic: SheetTopic } | null>(null);
  const message = list.error === null ? null : messageOf(list.error);
  if (list.activities === null) {
    if (message === null) return <Skeleton lines={6} />;
    return <ErrorState title={message.title} text={message.nextStep} onRetry={list.retry} />;
  }
  if (list.activities.length === 0) {
    return (
      <EmptyState
        title="还没有活动"
        text="在项目下新建一个活动，发布后志愿者就能报名，现场用签到码签到。"
        icon="organise"
        next={{ text: '新建活动', onPress: onNew }}
      />
    );
  }
  const cards = (activities: readonly ActivityView[]) => (
    <Grid minWidthPx={320}>
      {activities.map((activity) => (
        <ActivityCard
          key={activity.activityId}
          activity={activity}
          onTopic={(topic) => {
            setOpened({ activity, topic });
          }}
          onCopy={() => {
            onCopy(activity.activityId);
          }}
        />
      ))}
    </Grid>
  );
  const running = list.activities.filter(isRunning);
  const others = list.activities.filter((activity) => !isRunning(activity));
  return (
    <View className="organised">
      <View className="organised__new">
        <Button kind={running.length === 0 ? 'primary' : 'secondary'} onPress={onNew}>
          新建活动
        </Button>
      </View>
      {running.length === 0 ? null : <Section title="正在进行">{cards(running)}</Section>}
      {running.length === 0 ? cards(others) : <Section title="其他活动">{cards(others)}</Section>}
      {message === null ? null : (
        <Notice tone="warning" title={message.title} next={{ text: '再试一次', onPress: list.retry }}>
          {message.nextStep}
        </Notice>
      )}
      {list.hasMore ? (
        <Button kind="secondary" onPress={list.loadMore} isLoading={list.isLoadingMore}>
          再看一些
        </Button>
      ) : null}
      <ActivitySheet
        opened={opened}
        onClose={() => {
          setOpened(null);
        }}
        onShowCode={onShowCode}
      />
    </View>
  );
}

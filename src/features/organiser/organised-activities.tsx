/** 我的活动: drafts and published ones, newest first, page after page. */
import { useState } from 'react';

import type { ActivityView } from '@contract/activity.contract';
import { BatchBar } from '@/lib/batch-bar';
import { messageOf } from '@/lib/messages.zh-CN';
import { Button } from '@/ui/button';
import { Section, TopDeed } from '@/ui/layout';
import { View } from '@/ui/primitives';
import { EmptyState, ErrorState, Notice, Skeleton } from '@/ui/states';

import './organiser.scss';
import { isRunning } from './activity-card';
import { ActivitySheet, type SheetTopic } from './activity-sheet';
import { ActivityRows, CANCELLING } from './activity-table';
import { useOrganisedActivities } from './use-organised-activities';

export interface OrganisedActivitiesProps {
  readonly onNew: () => void;
  readonly onCopy: (activityId: string) => void;
  readonly onShowCode: (shiftId: string) => void;
}

export function OrganisedActivities({ onNew, onCopy, onShowCode }: OrganisedActivitiesProps) {
  const list = useOrganisedActivities();
  const [keys, setKeys] = useState<readonly string[]>([]);
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
  const rows = (activities: readonly ActivityView[]) => (
    <ActivityRows
      activities={activities}
      keys={keys}
      onKeys={setKeys}
      onTopic={(activity, topic) => setOpened({ activity, topic })}
      onCopy={onCopy}
      onMore={list.hasMore ? list.loadMore : undefined}
    />
  );
  const all = list.activities;
  const running = all.filter(isRunning);
  const others = all.filter((activity) => !isRunning(activity));
  return (
    <View className="organised">
      <TopDeed>
        <Button kind={running.length === 0 ? 'primary' : 'secondary'} onPress={onNew}>
          新建活动
        </Button>
      </TopDeed>
      {running.length === 0 ? null : <Section title="正在进行">{rows(running)}</Section>}
      {running.length === 0 ? rows(others) : <Section title="其他活动">{rows(others)}</Section>}
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
      <BatchBar
        choices={CANCELLING}
        keys={keys}
        nameOf={(key) => all.find(({ activityId }) => activityId === key)?.title ?? key}
        invalidates={['activity.listOrganisedActivities', 'activity.listUpcomingActivities']}
        onChange={setKeys}
      />
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

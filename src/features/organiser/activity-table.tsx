/** My activities in the table of a wide window (CS8), and calling several off (CS11). */
import type { ActivityView } from '@contract/activity.contract';
import type { BatchChoice } from '@/lib/batch-types';
import { formatCount } from '@/lib/format';
import { useWideWindow } from '@/platform/wide-window';
import { Grid, Paragraph } from '@/ui/layout';
import { Table, type TableColumn } from '@/ui/table';

import { ActivityCard, ActivityDeeds, ActivityState, isLive, spanText } from './activity-card';
import type { SheetTopic } from './activity-sheet';

export const CANCELLING: readonly BatchChoice[] = [
  {
    deed: 'cancelActivities',
    verb: '取消',
    reasonLabel: '为什么取消',
    sumWords: ({ count, people }) =>
      `取消 ${formatCount(count)} 个活动里还没开始的场次，报名和候补的 ${formatCount(people)} 人次会收到通知。`,
  },
];

const COLUMNS: readonly TableColumn<ActivityView>[] = [
  {
    head: '活动',
    cell: ({ title, projectTitle }) => (
      <>
        {title}
        <Paragraph isSoft isSmall>
          {projectTitle}
        </Paragraph>
      </>
    ),
  },
  { head: '时间', cell: spanText },
  { head: '地点', cell: ({ placeName }) => placeName },
  { head: '状态', cell: (activity) => <ActivityState activity={activity} />, isTight: true },
];

interface ActivityRowsProps {
  readonly activities: readonly ActivityView[];
  readonly keys: readonly string[];
  readonly onKeys: (keys: readonly string[]) => void;
  readonly onTopic: (activity: ActivityView, topic: SheetTopic) => void;
  readonly onCopy: (activityId: string) => void;
  readonly onMore: (() => void) | undefined;
}

export function ActivityRows(props: ActivityRowsProps) {
  const { activities, keys, onKeys, onTopic, onCopy, onMore } = props;
  const card = (activity: ActivityView) => (
    <ActivityCard
      key={activity.activityId}
      activity={activity}
      onTopic={(topic) => onTopic(activity, topic)}
      onCopy={() => onCopy(activity.activityId)}
    />
  );
  if (!useWideWindow()) return <Grid minWidthPx={320}>{activities.map(card)}</Grid>;
  return (
    <Table
      label="我的活动"
      rows={activities}
      columns={COLUMNS}
      keyOf={({ activityId }) => activityId}
      nameOf={({ title }) => title}
      card={card}
      selection={{ keys, isSelectable: isLive, onChange: onKeys }}
      deeds={(activity) => (
        <ActivityDeeds
          isInTable
          activity={activity}
          onTopic={(topic) => onTopic(activity, topic)}
          onCopy={() => onCopy(activity.activityId)}
        />
      )}
      onMore={onMore}
    />
  );
}

import { ActivityPanel } from '@/features/activity/activity-panel';
import { AppScreen } from '@/features/shell/app-screen';
import { usePageParams } from '@/platform/navigation';

export default function ActivityPage() {
  const { id = '' } = usePageParams();
  return (
    <AppScreen title="活动">
      <ActivityPanel activityId={id} />
    </AppScreen>
  );
}

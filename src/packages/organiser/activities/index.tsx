import { OrganisedActivities } from '@/features/organiser/organised-activities';
import { AppScreen } from '@/features/shell/app-screen';
import { openPage } from '@/platform/navigation';
import { Button } from '@/ui/button';

const EDITOR = '/packages/organiser/activity-editor/index';

export default function ActivitiesPage() {
  const onNew = () => {
    openPage(EDITOR);
  };
  return (
    <AppScreen title="我的活动" actions={<Button onPress={onNew}>新建活动</Button>}>
      <OrganisedActivities
        onNew={onNew}
        onCopy={(activityId) => {
          openPage(EDITOR, { copy: activityId });
        }}
        onShowCode={(shiftId) => {
          openPage('/packages/organiser/rotating-code/index', { id: shiftId });
        }}
      />
    </AppScreen>
  );
}

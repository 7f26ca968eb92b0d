import { OrganisedActivities } from '@/features/organiser/organised-activities';
import { AppScreen } from '@/features/shell/app-screen';
import { openPage } from '@/platform/navigation';

const EDITOR = '/packages/organiser/activity-editor/index';

export default function ActivitiesPage() {
  return (
    <AppScreen title="我的活动">
      <OrganisedActivities
        onNew={() => {
          openPage(EDITOR);
        }}
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

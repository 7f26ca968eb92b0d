import { PlannerPanel } from '@/features/planner/planner-panel';
import { AppScreen } from '@/features/shell/app-screen';
import { openPage, replacePage, usePageParams } from '@/platform/navigation';

export default function PlannerPage() {
  const { division } = usePageParams();
  return (
    <AppScreen title="规划">
      <PlannerPanel
        divisionCode={division ?? null}
        onOpenOwn={() => {
          replacePage('/packages/office/planner/index');
        }}
        onOpenDivision={(code) => {
          openPage('/packages/office/planner/index', { division: code });
        }}
      />
    </AppScreen>
  );
}

import { RuralCommunitiesPanel } from '@/features/board/rural-communities-panel';
import { AppScreen } from '@/features/shell/app-screen';
import { usePageParams } from '@/platform/navigation';

export default function RuralCommunitiesPage() {
  const { division, day } = usePageParams();
  return (
    <AppScreen title="村级覆盖">
      <RuralCommunitiesPanel divisionCode={division} day={day} />
    </AppScreen>
  );
}

import { VillagesPanel } from '@/features/board/villages-panel';
import { AppScreen } from '@/features/shell/app-screen';
import { usePageParams } from '@/platform/navigation';

export default function VillagesPage() {
  const { division, day } = usePageParams();
  return (
    <AppScreen title="村级覆盖">
      <VillagesPanel divisionCode={division} day={day} />
    </AppScreen>
  );
}

import { HeldShiftsPanel } from '@/features/board/held-shifts-panel';
import { AppScreen } from '@/features/shell/app-screen';
import { usePageParams } from '@/platform/navigation';

export default function HeldShiftsPage() {
  const { division, day, rural } = usePageParams();
  return (
    <AppScreen title="举办的场次">
      <HeldShiftsPanel divisionCode={division} day={day} isRuralOnly={rural === '1'} />
    </AppScreen>
  );
}

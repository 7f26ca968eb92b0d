import { ChangePanel } from '@/features/organiser/change-form';
import { AppScreen } from '@/features/shell/app-screen';
import { usePageParams } from '@/platform/navigation';

export default function ShiftChangePage() {
  const { id = '' } = usePageParams();
  return (
    <AppScreen title="改时间和地点" isNarrow>
      <ChangePanel shiftId={id} />
    </AppScreen>
  );
}

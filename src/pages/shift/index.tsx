import { ShiftPanel } from '@/features/activity/shift-panel';
import { AppScreen } from '@/features/shell/app-screen';
import { usePageParams } from '@/platform/navigation';

export default function ShiftPage() {
  const { id = '' } = usePageParams();
  return (
    <AppScreen title="场次">
      <ShiftPanel shiftId={id} />
    </AppScreen>
  );
}

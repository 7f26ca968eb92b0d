import { PlacePanel } from '@/features/attendance/place-panel';
import { AppScreen } from '@/features/shell/app-screen';
import { usePageParams } from '@/platform/navigation';

export default function PlacePage() {
  const { s = '' } = usePageParams();
  return (
    <AppScreen title="这里的场次">
      <PlacePanel scene={s} />
    </AppScreen>
  );
}

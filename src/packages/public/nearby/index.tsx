import { NearbyPanel } from '@/features/nearby/nearby-panel';
import { AppScreen } from '@/features/shell/app-screen';

export default function NearbyPage() {
  return (
    <AppScreen title="附近的场次" isNarrow>
      <NearbyPanel />
    </AppScreen>
  );
}

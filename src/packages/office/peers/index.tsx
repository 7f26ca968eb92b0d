import { PeersPanel } from '@/features/peers/peers-panel';
import { AppScreen } from '@/features/shell/app-screen';

export default function PeersPage() {
  return (
    <AppScreen title="与同类城市比较">
      <PeersPanel />
    </AppScreen>
  );
}

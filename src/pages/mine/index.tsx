import { MinePanel } from '@/features/mine/mine-panel';
import { AppScreen } from '@/features/shell/app-screen';

export default function MinePage() {
  return (
    <AppScreen title="我的">
      <MinePanel />
    </AppScreen>
  );
}

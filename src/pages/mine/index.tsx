import { MinePanel } from '@/features/mine/mine-panel';
import { AppScreen } from '@/features/shell/app-screen';
import { IdentitySection } from '@/features/shell/shell-banner';

export default function MinePage() {
  return (
    <AppScreen title="我的">
      <MinePanel />
      <IdentitySection />
    </AppScreen>
  );
}

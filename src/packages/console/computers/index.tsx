import { ComputersPanel } from '@/features/console/computers-panel';
import { AppScreen } from '@/features/shell/app-screen';

export default function ConsoleComputersPage() {
  return (
    <AppScreen title="登录着的电脑" isNarrow>
      <ComputersPanel />
    </AppScreen>
  );
}

import { ImportsPanel } from '@/features/imports/imports-panel';
import { AppScreen } from '@/features/shell/app-screen';

export default function ImportsPage() {
  return (
    <AppScreen title="导入名册和记录">
      <ImportsPanel />
    </AppScreen>
  );
}

import { ImportsPanel } from '@/features/imports/imports-panel';
import { AppScreen } from '@/features/shell/app-screen';

export default function ImportsPage() {
  return (
    <AppScreen title="导入花名册">
      <ImportsPanel />
    </AppScreen>
  );
}

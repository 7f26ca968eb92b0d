import { QuietPanel } from '@/features/demand/quiet-panel';
import { AppScreen } from '@/features/shell/app-screen';

export default function QuietPage() {
  return (
    <AppScreen title="久未服务的村">
      <QuietPanel />
    </AppScreen>
  );
}

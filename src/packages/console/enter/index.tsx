import { EnterPanel } from '@/features/console/enter-panel';
import { AppScreen } from '@/features/shell/app-screen';
import { usePageParams } from '@/platform/navigation';

export default function ConsoleEnterPage() {
  const { ended } = usePageParams();
  return (
    <AppScreen title="电脑工作台" isNarrow>
      <EnterPanel hasEnded={ended === '1'} />
    </AppScreen>
  );
}

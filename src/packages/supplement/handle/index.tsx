import { AppScreen } from '@/features/shell/app-screen';
import { HandlePanel } from '@/features/supplement/handle-panel';

export default function HandleSupplementPage() {
  return (
    <AppScreen title="补录办理" isNarrow>
      <HandlePanel />
    </AppScreen>
  );
}

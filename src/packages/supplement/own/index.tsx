import { AppScreen } from '@/features/shell/app-screen';
import { OwnPanel } from '@/features/supplement/own-panel';

export default function OwnSupplementPage() {
  return (
    <AppScreen title="我的补录" isNarrow>
      <OwnPanel />
    </AppScreen>
  );
}

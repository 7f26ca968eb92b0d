import { AppScreen } from '@/features/shell/app-screen';
import { PublicPanel } from '@/features/supplement/public-panel';

export default function PublicSupplementPage() {
  return (
    <AppScreen title="补录公示">
      <PublicPanel />
    </AppScreen>
  );
}

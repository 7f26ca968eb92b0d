import { MyOrdersPanel } from '@/features/demand/my-orders-panel';
import { AppScreen } from '@/features/shell/app-screen';

export default function MyOrdersPage() {
  return (
    <AppScreen title="点单">
      <MyOrdersPanel />
    </AppScreen>
  );
}

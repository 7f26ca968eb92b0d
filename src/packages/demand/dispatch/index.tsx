import { OrdersPanel } from '@/features/demand/orders-panel';
import { AppScreen } from '@/features/shell/app-screen';

export default function OrdersPage() {
  return (
    <AppScreen title="派单">
      <OrdersPanel />
    </AppScreen>
  );
}

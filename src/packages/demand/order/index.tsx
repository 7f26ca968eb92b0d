import { OrderPanel } from '@/features/demand/order-panel';
import { AppScreen } from '@/features/shell/app-screen';
import { usePageParams } from '@/platform/navigation';

export default function OrderPage() {
  const { id } = usePageParams();
  return (
    <AppScreen title="点单详情" isNarrow>
      <OrderPanel orderId={id} />
    </AppScreen>
  );
}

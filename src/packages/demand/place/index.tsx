import { PlaceOrderPanel } from '@/features/demand/place-order-panel';
import { AppScreen } from '@/features/shell/app-screen';
import { usePageParams } from '@/platform/navigation';

export default function PlaceOrderPage() {
  const { community } = usePageParams();
  return (
    <AppScreen title="我要点单" isNarrow>
      <PlaceOrderPanel community={community} />
    </AppScreen>
  );
}

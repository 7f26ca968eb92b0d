import { AppScreen } from '@/features/shell/app-screen';
import { WakePanel } from '@/features/wake/wake-panel';
import { usePageParams } from '@/platform/navigation';

export default function WakePage() {
  const { id = '' } = usePageParams();
  return (
    <AppScreen title="一次唤醒">
      <WakePanel wakeId={id} />
    </AppScreen>
  );
}

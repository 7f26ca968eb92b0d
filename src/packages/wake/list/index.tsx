import { AppScreen } from '@/features/shell/app-screen';
import { WakesPanel } from '@/features/wake/wakes-panel';
import { isOffice, useMe } from '@/lib/use-me';
import { EmptyState } from '@/ui/states';

export default function WakesPage() {
  return (
    <AppScreen title="唤醒未活跃">
      {isOffice(useMe().data) ? (
        <WakesPanel />
      ) : (
        <EmptyState title="您不能看这一页" text="只有县、市级办公室可以邀请未活跃的志愿者。" />
      )}
    </AppScreen>
  );
}

import { isShortId } from '@domain/kernel/identifiers';

import { ClosingPanel } from '@/features/closing/closing-panel';
import { AppScreen } from '@/features/shell/app-screen';
import { openRoute } from '@/lib/open-route';
import { organiserRoute } from '@/lib/routes';
import { usePageParams } from '@/platform/navigation';
import { EmptyState } from '@/ui/states';

export default function ClosingPage() {
  const { id = '' } = usePageParams();
  return (
    <AppScreen title="收队">
      {isShortId(id) ? (
        <ClosingPanel shiftId={id} />
      ) : (
        <EmptyState
          title="没有指明是哪一场"
          text="请从“我的活动”里选一个活动，再打开它的场次。"
          next={{ text: '去我的活动', onPress: () => openRoute(organiserRoute) }}
        />
      )}
    </AppScreen>
  );
}

import { isShortId } from '@domain/kernel/identifiers';

import { DutyPanel } from '@/features/duty/duty-panel';
import { AppScreen } from '@/features/shell/app-screen';
import { openRoute } from '@/lib/open-route';
import { organiserRoute } from '@/lib/routes';
import { usePageParams } from '@/platform/navigation';
import { EmptyState } from '@/ui/states';

export default function DutyPage() {
  const { id = '' } = usePageParams();
  return (
    <AppScreen title="登记到岗" isNarrow>
      {isShortId(id) ? (
        <DutyPanel shiftId={id} />
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

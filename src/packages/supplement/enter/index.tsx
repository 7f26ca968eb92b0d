import { isShortId } from '@domain/kernel/identifiers';

import { AppScreen } from '@/features/shell/app-screen';
import { EnterPanel } from '@/features/supplement/enter-panel';
import { openRoute } from '@/lib/open-route';
import { organiserRoute } from '@/lib/routes';
import { usePageParams } from '@/platform/navigation';
import { EmptyState } from '@/ui/states';

export default function EnterSupplementPage() {
  const { id = '' } = usePageParams();
  return (
    <AppScreen title="录入补录" isNarrow>
      {isShortId(id) ? (
        <EnterPanel shiftId={id} />
      ) : (
        <EmptyState
          title="没有指明是哪一场"
          text="请打开要补录的场次，点“补录”。"
          next={{ text: '去我的活动', onPress: () => openRoute(organiserRoute) }}
        />
      )}
    </AppScreen>
  );
}

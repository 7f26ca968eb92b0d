import { isShortId } from '@domain/kernel/identifiers';

import { CountPanel } from '@/features/outcome/count-panel';
import { AppScreen } from '@/features/shell/app-screen';
import { openRoute } from '@/lib/open-route';
import { brandDeskRoute } from '@/lib/routes';
import { usePageParams } from '@/platform/navigation';
import { EmptyState } from '@/ui/states';

export default function CountPage() {
  const { id = '' } = usePageParams();
  return (
    <AppScreen title="十分钟取样">
      {isShortId(id) ? (
        <CountPanel projectId={id} />
      ) : (
        <EmptyState
          title="没有指明是哪个项目"
          text="请从项目工作台选一个项目，再开始取样。"
          next={{ text: '去项目工作台', onPress: () => openRoute(brandDeskRoute()) }}
        />
      )}
    </AppScreen>
  );
}

import { isShortId } from '@domain/kernel/identifiers';

import { KitPanel } from '@/features/kit/kit-panel';
import { AppScreen } from '@/features/shell/app-screen';
import { openRoute } from '@/lib/open-route';
import { projectsRoute } from '@/lib/routes';
import { usePageParams } from '@/platform/navigation';
import { EmptyState } from '@/ui/states';

export default function KitPage() {
  const { id = '' } = usePageParams();
  return (
    <AppScreen title="复制项目">
      {isShortId(id) ? (
        <KitPanel projectId={id} />
      ) : (
        <EmptyState
          title="没有指明是哪个项目"
          text="请先打开一个品牌项目，再从它的页面复制。"
          next={{ text: '去看品牌项目', onPress: () => openRoute(projectsRoute) }}
        />
      )}
    </AppScreen>
  );
}

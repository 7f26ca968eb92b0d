import { isShortId } from '@domain/kernel/identifiers';

import { ImportPanel } from '@/features/imports/import-panel';
import { AppScreen } from '@/features/shell/app-screen';
import { openRoute } from '@/lib/open-route';
import { importsRoute } from '@/lib/routes';
import { usePageParams } from '@/platform/navigation';
import { EmptyState } from '@/ui/states';

export default function ImportPage() {
  const { id = '' } = usePageParams();
  return (
    <AppScreen title="一次导入">
      {isShortId(id) ? (
        <ImportPanel importId={id} />
      ) : (
        <EmptyState
          title="没有指明是哪一次导入"
          text="请从列表里打开。"
          next={{ text: '看全部导入', onPress: () => openRoute(importsRoute) }}
        />
      )}
    </AppScreen>
  );
}

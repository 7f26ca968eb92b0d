import { isShortId } from '@domain/kernel/identifiers';

import { CardSheetPanel } from '@/features/card/card-sheet-panel';
import { AppScreen } from '@/features/shell/app-screen';
import { openRoute } from '@/lib/open-route';
import { organiserRoute } from '@/lib/routes';
import { usePageParams } from '@/platform/navigation';
import { EmptyState } from '@/ui/states';

export default function CardsPage() {
  const { id = '' } = usePageParams();
  return (
    <AppScreen title="打印志愿者证">
      {isShortId(id) ? (
        <CardSheetPanel shiftId={id} />
      ) : (
        <EmptyState
          title="没有指明是哪一场"
          text="请先打开一个场次，再从那里进来。"
          next={{ text: '去我的活动', onPress: () => openRoute(organiserRoute) }}
        />
      )}
    </AppScreen>
  );
}

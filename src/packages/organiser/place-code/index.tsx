import { isShortId } from '@domain/kernel/identifiers';

import { PlaceCodePanel } from '@/features/place-code/place-code-panel';
import { AppScreen } from '@/features/shell/app-screen';
import { openRoute } from '@/lib/open-route';
import { organiserRoute } from '@/lib/routes';
import { usePageParams } from '@/platform/navigation';
import { EmptyState } from '@/ui/states';

export default function PlaceCodePage() {
  const { id = '' } = usePageParams();
  return (
    <AppScreen title="地点码">
      {isShortId(id) ? (
        <PlaceCodePanel shiftId={id} />
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

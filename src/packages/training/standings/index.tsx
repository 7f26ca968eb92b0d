import { isShortId } from '@domain/kernel/identifiers';

import { AppScreen } from '@/features/shell/app-screen';
import { StandingsPanel } from '@/features/training/standings-panel';
import { openRoute } from '@/lib/open-route';
import { organiserRoute } from '@/lib/routes';
import { usePageParams } from '@/platform/navigation';
import { EmptyState } from '@/ui/states';

export default function StandingsPage() {
  const { id = '' } = usePageParams();
  return (
    <AppScreen title="谁缺培训" isNarrow>
      {isShortId(id) ? (
        <StandingsPanel shiftId={id} />
      ) : (
        <EmptyState
          title="没有指明是哪个场次"
          text="请从场次页打开。"
          next={{ text: '去组织活动', onPress: () => openRoute(organiserRoute) }}
        />
      )}
    </AppScreen>
  );
}

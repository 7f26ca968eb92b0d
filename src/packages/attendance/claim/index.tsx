import { isShortId } from '@domain/kernel/identifiers';

import { ClaimPanel } from '@/features/claim/claim-panel';
import { AppScreen } from '@/features/shell/app-screen';
import { openRoute } from '@/lib/open-route';
import { recordsRoute } from '@/lib/routes';
import { usePageParams } from '@/platform/navigation';
import { EmptyState } from '@/ui/states';

export default function ClaimPage() {
  const { id = '' } = usePageParams();
  return (
    <AppScreen title="申请更正" isNarrow>
      {isShortId(id) ? (
        <ClaimPanel shiftId={id} />
      ) : (
        <EmptyState
          title="没有指明是哪条记录"
          text="请从“我的服务记录”里打开一条记录，再申请更正。"
          next={{ text: '看我的服务记录', onPress: () => openRoute(recordsRoute) }}
        />
      )}
    </AppScreen>
  );
}

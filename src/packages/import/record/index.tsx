import { isShortId } from '@domain/kernel/identifiers';

import { ImportedRecordPanel } from '@/features/imports/imported-record-panel';
import { AppScreen } from '@/features/shell/app-screen';
import { openRoute } from '@/lib/open-route';
import { recordsRoute } from '@/lib/routes';
import { usePageParams } from '@/platform/navigation';
import { EmptyState } from '@/ui/states';

export default function ImportedRecordPage() {
  const { id = '' } = usePageParams();
  return (
    <AppScreen title="导入的记录" isNarrow>
      {isShortId(id) ? (
        <ImportedRecordPanel shiftId={id} />
      ) : (
        <EmptyState
          title="没有指明是哪条记录"
          text="请从“我的服务记录”里打开。"
          next={{ text: '看我的服务记录', onPress: () => openRoute(recordsRoute) }}
        />
      )}
    </AppScreen>
  );
}

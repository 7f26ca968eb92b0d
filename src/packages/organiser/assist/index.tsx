import { isShortId } from '@domain/kernel/identifiers';

import { AssistPanel } from '@/features/assist/assist-panel';
import { AppScreen } from '@/features/shell/app-screen';
import { openRoute } from '@/lib/open-route';
import { organiserRoute } from '@/lib/routes';
import { usePageParams } from '@/platform/navigation';
import { EmptyState } from '@/ui/states';

export default function AssistPage() {
  const { id = '', card } = usePageParams();
  return (
    <AppScreen title="协助签到">
      {isShortId(id) ? (
        <AssistPanel shiftId={id} />
      ) : (
        <EmptyState
          title={card === undefined ? '没有指明是哪一场' : '这是一张志愿者证'}
          text="组织者请打开正在进行的场次，点“协助签到”，再扫这张证。"
          next={{ text: '去我的活动', onPress: () => openRoute(organiserRoute) }}
        />
      )}
    </AppScreen>
  );
}

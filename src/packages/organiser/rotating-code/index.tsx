import { isShortId } from '@domain/kernel/identifiers';

import { CodeScreen } from '@/features/organiser/code-screen';
import { AppScreen } from '@/features/shell/app-screen';
import { openPage, usePageParams } from '@/platform/navigation';
import { EmptyState } from '@/ui/states';

export default function RotatingCodePage() {
  const { id = '' } = usePageParams();
  return (
    <AppScreen title="签到码">
      {isShortId(id) ? (
        <CodeScreen shiftId={id} />
      ) : (
        <EmptyState
          title="没有指明是哪一场"
          text="请从“我的活动”里选一个活动，再点“展示签到码”。"
          next={{
            text: '去我的活动',
            onPress: () => {
              openPage('/packages/organiser/activities/index');
            },
          }}
        />
      )}
    </AppScreen>
  );
}

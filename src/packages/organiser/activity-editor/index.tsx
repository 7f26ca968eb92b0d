import { useMemo } from 'react';

import { ActivityEditorPanel } from '@/features/organiser/activity-editor';
import { AppScreen } from '@/features/shell/app-screen';
import { replacePage, usePageParams } from '@/platform/navigation';

export default function ActivityEditorPage() {
  const { project, copy, order, community } = usePageParams();
  const params = useMemo(
    () => ({ projectId: project, copyOf: copy, orderId: order, communityCode: community }),
    [project, copy, order, community],
  );
  return (
    <AppScreen title="新建活动" isNarrow>
      <ActivityEditorPanel
        params={params}
        exits={{
          onShowList: () => {
            replacePage('/packages/organiser/activities/index');
          },
          onShowCode: (shiftId) => {
            replacePage('/packages/organiser/rotating-code/index', { id: shiftId });
          },
        }}
      />
    </AppScreen>
  );
}

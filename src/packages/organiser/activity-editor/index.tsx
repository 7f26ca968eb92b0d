import { useMemo } from 'react';

import { ActivityEditorPanel } from '@/features/organiser/activity-editor';
import { AppScreen } from '@/features/shell/app-screen';
import { replacePage, usePageParams } from '@/platform/navigation';

export default function ActivityEditorPage() {
  const { project, copy } = usePageParams();
  const params = useMemo(() => ({ projectId: project, copyOf: copy }), [project, copy]);
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

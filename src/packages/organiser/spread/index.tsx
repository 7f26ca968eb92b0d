import { linkOfScene } from '@domain/link/link';

import { AppScreen } from '@/features/shell/app-screen';
import { SpreadOfActivity, SpreadOfProject } from '@/features/spread/spread-of';
import { usePageParams } from '@/platform/navigation';
import { EmptyState } from '@/ui/states';

export default function SpreadPage() {
  const { s = '' } = usePageParams();
  const link = linkOfScene(s);
  return (
    <AppScreen title="推广">
      {link?.kind === 'project' ? <SpreadOfProject projectId={link.projectId} /> : null}
      {link?.kind === 'activity' ? <SpreadOfActivity activityId={link.activityId} /> : null}
      {link === null ? (
        <EmptyState icon="share" title="没有选要推广的内容" text="请从项目页或活动的“链接与二维码”进来。" />
      ) : null}
    </AppScreen>
  );
}

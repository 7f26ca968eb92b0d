import { linkOfScene } from '@domain/link/link';

import { PosterPanel } from '@/features/poster/poster-panel';
import { AppScreen } from '@/features/shell/app-screen';
import { usePageParams } from '@/platform/navigation';
import { EmptyState } from '@/ui/states';

export default function PosterPage() {
  const { s = '' } = usePageParams();
  const link = linkOfScene(s);
  const isKnown = link?.kind === 'project' || link?.kind === 'activity' || link?.kind === 'station';
  return (
    <AppScreen title="海报">
      {isKnown ? (
        <PosterPanel target={link} />
      ) : (
        <EmptyState icon="picture" title="没有选要做海报的内容" text="请从项目、活动或站点进来。" />
      )}
    </AppScreen>
  );
}

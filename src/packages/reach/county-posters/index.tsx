import { CountyPostersPanel } from '@/features/poster/county-posters-panel';
import { AppScreen } from '@/features/shell/app-screen';
import { usePageParams } from '@/platform/navigation';
import { EmptyState } from '@/ui/states';

export default function CountyPostersPage() {
  const { county = '' } = usePageParams();
  return (
    <AppScreen title="全县站点海报" isNarrow>
      {/^\d{6}$/.test(county) ? (
        <CountyPostersPanel countyCode={county} />
      ) : (
        <EmptyState icon="place" title="没有选县（市）" text="请从“实践站点”进来。" />
      )}
    </AppScreen>
  );
}

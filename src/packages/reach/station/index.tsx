import { AppScreen } from '@/features/shell/app-screen';
import { StationPanel } from '@/features/stations/station-panel';
import { usePageParams } from '@/platform/navigation';

export default function StationPage() {
  const { id = '' } = usePageParams();
  return (
    <AppScreen title="实践站点" isNarrow>
      <StationPanel key={id} stationId={id} />
    </AppScreen>
  );
}

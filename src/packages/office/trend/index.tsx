import { TrendPanel } from '@/features/board/trend-panel';
import { AppScreen } from '@/features/shell/app-screen';
import { usePageParams } from '@/platform/navigation';

export default function TrendPage() {
  const { division, measure, day } = usePageParams();
  return (
    <AppScreen title="走势">
      <TrendPanel divisionCode={division} measure={measure} day={day} />
    </AppScreen>
  );
}

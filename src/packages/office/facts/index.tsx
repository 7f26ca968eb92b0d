import { FactsPanel } from '@/features/facts/facts-panel';
import { AppScreen } from '@/features/shell/app-screen';
import { usePageParams } from '@/platform/navigation';

export default function FactsPage() {
  const { division, measure, day } = usePageParams();
  return (
    <AppScreen title="数字背后的名单">
      <FactsPanel divisionCode={division} measure={measure} day={day} />
    </AppScreen>
  );
}

import { RosterPanel } from '@/features/organiser/roster-panel';
import { AppScreen } from '@/features/shell/app-screen';
import { usePageParams } from '@/platform/navigation';

export default function RosterPage() {
  const { id = '' } = usePageParams();
  return (
    <AppScreen title="报名和候补" isNarrow>
      <RosterPanel shiftId={id} />
    </AppScreen>
  );
}

import { AppScreen } from '@/features/shell/app-screen';
import { TeamPanel } from '@/features/teams/team-panel';
import { usePageParams } from '@/platform/navigation';

export default function TeamPage() {
  const { id = '' } = usePageParams();
  return (
    <AppScreen title="队伍">
      <TeamPanel teamId={id} />
    </AppScreen>
  );
}

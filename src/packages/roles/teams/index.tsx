import { TeamsPanel } from '@/features/teams/teams-panel';
import { AppScreen } from '@/features/shell/app-screen';

export default function TeamsPage() {
  return (
    <AppScreen title="志愿队伍">
      <TeamsPanel />
    </AppScreen>
  );
}

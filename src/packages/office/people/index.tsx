import { PeoplePanel } from '@/features/person-requests/people-panel';
import { AppScreen } from '@/features/shell/app-screen';

export default function PeoplePage() {
  return (
    <AppScreen title="合并与更正">
      <PeoplePanel />
    </AppScreen>
  );
}

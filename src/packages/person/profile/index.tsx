import { ProfilePanel } from '@/features/person/profile-panel';
import { AppScreen } from '@/features/shell/app-screen';
import { routeOfText } from '@/lib/routes';
import { usePageParams } from '@/platform/navigation';

export default function ProfilePage() {
  const { back, skill } = usePageParams();
  return (
    <AppScreen title="我的资料" isNarrow>
      <ProfilePanel back={routeOfText(back)} skill={skill} />
    </AppScreen>
  );
}

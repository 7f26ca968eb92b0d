import { HomePanel } from '@/features/home/home-panel';
import { AppScreen } from '@/features/shell/app-screen';

export default function HomePage() {
  return (
    <AppScreen title="首页">
      <HomePanel />
    </AppScreen>
  );
}

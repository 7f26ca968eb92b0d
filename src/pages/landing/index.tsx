import { LandingPanel } from '@/features/landing/landing-panel';
import { AppScreen } from '@/features/shell/app-screen';
import { usePageParams } from '@/platform/navigation';

export default function LandingPage() {
  const { scene, s, q, seen } = usePageParams();
  return (
    <AppScreen title="向锋" isNarrow>
      <LandingPanel scene={scene} s={s} q={q} seen={seen} />
    </AppScreen>
  );
}

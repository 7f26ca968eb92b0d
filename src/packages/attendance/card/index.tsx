import { MyCardPanel } from '@/features/card/my-card-panel';
import { AppScreen } from '@/features/shell/app-screen';

export default function MyCardPage() {
  return (
    <AppScreen title="我的志愿者证">
      <MyCardPanel />
    </AppScreen>
  );
}

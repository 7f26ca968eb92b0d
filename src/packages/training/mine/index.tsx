import { MyHonoursPanel } from '@/features/honour/my-honours-panel';
import { AppScreen } from '@/features/shell/app-screen';

export default function MyHonoursPage() {
  return (
    <AppScreen title="我的表彰" isNarrow>
      <MyHonoursPanel />
    </AppScreen>
  );
}

import { MovePanel } from '@/features/person/move-panel';
import { AppScreen } from '@/features/shell/app-screen';

export default function MovePage() {
  return (
    <AppScreen title="改居住地" isNarrow>
      <MovePanel />
    </AppScreen>
  );
}

import { ConsentsPanel } from '@/features/person/consents-panel';
import { AppScreen } from '@/features/shell/app-screen';

export default function ConsentsPage() {
  return (
    <AppScreen title="隐私与授权" isNarrow>
      <ConsentsPanel />
    </AppScreen>
  );
}

import { ChildrenPanel } from '@/features/guardian/children-panel';
import { AppScreen } from '@/features/shell/app-screen';

export default function ChildrenPage() {
  return (
    <AppScreen title="我的孩子" isNarrow>
      <ChildrenPanel />
    </AppScreen>
  );
}

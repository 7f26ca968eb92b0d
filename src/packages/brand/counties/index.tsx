import { CountiesPanel } from '@/features/counties/counties-panel';
import { AppScreen } from '@/features/shell/app-screen';

export default function BrandCountiesPage() {
  return (
    <AppScreen title="各县的品牌项目">
      <CountiesPanel />
    </AppScreen>
  );
}

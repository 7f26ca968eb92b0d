import { CountiesPanel } from '@/features/counties/counties-panel';
import { BrandMap } from '@/features/counties/map-panel';
import { AppScreen } from '@/features/shell/app-screen';

export default function BrandCountiesPage() {
  return (
    <AppScreen title="品牌项目在哪里">
      <BrandMap />
      <CountiesPanel />
    </AppScreen>
  );
}

import { BrandsPanel } from '@/features/board/brands-panel';
import { AppScreen } from '@/features/shell/app-screen';
import { usePageParams } from '@/platform/navigation';

export default function BrandsPage() {
  const { division, day } = usePageParams();
  return (
    <AppScreen title="品牌项目">
      <BrandsPanel divisionCode={division} day={day} />
    </AppScreen>
  );
}

import { ExportPanel } from '@/features/export/export-panel';
import { AppScreen } from '@/features/shell/app-screen';
import { usePageParams } from '@/platform/navigation';

export default function ExportPage() {
  const { division } = usePageParams();
  return (
    <AppScreen title="导出与打印">
      <ExportPanel divisionCode={division ?? null} />
    </AppScreen>
  );
}

import { ReportPanel } from '@/features/board/report-panel';
import { AppScreen } from '@/features/shell/app-screen';
import { usePageParams } from '@/platform/navigation';

export default function ReportPage() {
  const { division, from, to } = usePageParams();
  return (
    <AppScreen title="统计报告">
      <ReportPanel divisionCode={division} fromDay={from} toDay={to} />
    </AppScreen>
  );
}

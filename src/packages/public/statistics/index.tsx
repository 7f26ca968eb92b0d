import { PublicBoardPanel } from '@/features/public-board/public-board-panel';
import { AppScreen } from '@/features/shell/app-screen';

export default function PublicStatisticsPage() {
  return (
    <AppScreen title="志愿服务统计">
      <PublicBoardPanel />
    </AppScreen>
  );
}

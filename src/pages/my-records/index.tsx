import { RecordsPanel } from '@/features/mine/records-panel';
import { AppScreen } from '@/features/shell/app-screen';

export default function MyRecordsPage() {
  return (
    <AppScreen title="我的服务记录" isNarrow>
      <RecordsPanel />
    </AppScreen>
  );
}

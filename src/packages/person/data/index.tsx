import { DataPanel } from '@/features/person/data-panel';
import { AppScreen } from '@/features/shell/app-screen';

export default function DataPage() {
  return (
    <AppScreen title="我的信息" isNarrow>
      <DataPanel />
    </AppScreen>
  );
}

import { IssuedPanel } from '@/features/issued-certificates/issued-panel';
import { AppScreen } from '@/features/shell/app-screen';

export default function IssuedCertificatesPage() {
  return (
    <AppScreen title="证明管理">
      <IssuedPanel />
    </AppScreen>
  );
}

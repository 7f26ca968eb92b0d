import { CertificatePanel } from '@/features/certificate/certificate-panel';
import { AppScreen } from '@/features/shell/app-screen';
import { usePageParams } from '@/platform/navigation';

export default function CertificatePage() {
  const { id } = usePageParams();
  return (
    <AppScreen title="证明">
      <CertificatePanel certificateId={id} />
    </AppScreen>
  );
}

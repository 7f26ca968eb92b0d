import { CertificateList } from '@/features/certificate/certificate-list';
import { AppScreen } from '@/features/shell/app-screen';

export default function MyCertificatesPage() {
  return (
    <AppScreen title="我的证明" isNarrow>
      <CertificateList />
    </AppScreen>
  );
}

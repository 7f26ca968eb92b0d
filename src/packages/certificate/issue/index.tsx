import { IssuePanel } from '@/features/certificate/issue-panel';
import { AppScreen } from '@/features/shell/app-screen';

export default function IssueCertificatePage() {
  return (
    <AppScreen title="开证明" isNarrow>
      <IssuePanel />
    </AppScreen>
  );
}

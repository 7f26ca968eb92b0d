import { ClaimsPanel } from '@/features/claims/claims-panel';
import { AppScreen } from '@/features/shell/app-screen';

export default function ClaimsPage() {
  return (
    <AppScreen title="更正申请" isNarrow>
      <ClaimsPanel />
    </AppScreen>
  );
}

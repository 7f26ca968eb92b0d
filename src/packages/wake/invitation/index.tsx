import { InvitationPanel } from '@/features/invitation/invitation-panel';
import { AppScreen } from '@/features/shell/app-screen';
import { usePageParams } from '@/platform/navigation';

export default function InvitationPage() {
  const { id = '' } = usePageParams();
  return (
    <AppScreen title="活动邀请" isNarrow>
      <InvitationPanel wakeId={id} />
    </AppScreen>
  );
}

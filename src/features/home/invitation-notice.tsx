/** Who is invited reads it where it cannot be missed, whether a message came or not (WK5). */
import { openRoute } from '@/lib/open-route';
import { invitationRoute } from '@/lib/routes';
import { isRegistered, useMe } from '@/lib/use-me';
import { useProcedure } from '@/lib/use-procedure';
import { Notice } from '@/ui/states';

export function InvitationNotice() {
  const { data } = useProcedure('invitation.getMine', {}, { enabled: isRegistered(useMe().data) });
  const wakeId = data?.wakeId ?? null;
  if (wakeId === null) return null;
  return (
    <Notice
      tone="info"
      title="有适合您的活动"
      next={{ text: '看看', onPress: () => openRoute(invitationRoute(wakeId)) }}
    >
      离您家近、时间不冲突、还有名额的场次。来不来由您决定。
    </Notice>
  );
}

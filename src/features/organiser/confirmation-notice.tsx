/** On the screen the organiser has open anyway: somebody waits for a tap (AT3.2). */
import { openRoute } from '@/lib/open-route';
import { assistRoute } from '@/lib/routes';
import { useProcedure } from '@/lib/use-procedure';
import { Button } from '@/ui/button';
import { View } from '@/ui/primitives';
import { Notice } from '@/ui/states';

const REFRESH_MS = 5_000;

export function ConfirmationNotice({ shiftId }: { shiftId: string }) {
  const list = useProcedure('attendance.listConfirmations', { shiftId }, { refreshEveryMs: REFRESH_MS });
  const count = list.data?.waiting.length ?? 0;
  const open = () => openRoute(assistRoute(shiftId));
  return (
    <View className="code__assist">
      {count === 0 ? (
        <Button kind="secondary" icon="people" onPress={open}>
          协助签到：扫证，或按人数
        </Button>
      ) : (
        <Notice
          tone="warning"
          title={`${String(count)} 人等您确认在场`}
          next={{ text: '去确认', onPress: open }}
        >
          他们扫了地点码但定不了位，您点一下才算签到。
        </Notice>
      )}
    </View>
  );
}

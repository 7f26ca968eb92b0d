/** What only who is on duty may do says so before it is tried (AT6.1). */
import { openRoute } from './open-route';
import { dutyRoute } from './routes';
import { useProcedure } from './use-procedure';
import { Notice } from '@/ui/states';

/** Nothing while it is not known, and nothing without a network: it is checked when one is back. */
export function DutyNotice({ shiftId }: { shiftId: string }) {
  const duty = useProcedure('attendance.getDuty', { shiftId });
  if (duty.data?.isOnDuty !== false) return null;
  return (
    <Notice
      tone="warning"
      title="您还没有登记到岗"
      next={{ text: '去登记到岗', onPress: () => openRoute(dutyRoute(shiftId)) }}
    >
      到了现场先登记，才能出示签到码、协助签到和收队。
    </Notice>
  );
}

/** Who forgot to check out is told where it cannot be missed, and can put it right (AT7.2). */
import { openRoute } from '@/lib/open-route';
import { claimRoute, recordsRoute } from '@/lib/routes';
import { formatNearDay } from '@/lib/format';
import { isRegistered, useMe } from '@/lib/use-me';
import { useNow } from '@/lib/use-now';
import { useProcedure } from '@/lib/use-procedure';
import { civilDayOf } from '@domain/time/civil-day';
import { Notice } from '@/ui/states';

export function CorrectableNotice() {
  const me = useMe();
  const answer = useProcedure('attendance.listMyCorrectable', {}, { enabled: isRegistered(me.data) });
  const now = useNow(60_000);
  const [first, ...others] = answer.data?.attendances ?? [];
  if (first === undefined) return null;
  const day = formatNearDay(civilDayOf(first.startsAt), civilDayOf(now));
  const onPress = () => openRoute(others.length === 0 ? claimRoute(first.shiftId) : recordsRoute);
  return (
    <Notice
      tone="warning"
      title={`${day}的“${first.title}”没有签退`}
      next={{ text: others.length === 0 ? '申请更正' : `看这 ${String(others.length + 1)} 条记录`, onPress }}
    >
      没有签退的服务不计时长。30 天内可以说明离开的时间，请当时的组织者更正。
    </Notice>
  );
}

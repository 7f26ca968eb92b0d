/** What one does with a published activity: show a shift's code, or hand out its links. */
import type { ActivityView } from '@contract/activity.contract';

import { formatPeriod } from '@/lib/format';
import { messageOf } from '@/lib/messages.zh-CN';
import { serverNow } from '@/lib/server-clock';
import { useProcedure } from '@/lib/use-procedure';
import { List, ListRow } from '@/ui/list';
import { Text } from '@/ui/primitives';
import { Sheet } from '@/ui/sheet';
import { ErrorState, Skeleton } from '@/ui/states';

import { ActivityLinks } from './activity-links';

export type SheetTopic = 'codes' | 'links';

function ShiftChoice({
  activityId,
  onShowCode,
}: {
  activityId: string;
  onShowCode: (shiftId: string) => void;
}) {
  const activity = useProcedure('activity.getActivity', { activityId });
  if (activity.data === undefined) {
    if (activity.error === null) return <Skeleton lines={4} />;
    const { title, nextStep } = messageOf(activity.error);
    return <ErrorState title={title} text={nextStep} onRetry={activity.refetch} />;
  }
  const now = serverNow();
  const shifts = activity.data.shifts.filter((shift) => shift.state === 'open');
  return (
    <>
      <Text className="organised__hint">选一个场次，把屏幕给大家扫。没有网络时签到码照样更换。</Text>
      <List>
        {shifts.map((shift) => {
          const seats = shift.capacity === null ? '名额不限' : `名额 ${String(shift.capacity)}`;
          const isOver = shift.checkOutClosesAt <= now;
          return (
            <ListRow
              key={shift.shiftId}
              title={formatPeriod(shift.startsAt, shift.endsAt, now)}
              detail={`已报名 ${String(shift.takenCount)} 人 · ${seats}`}
              {...(isOver ? { value: '已结束' } : { onPress: () => onShowCode(shift.shiftId) })}
            />
          );
        })}
      </List>
    </>
  );
}

export interface ActivitySheetProps {
  readonly opened: { readonly activity: ActivityView; readonly topic: SheetTopic } | null;
  readonly onClose: () => void;
  readonly onShowCode: (shiftId: string) => void;
}

export function ActivitySheet({ opened, onClose, onShowCode }: ActivitySheetProps) {
  const title = opened?.topic === 'codes' ? '展示哪一场的签到码？' : '链接与二维码';
  return (
    <Sheet isOpen={opened !== null} title={title} onClose={onClose}>
      {opened === null ? null : opened.topic === 'codes' ? (
        <ShiftChoice
          activityId={opened.activity.activityId}
          onShowCode={(shiftId) => {
            onClose();
            onShowCode(shiftId);
          }}
        />
      ) : (
        <ActivityLinks activityId={opened.activity.activityId} title={opened.activity.title} />
      )}
    </Sheet>
  );
}

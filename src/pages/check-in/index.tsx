import { CheckInScreen } from '@/features/attendance/check-in-screen';
import { AppScreen } from '@/features/shell/app-screen';
import { usePageParams } from '@/platform/navigation';

export default function CheckInPage() {
  const { id = '', code, place, out, in: arriving } = usePageParams();
  const deeds = { isLeaving: out === '1', isArriving: arriving === '1' };
  return (
    <AppScreen title={out === '1' ? '签退' : '签到'} isNarrow>
      <CheckInScreen shiftId={id} code={code} place={place} {...deeds} />
    </AppScreen>
  );
}

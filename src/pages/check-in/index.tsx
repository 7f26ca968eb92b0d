import { CheckInScreen } from '@/features/attendance/check-in-screen';
import { AppScreen } from '@/features/shell/app-screen';
import { usePageParams } from '@/platform/navigation';

/** Milliseconds since 1970, as a route carries them. */
function instantOf(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{13}$/.test(text) ? Number(text) : undefined;
}

export default function CheckInPage() {
  const { id = '', code, at, place, out, in: arriving } = usePageParams();
  const deeds = { isLeaving: out === '1', isArriving: arriving === '1' };
  return (
    <AppScreen title={out === '1' ? '签退' : '签到'} isNarrow>
      <CheckInScreen shiftId={id} code={code} scannedAt={instantOf(at)} place={place} {...deeds} />
    </AppScreen>
  );
}

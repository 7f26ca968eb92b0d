import { CheckInHub } from '@/features/attendance/check-in-hub';
import { AppScreen } from '@/features/shell/app-screen';

export default function CheckInHubPage() {
  return (
    <AppScreen title="签到" isNarrow>
      <CheckInHub />
    </AppScreen>
  );
}

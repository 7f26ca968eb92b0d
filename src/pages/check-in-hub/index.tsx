import { Text } from '@/ui/primitives';
import { Screen } from '@/ui/screen';

export default function CheckInHubPage() {
  return (
    <Screen title="签到">
      <Text>签到</Text>
    </Screen>
  );
}

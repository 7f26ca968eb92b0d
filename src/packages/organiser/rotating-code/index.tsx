import { Text } from '@/ui/primitives';
import { Screen } from '@/ui/screen';

export default function RotatingCodePage() {
  return (
    <Screen title="签到码">
      <Text>签到码</Text>
    </Screen>
  );
}

import { Text } from '@/ui/primitives';
import { Screen } from '@/ui/screen';

export default function LandingPage() {
  return (
    <Screen title="向锋">
      <Text>向锋</Text>
    </Screen>
  );
}

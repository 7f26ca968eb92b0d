import { Text } from '@/ui/primitives';
import { Screen } from '@/ui/screen';

export default function ShiftPage() {
  return (
    <Screen title="场次">
      <Text>场次</Text>
    </Screen>
  );
}

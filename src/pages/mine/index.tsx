import { Text } from '@/ui/primitives';
import { Screen } from '@/ui/screen';

export default function MinePage() {
  return (
    <Screen title="我的">
      <Text>我的</Text>
    </Screen>
  );
}

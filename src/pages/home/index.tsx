import { Text } from '@/ui/primitives';
import { Screen } from '@/ui/screen';

export default function HomePage() {
  return (
    <Screen title="首页">
      <Text>首页</Text>
    </Screen>
  );
}

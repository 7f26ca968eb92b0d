import { Text } from '@/ui/primitives';
import { Screen } from '@/ui/screen';

export default function BoardPage() {
  return (
    <Screen title="数据看板">
      <Text>数据看板</Text>
    </Screen>
  );
}

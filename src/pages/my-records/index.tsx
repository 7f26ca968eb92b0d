import { Text } from '@/ui/primitives';
import { Screen } from '@/ui/screen';

export default function MyRecordsPage() {
  return (
    <Screen title="服务记录">
      <Text>服务记录</Text>
    </Screen>
  );
}

import { Text } from '@/ui/primitives';
import { Screen } from '@/ui/screen';

export default function ActivityPage() {
  return (
    <Screen title="活动">
      <Text>活动</Text>
    </Screen>
  );
}

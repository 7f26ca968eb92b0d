import { Text } from '@/ui/primitives';
import { Screen } from '@/ui/screen';

export default function ActivitiesPage() {
  return (
    <Screen title="活动管理">
      <Text>活动管理</Text>
    </Screen>
  );
}

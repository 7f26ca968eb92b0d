import { Text } from '@/ui/primitives';
import { Screen } from '@/ui/screen';

export default function ActivityEditorPage() {
  return (
    <Screen title="编辑活动">
      <Text>编辑活动</Text>
    </Screen>
  );
}

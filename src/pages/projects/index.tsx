import { Text } from '@/ui/primitives';
import { Screen } from '@/ui/screen';

export default function ProjectsPage() {
  return (
    <Screen title="项目">
      <Text>项目</Text>
    </Screen>
  );
}

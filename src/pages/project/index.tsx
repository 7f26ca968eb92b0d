import { Text } from '@/ui/primitives';
import { Screen } from '@/ui/screen';

export default function ProjectPage() {
  return (
    <Screen title="品牌项目">
      <Text>品牌项目</Text>
    </Screen>
  );
}

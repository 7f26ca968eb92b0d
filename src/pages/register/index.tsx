import { Text } from '@/ui/primitives';
import { Screen } from '@/ui/screen';

export default function RegisterPage() {
  return (
    <Screen title="志愿者注册">
      <Text>志愿者注册</Text>
    </Screen>
  );
}

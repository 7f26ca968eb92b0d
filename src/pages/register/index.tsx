import { RegistrationPanel } from '@/features/registration/registration-panel';
import { AppScreen } from '@/features/shell/app-screen';
import { routeOfText } from '@/lib/routes';
import { usePageParams } from '@/platform/navigation';

export default function RegisterPage() {
  const { back } = usePageParams();
  return (
    <AppScreen title="志愿者注册" isNarrow>
      <RegistrationPanel back={routeOfText(back)} />
    </AppScreen>
  );
}

import { useState } from 'react';

import { RegistrationPanel } from '@/features/registration/registration-panel';
import { AppScreen } from '@/features/shell/app-screen';
import { deedAfterRegistering } from '@/lib/interrupted-deed';
import { routeOfText } from '@/lib/routes';
import { usePageParams } from '@/platform/navigation';

export default function RegisterPage() {
  const { back } = usePageParams();
  const [deed] = useState(() => deedAfterRegistering(routeOfText(back), Date.now()));
  return (
    <AppScreen title="志愿者注册" isNarrow>
      <RegistrationPanel back={deed} />
    </AppScreen>
  );
}

import { ConfirmPanel } from '@/features/console/confirm-panel';
import { AppScreen } from '@/features/shell/app-screen';
import { usePageParams } from '@/platform/navigation';

export default function ConsoleConfirmPage() {
  const { s = '' } = usePageParams();
  return (
    <AppScreen title="确认电脑登录" isNarrow>
      <ConfirmPanel scene={s} />
    </AppScreen>
  );
}

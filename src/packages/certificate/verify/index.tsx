import { VerifyPanel } from '@/features/certificate/verify-panel';
import { AppScreen } from '@/features/shell/app-screen';
import { usePageParams } from '@/platform/navigation';

export default function VerifyPage() {
  const { s } = usePageParams();
  return (
    <AppScreen title="查验证明" isNarrow>
      <VerifyPanel scene={s} />
    </AppScreen>
  );
}

import { TextPanel } from '@/features/organiser/text-form';
import { AppScreen } from '@/features/shell/app-screen';
import { usePageParams } from '@/platform/navigation';

export default function TextPage() {
  const { id = '' } = usePageParams();
  return (
    <AppScreen title="改活动说明" isNarrow>
      <TextPanel activityId={id} />
    </AppScreen>
  );
}

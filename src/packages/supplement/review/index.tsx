import { AppScreen } from '@/features/shell/app-screen';
import { ReviewPanel } from '@/features/supplement/review-panel';

export default function ReviewSupplementPage() {
  return (
    <AppScreen title="补录复核" isNarrow>
      <ReviewPanel />
    </AppScreen>
  );
}

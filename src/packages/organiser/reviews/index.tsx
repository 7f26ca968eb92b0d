import { ReviewsPanel } from '@/features/closing/reviews-panel';
import { AppScreen } from '@/features/shell/app-screen';

export default function ReviewsPage() {
  return (
    <AppScreen title="收队复核" isNarrow>
      <ReviewsPanel />
    </AppScreen>
  );
}

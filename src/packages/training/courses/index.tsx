import { AppScreen } from '@/features/shell/app-screen';
import { CoursesPanel } from '@/features/training/courses-panel';

export default function CoursesPage() {
  return (
    <AppScreen title="培训课程" isNarrow>
      <CoursesPanel />
    </AppScreen>
  );
}

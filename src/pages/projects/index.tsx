import { ProjectList } from '@/features/project/project-list';
import { AppScreen } from '@/features/shell/app-screen';

export default function ProjectsPage() {
  return (
    <AppScreen title="品牌项目">
      <ProjectList />
    </AppScreen>
  );
}

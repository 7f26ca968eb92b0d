import { ProjectPanel } from '@/features/project/project-panel';
import { AppScreen } from '@/features/shell/app-screen';
import { usePageParams } from '@/platform/navigation';

export default function ProjectPage() {
  const { id = '' } = usePageParams();
  return (
    <AppScreen title="项目故事">
      <ProjectPanel projectId={id} />
    </AppScreen>
  );
}

import { ActivityPictures, ProjectPictures } from '@/features/pictures/pictures-panel';
import { AppScreen } from '@/features/shell/app-screen';
import { usePageParams } from '@/platform/navigation';

export default function PicturesPage() {
  const { id = '', project } = usePageParams();
  return (
    <AppScreen title="照片" isNarrow>
      {project === undefined ? <ActivityPictures activityId={id} /> : <ProjectPictures projectId={project} />}
    </AppScreen>
  );
}

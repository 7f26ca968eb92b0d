import { ActivityAttachments } from '@/features/pictures/attachments-panel';
import { ActivityPictures, ProjectPictures } from '@/features/pictures/pictures-panel';
import { AppScreen } from '@/features/shell/app-screen';
import { usePageParams } from '@/platform/navigation';

export default function PicturesPage() {
  const { id = '', project } = usePageParams();
  return (
    <AppScreen title={project === undefined ? '照片和附件' : '照片'} isNarrow>
      {project === undefined ? (
        <>
          <ActivityPictures activityId={id} />
          <ActivityAttachments activityId={id} />
        </>
      ) : (
        <ProjectPictures projectId={project} />
      )}
    </AppScreen>
  );
}

import { isShortId } from '@domain/kernel/identifiers';

import { OutcomeDesk } from '@/features/outcome/outcome-desk';
import { ProjectChoice } from '@/features/outcome/project-choice';
import { AppScreen } from '@/features/shell/app-screen';
import { StageDesk } from '@/features/stage/stage-desk';
import { usePageParams } from '@/platform/navigation';

export default function BrandDeskPage() {
  const { id = '' } = usePageParams();
  return (
    <AppScreen title="项目工作台">
      {isShortId(id) ? (
        <>
          <OutcomeDesk projectId={id} />
          <StageDesk projectId={id} />
        </>
      ) : (
        <ProjectChoice />
      )}
    </AppScreen>
  );
}

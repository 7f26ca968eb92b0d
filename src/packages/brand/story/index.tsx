import { isShortId } from '@domain/kernel/identifiers';

import { AppScreen } from '@/features/shell/app-screen';
import { StoryPanel } from '@/features/story/story-form';
import { openRoute } from '@/lib/open-route';
import { brandDeskRoute } from '@/lib/routes';
import { usePageParams } from '@/platform/navigation';
import { EmptyState } from '@/ui/states';

export default function StoryPage() {
  const { id = '' } = usePageParams();
  return (
    <AppScreen title="项目故事">
      {isShortId(id) ? (
        <StoryPanel projectId={id} />
      ) : (
        <EmptyState
          title="没有指明是哪个项目"
          text="请从项目工作台选一个项目，再来写它的故事。"
          next={{ text: '去项目工作台', onPress: () => openRoute(brandDeskRoute()) }}
        />
      )}
    </AppScreen>
  );
}

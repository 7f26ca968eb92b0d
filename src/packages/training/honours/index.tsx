import { isShortId } from '@domain/kernel/identifiers';

import { HonoursPanel } from '@/features/honour/honours-panel';
import { AppScreen } from '@/features/shell/app-screen';
import { usePageParams } from '@/platform/navigation';

/** Of one project where the address names it, else of all. */
export default function HonoursPage() {
  const { project = '' } = usePageParams();
  return (
    <AppScreen title="表彰" isNarrow>
      <HonoursPanel projectId={isShortId(project) ? project : null} />
    </AppScreen>
  );
}

import { HonourDesk } from '@/features/honour/honour-desk';
import { AppScreen } from '@/features/shell/app-screen';
import { mayImport, useMe } from '@/lib/use-me';
import { EmptyState } from '@/ui/states';

export default function HonourDeskPage() {
  return (
    <AppScreen title="表彰办理" isNarrow>
      {mayImport(useMe().data) ? (
        <HonourDesk />
      ) : (
        <EmptyState title="您不能办理表彰" text="只有县、市级办公室可以登记和核对。" />
      )}
    </AppScreen>
  );
}

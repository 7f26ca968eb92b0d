import { openRoute } from '@/lib/open-route';
import { mineRoute, registerRoute } from '@/lib/routes';
import { EmptyState } from '@/ui/states';

export function NotRegistered() {
  return (
    <EmptyState
      title="您还没有注册"
      text="注册以后，这里能看到登记的信息，也能在这里更改。"
      next={{ text: '去注册', onPress: () => openRoute(registerRoute(mineRoute)) }}
    />
  );
}

import { MessagesPanel } from '@/features/messages/messages-panel';
import { AppScreen } from '@/features/shell/app-screen';

export default function MessagesPage() {
  return (
    <AppScreen title="消息提醒" isNarrow>
      <MessagesPanel />
    </AppScreen>
  );
}

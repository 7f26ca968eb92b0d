/** 消息提醒: what I agreed to, what was sent to me and what came of it. */
import { Answer, CardSkeleton } from '@/lib/answer';
import { MoreButton } from '@/lib/more-button';
import { openRoute } from '@/lib/open-route';
import { messagesRoute, registerRoute } from '@/lib/routes';
import { useCanSubscribe } from '@/lib/use-asking';
import { isRegistered, useMe } from '@/lib/use-me';
import { useNow } from '@/lib/use-now';
import { usePages } from '@/lib/use-pages';
import { useProcedure } from '@/lib/use-procedure';
import { showToast } from '@/platform/feedback';
import { hasSubscribeSettings, openSubscribeSettings } from '@/platform/subscribe';
import { Button } from '@/ui/button';
import { Paragraph, Section } from '@/ui/layout';
import { List } from '@/ui/list';
import { EmptyState, Notice } from '@/ui/states';

import { MessageRow } from './message-row';
import { SubscriptionCard } from './subscription-card';

export function MessagesPanel() {
  const me = useMe();
  if (me.data !== undefined && !isRegistered(me.data)) {
    return (
      <EmptyState
        title="您还没有注册"
        text="注册后，报名、候补和签到时可以选择在微信里接收提醒。"
        next={{ text: '去注册', onPress: () => openRoute(registerRoute(messagesRoute)) }}
      />
    );
  }
  return (
    <Answer of={me} skeleton={<CardSkeleton lines={4} />}>
      {() => (
        <>
          <Section title="接收哪些">
            <Subscriptions />
          </Section>
          <Section title="给我的消息">
            <Messages />
          </Section>
        </>
      )}
    </Answer>
  );
}

function Subscriptions() {
  const can = useCanSubscribe();
  const answer = useProcedure('message.getSubscriptions', { occasion: { kind: 'settings' } });
  if (can === false) {
    return (
      <Notice tone="info" title="浏览器里收不到微信提醒">
        要接收提醒，请在微信里打开本市的小程序，报名或签到后点“开启提醒”。在这里，要办的事都写在首页上。
      </Notice>
    );
  }
  const openSettings = async () => {
    if (!(await openSubscribeSettings())) showToast('没有打开，请稍后再试');
  };
  return (
    <Answer of={answer} skeleton={<CardSkeleton lines={5} />}>
      {({ subscriptions }) => (
        <>
          <Paragraph isSoft>
            微信规定：您每同意一次，我们只能发一条。晚上 10 点到早上 7 点半一般不打扰，急事除外。
          </Paragraph>
          {subscriptions.length === 0 ? (
            <Notice tone="info">本市还没有开通微信提醒，要办的事都写在首页上。</Notice>
          ) : null}
          {subscriptions.map((one) => (
            <SubscriptionCard key={one.kind} subscription={one} />
          ))}
          {hasSubscribeSettings ? (
            <Button kind="secondary" onPress={() => void openSettings()}>
              打开微信的消息设置
            </Button>
          ) : null}
        </>
      )}
    </Answer>
  );
}

function Messages() {
  const pages = usePages('message.listMine', 'mine', (cursor) => ({ cursor }));
  const now = useNow(60_000);
  return (
    <Answer of={pages} skeleton={<CardSkeleton lines={4} />}>
      {(found) => {
        const messages = found.flatMap((page) => page.messages);
        if (messages.length === 0) {
          return <EmptyState title="还没有消息" text="开启提醒后，发给您的每一条和结果都列在这里。" />;
        }
        return (
          <>
            <List>
              {messages.map((message) => (
                <MessageRow key={message.messageId} message={message} now={now} />
              ))}
            </List>
            <MoreButton of={pages} />
          </>
        );
      }}
    </Answer>
  );
}

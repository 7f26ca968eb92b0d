/** The phone's part of 扫码登录 (CS3): which computer, which account, and a yes or a no. */
import { useEffect, useState } from 'react';

import { linkOfScene } from '@domain/link/link';
import type { OutputOf } from '@contract/procedures';
import { CardSkeleton } from '@/lib/answer';
import { formatClock } from '@/lib/format';
import { messageOf } from '@/lib/messages.zh-CN';
import { openRoute } from '@/lib/open-route';
import { checkInHubRoute, computersRoute, mineRoute } from '@/lib/routes';
import { useCommand } from '@/lib/use-procedure';
import { Button } from '@/ui/button';
import { Card, Stack } from '@/ui/layout';
import { List, ListRow } from '@/ui/list';
import { EmptyState, Notice } from '@/ui/states';

import { computerWords } from './computer-words';

export function ConfirmPanel({ scene }: { scene: string }) {
  const link = linkOfScene(scene);
  if (link?.kind !== 'console')
    return (
      <EmptyState
        title="这不是登录码"
        text="请在电脑上打开登录页，再扫一次。"
        next={{ text: '重新扫码', onPress: () => openRoute(checkInHubRoute) }}
      />
    );
  return <Scanned ticketId={link.ticketId} />;
}

function Scanned({ ticketId }: { ticketId: string }) {
  const { run, error } = useCommand('console.scanTicket');
  const [found, setFound] = useState<OutputOf<'console.scanTicket'> | null>(null);
  useEffect(() => {
    void run({ ticketId }).then(setFound, () => undefined);
  }, [run, ticketId]);
  if (error !== null)
    return (
      <EmptyState
        icon="warning"
        title={messageOf(error).title}
        text={messageOf(error).nextStep}
        next={{ text: '回到我的', onPress: () => openRoute(mineRoute) }}
      />
    );
  return found === null ? <CardSkeleton lines={5} /> : <Question ticketId={ticketId} found={found} />;
}

interface QuestionProps {
  readonly ticketId: string;
  readonly found: OutputOf<'console.scanTicket'>;
}
function Question({ ticketId, found }: QuestionProps) {
  const command = useCommand('console.answerTicket', { invalidates: ['console.listComputers'] });
  const [answered, setAnswered] = useState<boolean | null>(null);
  const answer = (isConfirmed: boolean) => {
    void command.run({ ticketId, isConfirmed }).then(
      () => setAnswered(isConfirmed),
      () => undefined,
    );
  };
  if (answered !== null) return <Answered isConfirmed={answered} />;
  return (
    <>
      <Notice tone="warning" title="只在您面前的电脑上确认">
        别人发来的登录码、照片里的登录码，一律不要确认：确认后，那台电脑就能以您的身份办事。
      </Notice>
      <Card isFlush>
        <List>
          <ListRow title="哪台电脑（它自己报的）" detail={computerWords(found)} />
          <ListRow title="什么时候要登录的" detail={formatClock(found.askedAt)} />
          <ListRow title="以什么身份登录" detail={found.scopeNames} />
        </List>
      </Card>
      {command.error === null ? null : (
        <Notice tone="error" title={messageOf(command.error).title}>
          {messageOf(command.error).nextStep}
        </Notice>
      )}
      <Stack isTight>
        <Button size="large" isLoading={command.isRunning} onPress={() => answer(true)}>
          确认登录
        </Button>
        <Button kind="secondary" disabled={command.isRunning} onPress={() => answer(false)}>
          不是我，拒绝
        </Button>
      </Stack>
    </>
  );
}

function Answered({ isConfirmed }: { isConfirmed: boolean }) {
  const [title, text] = isConfirmed
    ? ['已确认', '电脑几秒钟内就会登录。随时可以在这里让它退出。']
    : ['已拒绝', '那台电脑没有登录。'];
  return (
    <EmptyState
      icon={isConfirmed ? 'done' : 'info'}
      title={title}
      text={text}
      next={{ text: '看登录着的电脑', onPress: () => openRoute(computersRoute) }}
    />
  );
}

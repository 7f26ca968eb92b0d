/** 登录着的电脑 (CS4): where one's account is open, and how to close it from here. */
import type { ComputerView } from '@contract/console.contract';
import { Answer, CardSkeleton } from '@/lib/answer';
import { DeedButton } from '@/lib/deed-button';
import { formatMoment } from '@/lib/format';
import { leaveConsole, useConsoleTicket } from '@/lib/identity-store';
import { messageOf } from '@/lib/messages.zh-CN';
import { useCommand, useProcedure } from '@/lib/use-procedure';
import { Button } from '@/ui/button';
import { Card, Paragraph, Row, Tag } from '@/ui/layout';
import { Heading } from '@/ui/primitives';
import { EmptyState, Notice } from '@/ui/states';

import { computerWords } from './computer-words';

export function ComputersPanel() {
  const list = useProcedure('console.listComputers', {});
  const here = useConsoleTicket();
  const command = useCommand('console.leaveComputers', { invalidates: ['console.listComputers'] });
  const leave = (ticketId: string) => {
    const isHere = here !== null && (ticketId === 'all' || ticketId === here);
    void command.run({ ticketId }).then(
      () => (isHere ? leaveConsole() : undefined),
      () => undefined,
    );
  };
  return (
    <Answer of={list} skeleton={<CardSkeleton />}>
      {({ computers }) => {
        if (computers.length === 0)
          return <EmptyState icon="info" title="没有登录着的电脑" text="在电脑上扫码登录后，会列在这里。" />;
        return (
          <>
            {command.error === null ? null : (
              <Notice tone="error" title={messageOf(command.error).title}>
                {messageOf(command.error).nextStep}
              </Notice>
            )}
            {computers.map((one) => (
              <ComputerCard
                key={one.ticketId}
                computer={one}
                isHere={one.ticketId === here}
                onLeave={() => leave(one.ticketId)}
              />
            ))}
            {computers.length < 2 ? null : (
              <Button kind="secondary" isLoading={command.isRunning} onPress={() => leave('all')}>
                全部退出
              </Button>
            )}
          </>
        );
      }}
    </Answer>
  );
}

interface ComputerCardProps {
  readonly computer: ComputerView;
  readonly isHere: boolean;
  readonly onLeave: () => void;
}
function ComputerCard({ computer, isHere, onLeave }: ComputerCardProps) {
  const words = computerWords(computer);
  return (
    <Card>
      <Row isSpread>
        <Heading level={3}>{words}</Heading>
        {isHere ? <Tag tone="green">这台电脑</Tag> : null}
      </Row>
      <Paragraph>{`${formatMoment(computer.openedAt)}登录，${formatMoment(computer.usedAt)}还在用`}</Paragraph>
      <Paragraph isSoft>{`不用的话，${formatMoment(computer.endsAt)}自动退出`}</Paragraph>
      <DeedButton text="退出" about={words} onPress={onLeave} />
    </Card>
  );
}

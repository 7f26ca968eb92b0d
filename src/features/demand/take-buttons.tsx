/** 接单: by one of my teams. */
import { useState } from 'react';

import { messageOf } from '@/lib/messages.zh-CN';
import { newRequestId } from '@/lib/request-id';
import { useCommand } from '@/lib/use-procedure';
import { showToast } from '@/platform/feedback';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/states';

import { ORDER_QUESTIONS, type OrderAnswer } from './order-questions';

interface TakeButtonsProps {
  readonly orderId: string;
  readonly teams: OrderAnswer['ownTeams'];
}

export function TakeButtons({ orderId, teams }: TakeButtonsProps) {
  const [requestId] = useState(newRequestId);
  const command = useCommand('demand.take', { invalidates: ORDER_QUESTIONS });
  const take = async (teamId: string): Promise<void> => {
    try {
      await command.run({ requestId, orderId, teamId });
      showToast('已接单，请安排活动');
    } catch {
      // `error` says why.
    }
  };
  return (
    <>
      {teams.map(({ teamId, name }) => (
        <Button key={teamId} size="large" isLoading={command.isRunning} onPress={() => void take(teamId)}>
          {teams.length === 1 ? '接单' : `由${name}接单`}
        </Button>
      ))}
      {command.error === null ? null : (
        <Notice tone="error" title={messageOf(command.error).title}>
          {messageOf(command.error).nextStep}
        </Notice>
      )}
    </>
  );
}

import { useState } from 'react';

import type { TeamView } from '@contract/team.contract';
import { messageOf } from '@/lib/messages.zh-CN';
import { newRequestId } from '@/lib/request-id';
import { useCommand } from '@/lib/use-procedure';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/states';

/** 申请加入 and 退出 (TE4): of who is registered. */
export function JoinButton({ team: { teamId, name, standing, state } }: { team: TeamView }) {
  const [requestId, setRequestId] = useState(newRequestId);
  const command = useCommand('team.changeMembership', {
    invalidates: ['team.listTeams', 'team.getTeam', 'team.listMyTeams', 'team.listMembers'],
  });
  const isIn = standing === 'asked' || standing === 'member';
  if (state === 'closed' && !isIn) return null;
  const text = standing === 'member' ? '退出' : isIn ? '撤回申请' : '申请加入';
  const press = async (): Promise<void> => {
    try {
      await command.run({ requestId, teamId, wish: isIn ? 'leave' : 'join' });
      setRequestId(newRequestId());
    } catch {
      // `command.error` says why.
    }
  };
  return (
    <>
      {command.error === null ? null : (
        <Notice tone="error" title={messageOf(command.error).title}>
          {messageOf(command.error).nextStep}
        </Notice>
      )}
      <Button
        kind="secondary"
        label={`${text} ${name}`}
        isLoading={command.isRunning}
        onPress={() => void press()}
      >
        {text}
      </Button>
    </>
  );
}

/** 退单、不受理、撤回: asked again, with the reason. */
import { useState } from 'react';

import { ORDER_REASON_MAXIMUM } from '@contract/demand.contract';
import { CommandDialog } from '@/lib/command-dialog';
import { replaceByRoute } from '@/lib/open-route';
import { newRequestId } from '@/lib/request-id';
import { teamOrdersRoute } from '@/lib/routes';
import { useCommand } from '@/lib/use-procedure';
import { TextField } from '@/ui/field';

import { ORDER_QUESTIONS } from './order-questions';

const WORDS = {
  return: { title: '退回这张单？', verb: '退单', done: '已退单' },
  decline: { title: '不受理这张单？', verb: '不受理', done: '已办' },
  withdraw: { title: '撤回这张单？', verb: '撤回', done: '已撤回' },
} as const;
export type ReasonedDeed = keyof typeof WORDS;

interface ReasonDialogProps {
  readonly orderId: string;
  readonly deed: ReasonedDeed;
  readonly onClose: () => void;
}

export function ReasonDialog({ orderId, deed, onClose }: ReasonDialogProps) {
  const [requestId] = useState(newRequestId);
  const [reason, setReason] = useState('');
  const options = { invalidates: ORDER_QUESTIONS };
  const commands = {
    return: useCommand('demand.return', options),
    decline: useCommand('demand.decline', options),
    withdraw: useCommand('demand.withdraw', options),
  };
  const command = commands[deed];
  const run = async (): Promise<void> => {
    await command.run({ requestId, orderId, reason });
    // Returned, it is not the team's any more.
    if (deed === 'return') replaceByRoute(teamOrdersRoute);
  };
  return (
    <CommandDialog {...WORDS[deed]} keep="先不办" command={command} run={run} onClose={onClose}>
      <TextField label="原因" value={reason} maxLength={ORDER_REASON_MAXIMUM} onChange={setReason} />
    </CommandDialog>
  );
}

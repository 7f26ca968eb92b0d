import { useState } from 'react';

import { ROLE_REASON_MAXIMUM, type GrantView } from '@contract/role.contract';
import { CommandDialog } from '@/lib/command-dialog';
import { newRequestId } from '@/lib/request-id';
import { useCommand } from '@/lib/use-procedure';
import { TextAreaField } from '@/ui/field';
import { Paragraph } from '@/ui/layout';

import { holderWords, ROLE_WORDS } from './role-words';

export function RevokeDialog({ grant, onClose }: { grant: GrantView; onClose: () => void }) {
  const [requestId] = useState(newRequestId);
  const [reason, setReason] = useState('');
  const command = useCommand('role.revoke', { invalidates: ['role.listGrants'] });
  return (
    <CommandDialog
      title="收回这个角色？"
      verb="收回"
      keep="先不办"
      done="已收回，立即失效"
      command={command}
      run={() => command.run({ requestId, grantId: grant.grantId, reason })}
      onClose={onClose}
    >
      <Paragraph>{`${holderWords(grant)} · ${ROLE_WORDS[grant.role]} · ${grant.scopeName}`}</Paragraph>
      <TextAreaField
        label="理由"
        placeholder="例如：调离岗位"
        value={reason}
        maxLength={ROLE_REASON_MAXIMUM}
        onChange={setReason}
      />
    </CommandDialog>
  );
}

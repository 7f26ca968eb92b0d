import { useState } from 'react';

import { EXPLANATION_MAXIMUM, type PersonRequestView } from '@contract/person-request.contract';
import { CommandDialog } from '@/lib/command-dialog';
import { newRequestId } from '@/lib/request-id';
import { useCommand } from '@/lib/use-procedure';
import { TextAreaField } from '@/ui/field';
import { Paragraph } from '@/ui/layout';

import { MergeEffect } from './merge-effect';
import { subjectOf } from './request-words';

interface DecideDialogProps {
  readonly request: PersonRequestView;
  readonly isApproved: boolean;
  readonly onClose: () => void;
}

/** 核准或退回: what follows is said before, since a merge cannot be taken back. */
export function DecideDialog({ request, isApproved, onClose }: DecideDialogProps) {
  const [requestId] = useState(newRequestId);
  const [reason, setReason] = useState('');
  const command = useCommand('person.decideRequest', { invalidates: ['person.listRequests'] });
  const { personRequestId, volunteerId, otherId, newName, newMaskedIdNumber } = request;
  return (
    <CommandDialog
      title={isApproved ? '核准这件申请？' : '退回这件申请？'}
      verb={isApproved ? '核准' : '退回'}
      keep="先不办"
      done={isApproved ? '已核准' : '已退回'}
      command={command}
      run={() => command.run({ requestId, personRequestId, isApproved, reason })}
      onClose={onClose}
    >
      <Paragraph>{subjectOf(request)}</Paragraph>
      {newName === null ? null : <Paragraph>{`正确的姓名：${newName}`}</Paragraph>}
      {newMaskedIdNumber === null ? null : <Paragraph>{`正确的身份证号：${newMaskedIdNumber}`}</Paragraph>}
      {isApproved && otherId !== null ? (
        <>
          <Paragraph>请先核对依据：确实是同一个人。</Paragraph>
          <MergeEffect survivorId={volunteerId} otherId={otherId} />
        </>
      ) : null}
      {isApproved ? null : (
        <TextAreaField label="理由" value={reason} maxLength={EXPLANATION_MAXIMUM} onChange={setReason} />
      )}
    </CommandDialog>
  );
}

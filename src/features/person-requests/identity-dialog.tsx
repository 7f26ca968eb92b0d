/** 更正姓名或身份证号 (NC1): asked for here, written once another office person has agreed. */
import { useState } from 'react';

import type { FoundPerson } from '@contract/person-request.contract';
import { CommandDialog } from '@/lib/command-dialog';
import { newRequestId } from '@/lib/request-id';
import { useCommand } from '@/lib/use-procedure';
import { TextField } from '@/ui/field';
import { Paragraph } from '@/ui/layout';

import { ExplainFields, NO_EXPLANATION } from './explain-fields';

const LONGEST_NAME = 30;
const LONGEST_NUMBER = 20;

export function IdentityDialog({ person, onClose }: { person: FoundPerson; onClose: () => void }) {
  const [requestId] = useState(newRequestId);
  const [name, setName] = useState('');
  const [idNumber, setIdNumber] = useState('');
  const [explanation, setExplanation] = useState(NO_EXPLANATION);
  const command = useCommand('person.requestIdentityChange', { invalidates: ['person.listRequests'] });
  const given = (text: string) => (text.trim() === '' ? null : text);
  const { volunteerId } = person;
  return (
    <CommandDialog
      title={`更正 ${person.maskedName} 的姓名或号码`}
      verb="提交申请"
      keep="先不办"
      done="已提交，等另一位办公室人员核准"
      command={command}
      run={() =>
        command.run({
          ...{ requestId, volunteerId, name: given(name), idNumber: given(idNumber) },
          ...explanation,
        })
      }
      onClose={onClose}
    >
      <TextField label="正确的姓名" isOptional value={name} maxLength={LONGEST_NAME} onChange={setName} />
      <TextField
        label="正确的身份证号"
        isOptional
        value={idNumber}
        maxLength={LONGEST_NUMBER}
        onChange={setIdNumber}
      />
      <ExplainFields value={explanation} onChange={setExplanation} />
      <Paragraph isSoft>
        已开出的证明仍写着原来的姓名，照样可以查验；本人可以撤销后重开。原来的姓名和号码加密留存备查。
      </Paragraph>
    </CommandDialog>
  );
}

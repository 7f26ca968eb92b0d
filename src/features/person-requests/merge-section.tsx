/** 合并两份档案 (RM1): which one stays, what becomes of the other, and why. */
import { useState } from 'react';

import type { FoundPerson } from '@contract/person-request.contract';
import { messageOf } from '@/lib/messages.zh-CN';
import { newRequestId } from '@/lib/request-id';
import { useCommand } from '@/lib/use-procedure';
import { showToast } from '@/platform/feedback';
import { Button } from '@/ui/button';
import { Segmented } from '@/ui/choice';
import { Card, Paragraph } from '@/ui/layout';
import { Notice } from '@/ui/states';

import { ExplainFields, NO_EXPLANATION } from './explain-fields';
import { MergeEffect } from './merge-effect';

interface MergeSectionProps {
  readonly people: readonly [FoundPerson, FoundPerson];
  readonly onDone: () => void;
}

export function MergeSection({ people: [first, second], onDone }: MergeSectionProps) {
  const [survivorId, setSurvivorId] = useState<string>(first.volunteerId);
  const otherId = survivorId === first.volunteerId ? second.volunteerId : first.volunteerId;
  const optionOf = ({ volunteerId, maskedName, maskedIdNumber }: FoundPerson) => ({
    ...{ value: volunteerId, text: `${maskedName} 尾号 ${maskedIdNumber.slice(-4)}` },
  });
  return (
    <>
      <Paragraph>保留哪一份？以它的姓名、身份证号、手机号和居住地为准。</Paragraph>
      <Segmented
        label="保留哪一份"
        value={survivorId}
        options={[optionOf(first), optionOf(second)]}
        onChange={setSurvivorId}
      />
      <MergeEffect survivorId={survivorId} otherId={otherId} />
      <AskForm key={survivorId} survivorId={survivorId} otherId={otherId} onDone={onDone} />
    </>
  );
}

interface AskFormProps {
  readonly survivorId: string;
  readonly otherId: string;
  readonly onDone: () => void;
}
function AskForm({ survivorId, otherId, onDone }: AskFormProps) {
  const [requestId] = useState(newRequestId);
  const [explanation, setExplanation] = useState(NO_EXPLANATION);
  const command = useCommand('person.requestMerge', { invalidates: ['person.listRequests'] });
  const ask = async (): Promise<void> => {
    try {
      await command.run({ requestId, survivorId, otherId, ...explanation });
      showToast('已提交，等另一位办公室人员核准');
      onDone();
    } catch {
      // `command.error` says why.
    }
  };
  return (
    <Card>
      <ExplainFields value={explanation} onChange={setExplanation} />
      {command.error === null ? null : (
        <Notice tone="error" title={messageOf(command.error).title}>
          {messageOf(command.error).nextStep}
        </Notice>
      )}
      <Button isLoading={command.isRunning} onPress={() => void ask()}>
        提交合并申请
      </Button>
    </Card>
  );
}

/** Says what is counted; asked once, before the first sample. */
import { useState } from 'react';

import { OUTCOME_WORD_MAXIMUM } from '@contract/outcome.contract';
import { messageOf } from '@/lib/messages.zh-CN';
import { newRequestId } from '@/lib/request-id';
import { useCommand } from '@/lib/use-procedure';
import { Button } from '@/ui/button';
import { TextField } from '@/ui/field';
import { Card, Paragraph } from '@/ui/layout';
import { Notice } from '@/ui/states';

const FIELDS = [
  { key: 'countedWord', label: '数的是什么', placeholder: '例如：机动车', maxLength: OUTCOME_WORD_MAXIMUM },
  { key: 'unitWord', label: '量词', placeholder: '例如：辆', maxLength: 2 },
  { key: 'doneWord', label: '做到了的叫什么', placeholder: '例如：让行', maxLength: OUTCOME_WORD_MAXIMUM },
  {
    key: 'missedWord',
    label: '没做到的叫什么',
    placeholder: '例如：未让行',
    maxLength: OUTCOME_WORD_MAXIMUM,
  },
] as const;

export function DefineForm({ projectId, outcomeName }: { projectId: string; outcomeName: string }) {
  const [words, setWords] = useState({ countedWord: '', unitWord: '', doneWord: '', missedWord: '' });
  const [requestId] = useState(newRequestId);
  const define = useCommand('outcome.define', { invalidates: ['outcome.getOutcome', 'project.getProject'] });
  const message = define.error === null ? null : messageOf(define.error);
  return (
    <Card>
      <Paragraph>{`“${outcomeName}”怎么数？数总共多少，其中多少做到了。有了取样就不能再改。`}</Paragraph>
      {FIELDS.map(({ key, ...field }) => (
        <TextField
          key={key}
          {...field}
          value={words[key]}
          onChange={(text) => setWords((current) => ({ ...current, [key]: text }))}
        />
      ))}
      {message === null ? null : (
        <Notice tone="error" title={message.title}>
          {message.nextStep}
        </Notice>
      )}
      <Button
        isLoading={define.isRunning}
        disabled={Object.values(words).some((word) => word.trim() === '')}
        // The refusal is shown above.
        onPress={() => void define.run({ requestId, projectId, ...words }).catch(() => undefined)}
      >
        保存
      </Button>
    </Card>
  );
}

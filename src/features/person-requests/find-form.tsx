/** 找志愿者: whole numbers only, so that nobody leafs through a list; every look is on record (RO4). */
import { useState } from 'react';

import type { FoundPerson } from '@contract/person-request.contract';
import { callProcedure } from '@/lib/api';
import { toApiError, type ApiError } from '@/lib/api-error';
import { messageOf } from '@/lib/messages.zh-CN';
import { Button } from '@/ui/button';
import { Segmented } from '@/ui/choice';
import { TextField } from '@/ui/field';
import { Card } from '@/ui/layout';
import { Notice } from '@/ui/states';

type By = 'idNumber' | 'phone' | 'number';
const WAYS = [
  { value: 'idNumber', text: '身份证号' },
  { value: 'phone', text: '手机号' },
  { value: 'number', text: '志愿者编号' },
] as const satisfies readonly { value: By; text: string }[];
const LONGEST_TEXT = 30;

export function FindForm({ onFound }: { onFound: (people: readonly FoundPerson[]) => void }) {
  const [by, setBy] = useState<By>('idNumber');
  const [text, setText] = useState('');
  const [isRunning, setRunning] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const find = async (): Promise<void> => {
    setRunning(true);
    setError(null);
    try {
      onFound((await callProcedure('person.listMatches', { by, text })).people);
    } catch (problem) {
      setError(toApiError(problem));
    } finally {
      setRunning(false);
    }
  };
  const label = WAYS.find(({ value }) => value === by)?.text ?? '';
  return (
    <Card>
      <Segmented label="按什么找" value={by} options={WAYS} onChange={setBy} />
      <TextField
        label={label}
        hint="请输入完整的号码。查找会留下记录，本人看得到。"
        value={text}
        maxLength={LONGEST_TEXT}
        onChange={setText}
        onEnter={() => void find()}
      />
      {error === null ? null : (
        <Notice tone="error" title={messageOf(error).title}>
          {messageOf(error).nextStep}
        </Notice>
      )}
      <Button isLoading={isRunning} onPress={() => void find()}>
        查找
      </Button>
    </Card>
  );
}

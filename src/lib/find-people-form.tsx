/** 找志愿者: whole numbers only, so that nobody leafs through a list; every look is on record (RM1, RO4). */
import { useState, type ReactNode } from 'react';

import type { FoundPerson } from '@contract/person-request.contract';
import { callProcedure } from '@/lib/api';
import { toApiError, type ApiError } from '@/lib/api-error';
import { messageOf } from '@/lib/messages.zh-CN';
import { Button } from '@/ui/button';
import { Segmented } from '@/ui/choice';
import { TextField } from '@/ui/field';
import { Card } from '@/ui/layout';
import { Notice } from '@/ui/states';

const WORDS = { idNumber: '身份证号', phone: '手机号', number: '志愿者编号' } as const;
export type FindBy = keyof typeof WORDS;
const LONGEST_TEXT = 30;

interface FindPeopleFormProps {
  /** in the order of the choice; the first is chosen at first */
  readonly ways: readonly [FindBy, ...FindBy[]];
  readonly onFound: (people: readonly FoundPerson[]) => void;
  /** what was found, where it is shown in the form itself */
  readonly children?: ReactNode;
}

export function FindPeopleForm({ ways, onFound, children }: FindPeopleFormProps) {
  const [by, setBy] = useState<FindBy>(ways[0]);
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
  const options = ways.map((value) => ({ value, text: WORDS[value] }));
  return (
    <Card>
      <Segmented label="按什么找" value={by} options={options} onChange={setBy} />
      <TextField
        label={WORDS[by]}
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
      {children}
    </Card>
  );
}

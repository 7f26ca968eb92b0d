/** Whole numbers only, so that nobody leafs through a list; every look is on record (RM1, RO4). */
import { useState } from 'react';

import type { FoundPerson } from '@contract/person-request.contract';
import { callProcedure } from '@/lib/api';
import { toApiError, type ApiError } from '@/lib/api-error';
import { messageOf } from '@/lib/messages.zh-CN';
import { Button } from '@/ui/button';
import { Segmented } from '@/ui/choice';
import { TextField } from '@/ui/field';
import { Card } from '@/ui/layout';
import { List, ListRow } from '@/ui/list';
import { Notice } from '@/ui/states';

const WAYS = [
  { value: 'number', text: '志愿者编号' },
  { value: 'phone', text: '手机号' },
] as const;
type By = (typeof WAYS)[number]['value'];
const LONGEST_TEXT = 30;

export function FindPerson({ onChoose }: { onChoose: (person: FoundPerson) => void }) {
  const [by, setBy] = useState<By>('number');
  const [text, setText] = useState('');
  const [isRunning, setRunning] = useState(false);
  const [found, setFound] = useState<readonly FoundPerson[] | null>(null);
  const [error, setError] = useState<ApiError | null>(null);
  const find = async (): Promise<void> => {
    setRunning(true);
    setError(null);
    try {
      setFound((await callProcedure('person.listMatches', { by, text })).people);
    } catch (problem) {
      setError(toApiError(problem));
    } finally {
      setRunning(false);
    }
  };
  return (
    <Card>
      <Segmented label="按什么找" value={by} options={WAYS} onChange={setBy} />
      <TextField
        label={by === 'number' ? '志愿者编号' : '手机号'}
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
      {found?.length === 0 ? (
        <Notice tone="info" title="本辖区没有找到">
          请核对输入；不住在本辖区的，请由市办公室办理。
        </Notice>
      ) : null}
      <List>
        {(found ?? []).map((person) => (
          <ListRow
            key={person.volunteerId}
            title={`选 ${person.maskedName}`}
            detail={[`编号 ${person.volunteerNumber}`, `${person.homeName}，手机 ${person.maskedPhone}`]}
            onPress={() => onChoose(person)}
          />
        ))}
      </List>
    </Card>
  );
}

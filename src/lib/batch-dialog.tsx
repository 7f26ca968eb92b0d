/** The effect of a batch as the server computes it, then what came of each (CS9). */
import { useState } from 'react';

import { BATCH_REASON_MAXIMUM, type BatchEffect, type BatchResult } from '@contract/batch.contract';
import { Button } from '@/ui/button';
import { TextAreaField } from '@/ui/field';
import { Paragraph } from '@/ui/layout';
import { List, ListRow } from '@/ui/list';
import { Dialog } from '@/ui/sheet';
import { Notice } from '@/ui/states';

import { Answer } from './answer';
import type { BatchBarProps, BatchChoice } from './batch-types';
import { formatCount, formatMinutes } from './format';
import { messageOf, messageOfCode } from './messages.zh-CN';
import { newRequestId } from './request-id';
import { useCommand, useProcedure } from './use-procedure';

interface BatchDialogProps extends BatchBarProps {
  readonly choice: BatchChoice;
  readonly onClose: (isDone: boolean) => void;
}

const isPossible = ({ refusal }: BatchEffect): boolean => refusal === null;

export function BatchDialog(props: BatchDialogProps) {
  const { choice, keys, nameOf, invalidates, onClose } = props;
  const { deed, verb, reasonLabel } = choice;
  const [requestId] = useState(newRequestId);
  const [reason, setReason] = useState('');
  const [results, setResults] = useState<readonly BatchResult[] | null>(null);
  const preview = useProcedure('batch.getPreview', { deed, keys: [...keys] });
  const command = useCommand('batch.run', { invalidates });
  const possible = (preview.data?.effects ?? []).filter(isPossible);
  const run = () => {
    const items = possible.map(({ key, seen }) => ({ key, seen }));
    void command.run({ requestId, deed, items, reason }).then(
      (done) => setResults(done.results),
      () => undefined,
    );
  };
  const close = () => onClose(results !== null);
  const doing = (
    <>
      <Button isLoading={command.isRunning} disabled={possible.length === 0} onPress={run}>
        {`${verb} ${formatCount(possible.length)} 项`}
      </Button>
      <Button kind="secondary" onPress={close}>
        先不办
      </Button>
    </>
  );
  const title = results === null ? `批量${verb}：先看效果` : `批量${verb}：办理结果`;
  return (
    <Dialog
      isOpen
      title={title}
      onClose={close}
      actions={results === null ? doing : <Button onPress={close}>关闭</Button>}
    >
      {results === null ? (
        <>
          <Answer of={preview}>
            {({ effects }) => <Effects choice={choice} effects={effects} nameOf={nameOf} />}
          </Answer>
          {reasonLabel === '' ? null : (
            <TextAreaField
              label={reasonLabel}
              value={reason}
              maxLength={BATCH_REASON_MAXIMUM}
              onChange={setReason}
            />
          )}
          {command.error === null ? null : (
            <Notice tone="error" title={messageOf(command.error).title}>
              {messageOf(command.error).nextStep}
            </Notice>
          )}
        </>
      ) : (
        <Results results={results} nameOf={nameOf} />
      )}
    </Dialog>
  );
}

interface EffectsProps {
  readonly choice: BatchChoice;
  readonly effects: readonly BatchEffect[];
  readonly nameOf: (key: string) => string;
}
function Effects({ choice, effects, nameOf }: EffectsProps) {
  const possible = effects.filter(isPossible);
  const sum = (read: (effect: BatchEffect) => number) => possible.reduce((all, one) => all + read(one), 0);
  const words = choice.sumWords({
    count: possible.length,
    people: sum(({ peopleCount }) => peopleCount),
    minutes: sum(({ minutes }) => minutes),
  });
  return (
    <>
      <Paragraph>{words}</Paragraph>
      <List>
        {effects.map((effect) => {
          const { key, minutes, refusal } = effect;
          const problem = refusal === null ? null : messageOfCode(refusal.code, refusal.params);
          return (
            <ListRow
              key={key}
              title={nameOf(key)}
              detail={problem === null ? '' : `不能办：${problem.title}`}
              value={minutes === 0 ? undefined : formatMinutes(minutes)}
            />
          );
        })}
      </List>
    </>
  );
}

const OUTCOME_WORDS = { done: '已办', already: '已办过', refused: '没有办' } as const;

function Results({ results, nameOf }: { results: readonly BatchResult[]; nameOf: (key: string) => string }) {
  const doneCount = results.filter(({ outcome }) => outcome !== 'refused').length;
  const tone = doneCount === results.length ? 'success' : 'warning';
  return (
    <>
      <Notice tone={tone}>
        {`办好 ${formatCount(doneCount)} 项，没有办 ${formatCount(results.length - doneCount)} 项`}
      </Notice>
      <List>
        {results.map(({ key, outcome, refusal }) => {
          const problem = refusal === null ? null : messageOfCode(refusal.code, refusal.params);
          return (
            <ListRow
              key={key}
              title={nameOf(key)}
              detail={problem === null ? '' : `${problem.title}。${problem.nextStep}`}
              value={OUTCOME_WORDS[outcome]}
            />
          );
        })}
      </List>
    </>
  );
}

/** Which of the dormant are meant: counted first, and nobody is told anything yet (WK2). */
import { useState } from 'react';

import { parseDivisionCode } from '@domain/geography/division';
import { SERVICE_FIELDS, type ServiceField } from '@domain/project/project';
import { DORMANT_WINDOWS, type DormantWindow } from '@domain/wake/dormancy';
import { WAKE_OPENINGS, WAKE_PASTS, WAKE_TITLE_MAXIMUM, type WakeView } from '@contract/wake.contract';
import { DivisionSelect } from '@/lib/division-select';
import { messageOf } from '@/lib/messages.zh-CN';
import { openRoute } from '@/lib/open-route';
import { newRequestId } from '@/lib/request-id';
import { wakeRoute } from '@/lib/routes';
import { useCommand } from '@/lib/use-procedure';
import { Button } from '@/ui/button';
import { Segmented } from '@/ui/choice';
import { SelectField, TextField } from '@/ui/field';
import { Card, Section } from '@/ui/layout';
import { Notice } from '@/ui/states';

import { PAST_FIELD_WORDS, OPENING_FILTER_WORDS, PAST_FILTER_WORDS, WINDOW_WORDS } from './wake-words';

interface Draft {
  readonly title: string;
  readonly divisionCode: string;
  readonly window: DormantWindow;
  readonly past: WakeView['past'];
  readonly opening: WakeView['opening'];
  readonly field: ServiceField | null;
}

const ANY_FIELD = 'any';
const FIELD_OPTIONS = [
  { value: ANY_FIELD, text: '不限' },
  ...SERVICE_FIELDS.map((value) => ({ value, text: PAST_FIELD_WORDS[value] })),
];
const FEWEST_CHARACTERS = 2;

function optionsOf<Value extends string>(values: readonly Value[], words: Readonly<Record<Value, string>>) {
  return values.map((value) => ({ value, text: words[value] }));
}

export function MakeForm({ own }: { own: string }) {
  const [draft, setDraft] = useState<Draft>({
    ...{ title: '', divisionCode: own, window: 'R12', past: 'any', opening: 'any', field: null },
  });
  const [isTitleMissing, setTitleMissing] = useState(false);
  const [requestId, setRequestId] = useState(newRequestId);
  const making = useCommand('wake.make', { invalidates: ['wake.list'] });
  const set = (part: Partial<Draft>): void => {
    setDraft({ ...draft, ...part });
    setRequestId(newRequestId());
  };
  const make = async (): Promise<void> => {
    const isMissing = draft.title.trim().length < FEWEST_CHARACTERS;
    setTitleMissing(isMissing);
    if (isMissing) return;
    const divisionCode = parseDivisionCode(draft.divisionCode);
    const made = await making.run({ ...draft, requestId, divisionCode }).catch(() => null);
    if (made !== null) openRoute(wakeRoute(made.wake.wakeId));
  };
  const problem = making.error === null ? null : messageOf(making.error);
  return (
    <Section title="清点一次">
      <Card>
        <TextField
          label="名称"
          hint="写在邀请的标题里，例如：来马尔康一起护学"
          value={draft.title}
          maxLength={WAKE_TITLE_MAXIMUM}
          {...(isTitleMissing ? { error: '至少两个字' } : {})}
          onChange={(title) => {
            set({ title });
          }}
        />
        <Filter draft={draft} own={own} set={set} />
        {problem === null ? null : (
          <Notice tone="error" title={problem.title}>
            {problem.nextStep}
          </Notice>
        )}
        <Button isLoading={making.isRunning} onPress={() => void make()}>
          先清点，不发邀请
        </Button>
      </Card>
    </Section>
  );
}

interface FilterProps {
  readonly draft: Draft;
  readonly own: string;
  readonly set: (part: Partial<Draft>) => void;
}
function Filter({ draft, own, set }: FilterProps) {
  return (
    <>
      <DivisionSelect
        label="哪里的人"
        parentCode={own}
        value={draft.divisionCode}
        first={{ value: own, text: '整个辖区' }}
        onChange={(divisionCode) => {
          set({ divisionCode });
        }}
      />
      <SelectField
        label="多久没来"
        value={draft.window}
        options={optionsOf(DORMANT_WINDOWS, WINDOW_WORDS)}
        onChange={(value) => {
          set({ window: DORMANT_WINDOWS.find((one) => one === value) ?? draft.window });
        }}
      />
      <Segmented
        label="以前来过吗"
        value={draft.past}
        options={optionsOf(WAKE_PASTS, PAST_FILTER_WORDS)}
        onChange={(past) => {
          set({ past });
        }}
      />
      <SelectField
        label="离场次多近"
        value={draft.opening}
        options={optionsOf(WAKE_OPENINGS, OPENING_FILTER_WORDS)}
        onChange={(value) => {
          set({ opening: WAKE_OPENINGS.find((one) => one === value) ?? draft.opening });
        }}
      />
      <SelectField
        label="上次服务的领域"
        value={draft.field ?? ANY_FIELD}
        options={FIELD_OPTIONS}
        onChange={(value) => {
          set({ field: SERVICE_FIELDS.find((one) => one === value) ?? null });
        }}
      />
    </>
  );
}

/** 登记表彰 (CM1): a volunteer by number and name, a project or its team from the list. */
import { useState } from 'react';

import { COMMENDATION_TEXT_MAXIMUM, type HonourView } from '@contract/commendation.contract';
import { SHORT_ID_LENGTH } from '@domain/kernel/identifiers';
import { civilDayOf, isCivilDay } from '@domain/time/civil-day';
import { messageOf } from '@/lib/messages.zh-CN';
import { newRequestId } from '@/lib/request-id';
import { serverNow } from '@/lib/server-clock';
import { useCommand, useProcedure } from '@/lib/use-procedure';
import { showToast } from '@/platform/feedback';
import { Button } from '@/ui/button';
import { Segmented } from '@/ui/choice';
import { DateField, SelectField, TextAreaField, TextField } from '@/ui/field';
import { Card, Section } from '@/ui/layout';
import { Notice } from '@/ui/states';

import { KIND_WORDS, LEVEL_WORDS } from './honour-words';

type Kind = HonourView['kind'];
type Level = HonourView['level'];
const KINDS = (['volunteer', 'team', 'project'] as const).map((value) => ({
  value,
  text: KIND_WORDS[value],
}));
const LEVELS = (['county', 'city', 'province', 'national'] as const).map((value) => ({
  value,
  text: LEVEL_WORDS[value],
}));
const LINE_MAXIMUM = 60;
const NAME_MAXIMUM = 30;
const FEWEST_CHARACTERS = 2;

interface Draft {
  readonly number: string;
  readonly name: string;
  /** of a project or a team */
  readonly chosenId: string;
  readonly title: string;
  readonly documentNumber: string;
  readonly reason: string;
}
const EMPTY: Draft = { number: '', name: '', chosenId: '', title: '', documentNumber: '', reason: '' };

/** Of the projects one works for, and their teams, each once. */
function useSubjects(kind: Kind): readonly { readonly value: string; readonly text: string }[] {
  const { data } = useProcedure('activity.listOrganisedProjects', {}, { enabled: kind !== 'volunteer' });
  const all = (data?.projects ?? []).map(({ projectId, title, teamId, teamName }) =>
    kind === 'team' ? { value: teamId, text: teamName } : { value: projectId, text: title },
  );
  return [...new Map(all.map((one) => [String(one.value), one])).values()];
}

export function ProposeForm() {
  const [kind, setKind] = useState<Kind>('volunteer');
  const [level, setLevel] = useState<Level>('county');
  const [day, setDay] = useState<string>(civilDayOf(serverNow()));
  const [draft, setDraft] = useState(EMPTY);
  const [isIncomplete, setIncomplete] = useState(false);
  const [requestId, setRequestId] = useState(newRequestId);
  const subjects = useSubjects(kind);
  const proposing = useCommand('commendation.propose', { invalidates: ['commendation.list'] });
  const problem = proposing.error === null ? null : messageOf(proposing.error);
  const set = (part: Partial<Draft>): void => {
    setDraft({ ...draft, ...part });
  };
  const isPerson = kind === 'volunteer';
  const subjectId = isPerson ? draft.number.trim().slice(-SHORT_ID_LENGTH) : draft.chosenId;
  const name = isPerson ? draft.name : (subjects.find(({ value }) => value === draft.chosenId)?.text ?? '');
  const propose = async (): Promise<void> => {
    const { title, documentNumber, reason } = draft;
    const texts = [name, title, documentNumber, reason];
    const isWhole =
      subjectId.length === SHORT_ID_LENGTH &&
      isCivilDay(day) &&
      texts.every((text) => text.trim().length >= FEWEST_CHARACTERS);
    setIncomplete(!isWhole);
    if (!isWhole) return;
    const input = { requestId, kind, subjectId, name, title, level, documentNumber, day, reason };
    if ((await proposing.run(input).catch(() => null)) === null) return;
    showToast('已登记，等另一人核对');
    setDraft(EMPTY);
    setRequestId(newRequestId());
  };
  return (
    <Section title="登记一项表彰">
      <Card>
        <Segmented label="表彰谁" value={kind} options={KINDS} onChange={setKind} />
        {isPerson ? (
          <PersonFields draft={draft} set={set} />
        ) : (
          <SelectField
            label={`哪个${KIND_WORDS[kind]}`}
            value={draft.chosenId}
            options={subjects}
            onChange={(chosenId) => {
              set({ chosenId });
            }}
          />
        )}
        <HonourFields {...{ draft, set, level, setLevel, day, setDay }} />
        {isIncomplete ? (
          <Notice tone="error" title="还没有写全">
            编号、姓名（名称）、称号、文号、日期和事由都要写，每项至少两个字。
          </Notice>
        ) : null}
        {problem === null ? null : (
          <Notice tone="error" title={problem.title}>
            {problem.nextStep}
          </Notice>
        )}
        <Button isLoading={proposing.isRunning} onPress={() => void propose()}>
          登记
        </Button>
      </Card>
    </Section>
  );
}

function PersonFields({ draft, set }: { draft: Draft; set: (part: Partial<Draft>) => void }) {
  return (
    <>
      <TextField
        label="志愿者编号"
        hint="在本人“我的”页和志愿者证上。"
        value={draft.number}
        maxLength={NAME_MAXIMUM}
        onChange={(number) => {
          set({ number });
        }}
      />
      <TextField
        label="姓名"
        value={draft.name}
        maxLength={NAME_MAXIMUM}
        onChange={(name) => {
          set({ name });
        }}
      />
    </>
  );
}

interface HonourFieldsProps {
  readonly draft: Draft;
  readonly set: (part: Partial<Draft>) => void;
  readonly level: Level;
  readonly setLevel: (level: Level) => void;
  readonly day: string;
  readonly setDay: (day: string) => void;
}

function HonourFields({ draft, set, level, setLevel, day, setDay }: HonourFieldsProps) {
  return (
    <>
      <TextField
        label="称号"
        value={draft.title}
        maxLength={LINE_MAXIMUM}
        placeholder="例如：优秀志愿者"
        onChange={(title) => {
          set({ title });
        }}
      />
      <SelectField
        label="级别"
        value={level}
        options={LEVELS}
        onChange={(value) => {
          setLevel(LEVELS.find((one) => one.value === value)?.value ?? level);
        }}
      />
      <TextField
        label="文号"
        value={draft.documentNumber}
        maxLength={LINE_MAXIMUM}
        placeholder="例如：马文明办〔2026〕8号"
        onChange={(documentNumber) => {
          set({ documentNumber });
        }}
      />
      <DateField label="文件日期" value={day} onChange={setDay} />
      <TextAreaField
        label="事由"
        rows={2}
        value={draft.reason}
        maxLength={COMMENDATION_TEXT_MAXIMUM}
        onChange={(reason) => {
          set({ reason });
        }}
      />
    </>
  );
}

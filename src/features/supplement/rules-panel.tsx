/** 补录规则 of the city (AT10): read by every office, changed by the city's. */
import { useState } from 'react';

import type { SupplementRulesVersion } from '@contract/supplement.contract';
import { SUPPLEMENT_TEXT_MAXIMUM } from '@contract/supplement-fields';
import {
  MAXIMUM_SCHOOL_DEADLINES,
  refusalOfSupplementRules,
  SUPPLEMENT_RULE_LIMITS,
  SUPPLEMENT_RULE_NAMES,
  type SupplementRuleName,
} from '@domain/supplement/supplement-rules';
import { Answer, CardSkeleton } from '@/lib/answer';
import { formatInstant } from '@/lib/format';
import { messageOf, messageOfCode } from '@/lib/messages.zh-CN';
import { newRequestId } from '@/lib/request-id';
import { SUPPLEMENT_RULE_WORDS } from '@/lib/supplement-messages.zh-CN';
import { useNow } from '@/lib/use-now';
import { useCommand, useProcedure } from '@/lib/use-procedure';
import { showToast } from '@/platform/feedback';
import { Button } from '@/ui/button';
import { DateField, TextAreaField, TextField } from '@/ui/field';
import { Card, Grid, Paragraph, Section } from '@/ui/layout';
import { List, ListRow } from '@/ui/list';
import { Notice } from '@/ui/states';

import { rulesOf, typedOf, type TypedRules } from './rules-draft';

export function SupplementRulesPanel() {
  const answer = useProcedure('supplement.getRules', {});
  return (
    <Answer of={answer} skeleton={<CardSkeleton lines={6} />}>
      {({ current, mayChange }) => (
        <>
          <Current current={current} />
          {mayChange ? <RulesForm key={String(current.version)} current={current} /> : null}
        </>
      )}
    </Answer>
  );
}

function Current({ current }: { current: SupplementRulesVersion }) {
  const now = useNow(60_000);
  const { rules, version, setAt, setByName, reason } = current;
  const source =
    setAt === null
      ? '这是系统的默认值，还没有修改过。'
      : `第 ${String(version)} 版，${setByName} ${formatInstant(setAt, now)} 设定：${reason}`;
  return (
    <Section title="现行规则">
      <List>
        {SUPPLEMENT_RULE_NAMES.map((rule) => (
          <ListRow key={rule} title={SUPPLEMENT_RULE_WORDS[rule] ?? ''} value={String(rules[rule])} />
        ))}
        {rules.schoolDeadlines.map(({ name, day }) => (
          <ListRow key={`${name} ${day}`} title={`学校截止日：${name}`} value={day} />
        ))}
      </List>
      <Paragraph isSoft>{source}</Paragraph>
    </Section>
  );
}

function RulesForm({ current }: { current: SupplementRulesVersion }) {
  const [typed, setTyped] = useState(() => typedOf(current.rules));
  const [reason, setReason] = useState('');
  const [hasTried, setTried] = useState(false);
  const [requestId] = useState(newRequestId);
  const change = useCommand('supplement.changeRules', { invalidates: ['supplement.getRules'] });
  const rules = rulesOf(typed);
  const refusal = refusalOfSupplementRules(rules);
  const submit = async (): Promise<void> => {
    setTried(true);
    if (refusal !== null) return;
    try {
      await change.run({ requestId, version: current.version, rules, reason });
      showToast('规则已修改');
    } catch {
      // The form shows `change.error`.
    }
  };
  return (
    <Section title="修改规则">
      <Card>
        {SUPPLEMENT_RULE_NAMES.map((rule) => (
          <TextField
            key={rule}
            label={SUPPLEMENT_RULE_WORDS[rule] ?? ''}
            kind="digits"
            value={typed[rule]}
            maxLength={3}
            hint={boundsText(rule)}
            error={
              hasTried && refusal?.params.rule === rule
                ? messageOfCode(refusal.code, refusal.params).nextStep
                : undefined
            }
            onChange={(text) => setTyped((before) => ({ ...before, [rule]: text }))}
          />
        ))}
        <DeadlineFields typed={typed} onChange={setTyped} />
        <TextAreaField
          label="修改理由"
          value={reason}
          maxLength={SUPPLEMENT_TEXT_MAXIMUM}
          onChange={setReason}
        />
        {change.error === null ? null : (
          <Notice tone="error" title={messageOf(change.error).title}>
            {messageOf(change.error).nextStep}
          </Notice>
        )}
        <Button isLoading={change.isRunning} onPress={() => void submit()}>
          保存新规则
        </Button>
      </Card>
    </Section>
  );
}

function boundsText(rule: SupplementRuleName): string {
  const { minimum, maximum } = SUPPLEMENT_RULE_LIMITS[rule];
  return `${String(minimum)} 到 ${String(maximum)}`;
}

interface DeadlineFieldsProps {
  readonly typed: TypedRules;
  readonly onChange: (typed: TypedRules) => void;
}

/** Before these days a burst of entries is looked at; a row without a name or a day does not count. */
function DeadlineFields({ typed, onChange }: DeadlineFieldsProps) {
  const { schoolDeadlines } = typed;
  const replace = (index: number, part: Partial<{ name: string; day: string }>): void => {
    const changed = schoolDeadlines.map((one, at) => (at === index ? { ...one, ...part } : one));
    onChange({ ...typed, schoolDeadlines: changed });
  };
  return (
    <>
      <Paragraph isSoft>学校要求交时长的日子：此前两周内补录突然增多的，会标给办公室看。</Paragraph>
      {schoolDeadlines.map(({ name, day }, index) => (
        <Grid key={String(index)} minWidthPx={200}>
          <TextField
            label={`第 ${String(index + 1)} 个截止日的名称`}
            value={name}
            maxLength={30}
            onChange={(text) => replace(index, { name: text })}
          />
          <DateField
            label={`第 ${String(index + 1)} 个截止日`}
            value={day}
            onChange={(text) => replace(index, { day: text })}
          />
          <Button
            kind="text"
            label={`去掉第 ${String(index + 1)} 个截止日`}
            onPress={() => {
              onChange({ ...typed, schoolDeadlines: schoolDeadlines.filter((_one, at) => at !== index) });
            }}
          >
            去掉
          </Button>
        </Grid>
      ))}
      <Button
        kind="secondary"
        disabled={schoolDeadlines.length >= MAXIMUM_SCHOOL_DEADLINES}
        onPress={() => {
          onChange({ ...typed, schoolDeadlines: [...schoolDeadlines, { name: '', day: '' }] });
        }}
      >
        加一个学校截止日
      </Button>
    </>
  );
}

/** A new target: every refusal stands beside its field, before and after sending. */
import { useState } from 'react';

import type { TargetView } from '@contract/plan.contract';
import { TARGET_DOCUMENT_MAXIMUM_CHARACTERS } from '@contract/plan.contract';
import type { DivisionCode } from '@domain/kernel/identifiers';
import { TARGET_INDICATORS } from '@domain/statistics/target';
import { civilDayOf } from '@domain/time/civil-day';

import { toApiError } from '@/lib/api-error';
import { messageOf } from '@/lib/messages.zh-CN';
import { newRequestId } from '@/lib/request-id';
import { serverNow } from '@/lib/server-clock';
import { useCommand } from '@/lib/use-procedure';
import { showToast } from '@/platform/feedback';
import { Button } from '@/ui/button';
import { DateField, SelectField, TextField } from '@/ui/field';
import { View } from '@/ui/primitives';
import { Notice } from '@/ui/states';

import { INDICATOR_NAMES } from './plan-text';
import {
  emptyTargetDraft,
  inputOfDraft,
  problemOfRefusal,
  problemsOfDraft,
  type TargetDraft,
  type TargetProblems,
} from './target-draft';

const OPTIONS = TARGET_INDICATORS.map((value) => ({ value, text: INDICATOR_NAMES[value] }));

function useTargetForm(divisionCode: DivisionCode, targets: readonly TargetView[], onDone: () => void) {
  const [draft, setDraft] = useState(() => emptyTargetDraft(civilDayOf(serverNow())));
  const [requestId, setRequestId] = useState(newRequestId);
  const [problems, setProblems] = useState<TargetProblems>({});
  const add = useCommand('statistics.addTarget', {
    invalidates: ['statistics.getPlan', 'statistics.listTargets'],
  });
  const change = (part: Partial<TargetDraft>): void => {
    // Something else is asked for: a new request, so that a retry of the old one cannot answer for it.
    setRequestId(newRequestId());
    setProblems({});
    setDraft((before) => ({ ...before, ...part }));
  };
  const submit = async (): Promise<void> => {
    const found = problemsOfDraft(draft, targets);
    setProblems(found);
    if (Object.keys(found).length > 0) return;
    try {
      await add.run(inputOfDraft(draft, requestId, divisionCode));
      showToast('指标已保存');
      onDone();
    } catch (error) {
      const { code, params } = toApiError(error);
      setProblems(problemOfRefusal(code, params) ?? {});
    }
  };
  return { draft, change, problems, add, submit };
}

export interface TargetFormProps {
  readonly divisionCode: DivisionCode;
  readonly targets: readonly TargetView[];
  readonly onDone: () => void;
}

export function TargetForm({ divisionCode, targets, onDone }: TargetFormProps) {
  const { draft, change, problems, add, submit } = useTargetForm(divisionCode, targets, onDone);
  const isElsewhere = add.error !== null && Object.keys(problems).length === 0;
  return (
    <View className="plan-form">
      <SelectField
        label="哪一项指标"
        value={draft.indicator}
        options={OPTIONS}
        onChange={(chosen) => {
          change({ indicator: TARGET_INDICATORS.find((one) => one === chosen) ?? draft.indicator });
        }}
      />
      <TextField
        label="指标（%）"
        placeholder="例如 60 或 60.5"
        value={draft.value}
        maxLength={8}
        error={problems.value}
        onChange={(value) => {
          change({ value });
        }}
      />
      <DateField
        label="起始日"
        value={draft.fromDay}
        onChange={(fromDay) => {
          change({ fromDay });
        }}
      />
      <DateField
        label="截止日"
        value={draft.toDay}
        error={problems.toDay}
        onChange={(toDay) => {
          change({ toDay });
        }}
      />
      <TextField
        label="依据文件"
        placeholder="文件名称或文号"
        value={draft.document}
        maxLength={TARGET_DOCUMENT_MAXIMUM_CHARACTERS}
        error={problems.document}
        onChange={(document) => {
          change({ document });
        }}
      />
      {isElsewhere ? (
        <Notice tone="error" title={messageOf(add.error).title}>
          {messageOf(add.error).nextStep}
        </Notice>
      ) : null}
      <Button onPress={() => void submit()} isLoading={add.isRunning}>
        保存指标
      </Button>
    </View>
  );
}

import { useState } from 'react';

import { REASON_MAXIMUM, type RulesVersion } from '@contract/crediting.contract';
import {
  refusalOfRules,
  RULE_LIMITS,
  RULE_NAMES,
  type AttendanceRules,
  type RuleName,
} from '@domain/attendance/attendance-rules';
import { SHORTEST_REASON } from '@domain/attendance/decide-approval';
import { RULE_WORDS, unitOf } from '@/lib/crediting-messages.zh-CN';
import { messageOf, messageOfCode } from '@/lib/messages.zh-CN';
import { newRequestId } from '@/lib/request-id';
import { useCommand } from '@/lib/use-procedure';
import { showToast } from '@/platform/feedback';
import { Button } from '@/ui/button';
import { TextAreaField, TextField } from '@/ui/field';
import { Card, Section } from '@/ui/layout';
import { Notice } from '@/ui/states';

type Typed = Readonly<Record<RuleName, string>>;

function valueOf(text: string): number {
  return /^\d{1,4}$/.test(text.trim()) ? Number(text.trim()) : Number.NaN;
}

function rulesOf(typed: Typed): AttendanceRules {
  return {
    opensBeforeMinutes: valueOf(typed.opensBeforeMinutes),
    closesAfterMinutes: valueOf(typed.closesAfterMinutes),
    graceInMinutes: valueOf(typed.graceInMinutes),
    graceOutMinutes: valueOf(typed.graceOutMinutes),
    headCountTolerancePercent: valueOf(typed.headCountTolerancePercent),
  };
}

function typedOf(rules: AttendanceRules): Typed {
  return {
    opensBeforeMinutes: String(rules.opensBeforeMinutes),
    closesAfterMinutes: String(rules.closesAfterMinutes),
    graceInMinutes: String(rules.graceInMinutes),
    graceOutMinutes: String(rules.graceOutMinutes),
    headCountTolerancePercent: String(rules.headCountTolerancePercent),
  };
}

/** Only the city's office sees it; the server decides by the same bounds. */
export function RulesForm({ current }: { current: RulesVersion }) {
  const [typed, setTyped] = useState(() => typedOf(current.rules));
  const [reason, setReason] = useState('');
  const [hasTried, setTried] = useState(false);
  const [requestId] = useState(newRequestId);
  const change = useCommand('attendance.changeRules', {
    invalidates: ['attendance.getRules', 'attendance.listRuleVersions'],
  });
  const refusal = refusalOfRules(rulesOf(typed));
  const isShort = reason.trim().length < SHORTEST_REASON;
  const submit = async (): Promise<void> => {
    setTried(true);
    if (refusal !== null || isShort) return;
    try {
      await change.run({ requestId, version: current.version, rules: rulesOf(typed), reason });
      showToast('规则已修改');
    } catch {
      // The form shows `change.error`.
    }
  };
  return (
    <Section title="修改规则">
      <Card>
        {RULE_NAMES.map((rule) => (
          <TextField
            key={rule}
            label={`${RULE_WORDS[rule] ?? ''}（${unitOf(rule)}）`}
            kind="digits"
            value={typed[rule]}
            maxLength={4}
            hint={`${String(RULE_LIMITS[rule].minimum)} 到 ${String(RULE_LIMITS[rule].maximum)}`}
            error={
              hasTried && refusal?.params.rule === rule
                ? messageOfCode(refusal.code, refusal.params).nextStep
                : undefined
            }
            onChange={(text) => {
              setTyped((before) => ({ ...before, [rule]: text }));
            }}
          />
        ))}
        <TextAreaField
          label="修改理由"
          placeholder="例如：山区村道远，签退多给半小时"
          value={reason}
          maxLength={REASON_MAXIMUM}
          error={hasTried && isShort ? messageOfCode('rules.reasonMissing').nextStep : undefined}
          onChange={setReason}
        />
        {change.error === null ? null : (
          <Notice tone="error" title={messageOf(change.error).title}>
            {messageOf(change.error).nextStep}
          </Notice>
        )}
        <Button onPress={() => void submit()} isLoading={change.isRunning}>
          保存新规则
        </Button>
      </Card>
    </Section>
  );
}

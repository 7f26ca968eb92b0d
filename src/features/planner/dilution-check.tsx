/** 稀释: what a registration drive does to the rate while nobody new serves – asked before it begins (ST31). */
import { useState } from 'react';

import type { Plan } from '@contract/plan.contract';
import { dilutedRatio, WHOLE_BASIS_POINTS } from '@domain/statistics/planner';
import { formatRatio } from '@domain/statistics/ratio';

import { formatCount } from '@/lib/format';
import { TextField } from '@/ui/field';
import { Notice } from '@/ui/states';

import { percentText } from './plan-text';

const MAXIMUM_IDLE = 99_999_999;
/** to begin with, where the registration target wants nobody more */
const EXAMPLE_IDLE = 100;

export interface DilutionCheckProps {
  readonly plan: Plan;
  readonly activity: NonNullable<Plan['activity']>;
}

/** Null for anything but a whole number. */
function idleOf(text: string): number | null {
  const compact = text.replace(/[,，\s]/g, '');
  return /^\d{1,8}$/.test(compact) ? Math.min(MAXIMUM_IDLE, Number(compact)) : null;
}

export function DilutionCheck({ plan, activity }: DilutionCheckProps) {
  const toRegister = activity.registeredGoal - plan.registered.numerator;
  const [text, setText] = useState(String(toRegister === 0 ? EXAMPLE_IDLE : toRegister));
  const idle = idleOf(text);
  return (
    <>
      <TextField
        label="再注册多少人"
        kind="digits"
        value={text}
        onChange={setText}
        maxLength={10}
        hint={toRegister > 0 ? `注册率达标需要再注册 ${formatCount(toRegister)} 人` : undefined}
        error={idle === null ? '请填一个整数，例如 500' : undefined}
      />
      {idle === null ? null : <Outcome plan={plan} activity={activity} idle={idle} />}
    </>
  );
}

function Outcome({ plan, activity, idle }: DilutionCheckProps & { idle: number }) {
  const [active, registered] = [plan.active.numerator, plan.registered.numerator];
  const after = dilutedRatio(active, registered, idle);
  const target = activity.target.valueBasisPoints;
  const rate = `如果这 ${formatCount(idle)} 人都没有参加服务，活跃度从 ${formatRatio(
    dilutedRatio(active, registered, 0),
  )} 变为 ${formatRatio(after)}`;
  const isBelow = after === null || after.numerator * WHOLE_BASIS_POINTS < target * after.denominator;
  const { idleAllowance } = activity;
  if (isBelow) {
    const allowance =
      idleAllowance === null
        ? `现在已经低于指标 ${percentText(target)}：先让已注册的人参加服务，再扩大注册。`
        : `会低于指标 ${percentText(target)}。最多只能再有 ${formatCount(idleAllowance)} 人注册而不参加服务。`;
    return (
      <Notice tone="warning" title={`${rate}。`}>
        {allowance}
      </Notice>
    );
  }
  return (
    <Notice tone="success" title={`${rate}，仍不低于指标 ${percentText(target)}。`}>
      {`最多还能有 ${formatCount(idleAllowance ?? 0)} 人注册而不参加服务。`}
    </Notice>
  );
}

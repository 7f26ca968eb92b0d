/**
 * The gap at a glance: two bars on one scale, people registered and people active, and what each still lacks.
 */
import type { Plan } from '@contract/plan.contract';

import { formatCount } from '@/lib/format';
import { Text, View } from '@/ui/primitives';

import { ACTIVE_NAMES, INDICATOR_NAMES, lapsingText, lengthOf, percentText } from './plan-text';

type ActivityPlan = NonNullable<Plan['activity']>;

interface BarProps {
  readonly name: string;
  readonly kind: 'registered' | 'active';
  readonly have: number;
  readonly lack: number;
  /** of those there are, who stop counting unless they serve again */
  readonly lapsing?: number;
  readonly whole: number;
}

function Bar({ name, kind, have, lack, lapsing = 0, whole }: BarProps) {
  return (
    <View className="plan-bar">
      <View className="plan-bar__words">
        <Text className="plan-bar__name">{name}</Text>
        <Text className="plan-bar__have">{`现有 ${formatCount(have)} 人`}</Text>
        <Text className={`plan-bar__lack ${lack === 0 ? 'plan-bar__lack--none' : ''}`}>
          {lack === 0 ? '已够' : `还差 ${formatCount(lack)} 人`}
        </Text>
      </View>
      <View className="plan-bar__track" decorative>
        <View
          className={`plan-bar__fill plan-bar__fill--${kind}`}
          style={{ width: lengthOf(have - lapsing, whole) }}
        />
        <View className="plan-bar__lapsing" style={{ width: lengthOf(lapsing, whole) }} />
        <View className={`plan-bar__gap plan-bar__gap--${kind}`} style={{ width: lengthOf(lack, whole) }} />
      </View>
    </View>
  );
}

function leadOf(plan: Plan, activity: ActivityPlan): { before: string; value: string; after: string } {
  const target = percentText(activity.target.valueBasisPoints);
  const register = plan.registration;
  const both =
    register !== null && register.goal !== null
      ? `注册率到 ${percentText(register.target.valueBasisPoints)}、活跃度到 ${target}`
      : `活跃度到 ${target}`;
  if (activity.jointGap === 0) return { before: both, value: '已达到', after: '' };
  return { before: `${both}，还差`, value: formatCount(activity.jointGap), after: '人参加服务' };
}

/** What the registration target adds to the gap, in one sentence; null when it adds nothing. */
function explanationOf(plan: Plan, activity: ActivityPlan): string | null {
  const toRegister = activity.registeredGoal - plan.registered.numerator;
  if (toRegister === 0) return null;
  const more = formatCount(activity.jointGap - activity.naiveGap);
  return (
    `只看现有注册志愿者，缺口是 ${formatCount(activity.naiveGap)} 人；` +
    `还要再注册 ${formatCount(toRegister)} 人，缺口因此多出 ${more} 人。`
  );
}

export function GapPicture({ plan, activity }: { plan: Plan; activity: ActivityPlan }) {
  const lead = leadOf(plan, activity);
  const explanation = explanationOf(plan, activity);
  const lapsing = lapsingText(activity.pace, activity.target.toDay);
  const goal = formatCount(activity.registeredGoal);
  const [registered, active] = [plan.registered.numerator, plan.active.numerator];
  return (
    <>
      <View className="plan-lead">
        <Text className="plan-lead__words">{lead.before}</Text>
        <View className="plan-lead__line">
          <Text className="plan-lead__value">{lead.value}</Text>
          <Text className="plan-lead__words">{lead.after}</Text>
        </View>
      </View>
      <Bar
        name="注册志愿者"
        kind="registered"
        have={registered}
        lack={activity.registeredGoal - registered}
        whole={activity.registeredGoal}
      />
      <Bar
        name={ACTIVE_NAMES[plan.window]}
        kind="active"
        have={active}
        lack={activity.jointGap}
        lapsing={activity.pace.lapsing}
        whole={activity.registeredGoal}
      />
      {lapsing === null ? null : (
        <Text className="plan-lapsing">
          <Text className="plan-key plan-key--lapsing" decorative /> {lapsing}
        </Text>
      )}
      <View className="plan-facts">
        <Fact
          name={INDICATOR_NAMES[`activityRate.${plan.window}`]}
          text={ratioText(plan.activityRate)}
          detail={fractionText(plan.activityRate)}
        />
        <Fact
          name="注册率"
          text={ratioText(plan.registrationRatio)}
          detail={fractionText(plan.registrationRatio)}
        />
        <Fact
          name="达标需要的活跃人数"
          text={`${formatCount(activity.activeGoal)} 人`}
          detail={`${goal} 人的 ${percentText(activity.target.valueBasisPoints)}`}
        />
      </View>
      {explanation === null ? null : <Text className="plan-note">{explanation}</Text>}
    </>
  );
}

function ratioText(figure: Plan['activityRate']): string {
  return figure.value === null ? '—' : percentText(figure.value);
}

/** The two integers, with year of the residents; the reason where there is no ratio (ST3). */
function fractionText({
  value,
  numerator,
  denominator,
  populationYear,
  measure,
}: Plan['activityRate']): string {
  if (value === null || denominator === null) {
    return measure === 'registrationRatio' ? '没有公布的常住人口数，不计算' : '还没有注册志愿者，不计算';
  }
  const year = populationYear === null ? '' : `（${String(populationYear)} 年常住人口）`;
  return `${formatCount(numerator)} ÷ ${formatCount(denominator)}${year}`;
}

function Fact({ name, text, detail }: { name: string; text: string; detail: string }) {
  return (
    <View className="plan-fact">
      <Text className="plan-fact__name">{name}</Text>
      <Text className="plan-fact__value">{text}</Text>
      <Text className="plan-fact__detail">{detail}</Text>
    </View>
  );
}

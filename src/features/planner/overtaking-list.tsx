/** 超过第 k 名还差 n 人: for the division itself among its siblings, or for each of its children. */
import { useState } from 'react';

import type { Plan, StandingView } from '@contract/plan.contract';
import type { TargetIndicator } from '@domain/statistics/target';

import { formatCount } from '@/lib/format';
import { Segmented } from '@/ui/choice';
import { Text, View } from '@/ui/primitives';

import { INDICATOR_NAMES, percentText } from './plan-text';

const whatOf = (measure: TargetIndicator): string =>
  measure === 'registrationRatio' ? '人注册' : '人参加服务';

type Rival = StandingView['ahead'][number];

export function overtakingText(standing: StandingView, rival: Rival): string {
  const isLevel = rival.rank === standing.rank;
  const who = `${isLevel ? '并列的' : `第 ${String(rival.rank)} 名 `}${rival.name}`;
  if (rival.people === null) return `到 100% 也超不过${who}`;
  return `超过${who}还差 ${formatCount(rival.people)} ${whatOf(standing.measure)}`;
}

function placeText({ rank, rankedCount }: StandingView): string {
  return rank === null ? '不排名' : `第 ${String(rank)} / ${String(rankedCount)}`;
}

function Standing({ standing }: { standing: StandingView }) {
  const { figure, ahead, rank } = standing;
  return (
    <View className="plan-standing">
      <View className="plan-standing__head">
        <Text className="plan-standing__place">{placeText(standing)}</Text>
        <Text className="plan-standing__name">{standing.name}</Text>
        <Text className="plan-standing__value">
          {figure.value === null ? '—' : percentText(figure.value)}
        </Text>
      </View>
      {rank === null ? (
        <Text className="plan-standing__line">没有可比的数，不参加排名</Text>
      ) : ahead.length === 0 ? (
        <Text className="plan-standing__line">前面没有别的区划</Text>
      ) : (
        ahead.map((rival) => (
          <Text key={rival.divisionCode} className="plan-standing__line">
            {overtakingText(standing, rival)}
          </Text>
        ))
      )}
    </View>
  );
}

const byPlace = (a: StandingView, b: StandingView): number =>
  (a.rank ?? Number.MAX_SAFE_INTEGER) - (b.rank ?? Number.MAX_SAFE_INTEGER);

export function OvertakingList({ plan }: { plan: Plan }) {
  const [isByRegistration, setIsByRegistration] = useState(false);
  const rate = `activityRate.${plan.window}` as const;
  const measure = isByRegistration ? 'registrationRatio' : rate;
  const options = ([rate, 'registrationRatio'] as const).map((value) => ({
    value,
    text: INDICATOR_NAMES[value],
  }));
  const choose = (next: TargetIndicator): void => {
    setIsByRegistration(next === 'registrationRatio');
  };
  const own = plan.own.filter((standing) => standing.measure === measure);
  const children = plan.children.filter((standing) => standing.measure === measure).sort(byPlace);
  return (
    <>
      <View className="xf-no-print">
        <Segmented label="按哪个数排名" value={measure} options={options} onChange={choose} />
      </View>
      <Text className="plan-note">{`按${INDICATOR_NAMES[measure]}排名`}</Text>
      {own.map((standing) => (
        <Standing key={standing.divisionCode} standing={standing} />
      ))}
      {children.length === 0 ? null : (
        <View className="plan-standings">
          {children.map((standing) => (
            <Standing key={standing.divisionCode} standing={standing} />
          ))}
        </View>
      )}
    </>
  );
}

/** 任务分解: one bar per child, its length the quota, its words the exact figures; the last line is the sum. */
import type { Plan } from '@contract/plan.contract';
import type { DivisionCode } from '@domain/kernel/identifiers';

import { formatCount } from '@/lib/format';
import { BarRow } from '@/ui/figure';
import { Text, View } from '@/ui/primitives';

export interface QuotaListProps {
  readonly activity: NonNullable<Plan['activity']>;
  /** undefined for a division one may not open */
  readonly openerOf: (code: DivisionCode) => (() => void) | undefined;
}

export function QuotaList({ activity, openerOf }: QuotaListProps) {
  const { quotas, unplaced, jointGap } = activity;
  const most = Math.max(1, ...quotas.map(({ quota }) => quota));
  const sorted = [...quotas].sort((a, b) => b.quota - a.quota);
  const sum = quotas.reduce((total, { quota }) => total + quota, 0);
  return (
    <View className="plan-quotas">
      {sorted.map(({ divisionCode, name, quota, dormant }, index) => {
        const onPress = openerOf(divisionCode);
        return (
          <BarRow
            key={divisionCode}
            rank={String(index + 1)}
            label={name}
            value={`${formatCount(quota)} 人`}
            detail={`未活跃 ${formatCount(dormant)} 人`}
            share={quota / most}
            {...(onPress === undefined ? {} : { onPress })}
          />
        );
      })}
      <View className="plan-quotas__sum">
        <Text>{`合计 ${formatCount(sum)} 人`}</Text>
        <Text>
          {unplaced === 0
            ? `等于联合缺口 ${formatCount(jointGap)} 人`
            : `另有 ${formatCount(unplaced)} 人要从新注册的志愿者中产生，两者合计 ${formatCount(jointGap)} 人`}
        </Text>
      </View>
    </View>
  );
}

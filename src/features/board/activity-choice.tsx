/** Which definition of activity the board shows and ranks by (ST14): a window, and whose word counts. */
import type { RankingId } from '@contract/statistics.contract';
import { ACTIVITY_MEASURES, type ActivityMeasure } from '@domain/statistics/measure';

import { Segmented } from '@/ui/choice';
import { Text, View } from '@/ui/primitives';

const WINDOWS = [
  { value: 'CUM', text: '累计' },
  { value: 'YEAR', text: '本年' },
  { value: 'R12', text: '近 365 天' },
] as const;
const RECORDS = [
  { value: 'all', text: '全部记录' },
  { value: 'strict', text: '只计本人签到' },
] as const;

/** The definition behind a ranking; CUM, the headline, where it is no activity rate. */
export function activityOf(measure: RankingId): ActivityMeasure {
  const name = measure.replace('activityRate.', '');
  return Object.keys(ACTIVITY_MEASURES).find((one): one is ActivityMeasure => one === name) ?? 'CUM';
}

export interface ActivityChoiceProps {
  readonly value: ActivityMeasure;
  readonly onChange: (value: ActivityMeasure) => void;
}

export function ActivityChoice({ value, onChange }: ActivityChoiceProps) {
  const isStrict = value.endsWith('-STRICT');
  const window = WINDOWS.find((one) => value.startsWith(one.value))?.value ?? 'CUM';
  return (
    <View className="board-choices">
      <Text className="board-choices__label">活跃口径</Text>
      <Segmented
        label="活跃按哪段时间算"
        value={window}
        options={WINDOWS}
        onChange={(next) => {
          onChange(isStrict ? `${next}-STRICT` : next);
        }}
      />
      <Segmented
        label="活跃计哪些记录"
        value={isStrict ? 'strict' : 'all'}
        options={RECORDS}
        onChange={(next) => {
          onChange(next === 'strict' ? `${window}-STRICT` : window);
        }}
      />
    </View>
  );
}

/** 查看日期: a past day, or now. */
import { civilDayOf, isCivilDay, parseCivilDay, type CivilDay } from '@domain/time/civil-day';

import { Button } from '@/ui/button';
import { DateInput, Text, View } from '@/ui/primitives';

import './day-choice.scss';
import { serverNow } from './server-clock';

/** Before this day the product holds no records. */
const FIRST_DAY = '2010-01-01';

export interface DayChoiceProps {
  /** null: now, or what the screen takes without a day */
  readonly day: CivilDay | null;
  /** the day that stands there without one; today, unless the screen takes another */
  readonly standingDay?: CivilDay | undefined;
  readonly onChange: (day: CivilDay | null) => void;
  readonly backText?: string;
}

export function DayChoice({ day, standingDay, onChange, backText = '回到现在' }: DayChoiceProps) {
  const today = civilDayOf(serverNow());
  return (
    <View className="day-choice xf-no-print">
      <View className="day-choice__day">
        <Text>查看日期</Text>
        <DateInput
          className="xf-input"
          label="查看哪一天的数字"
          value={day ?? standingDay ?? today}
          min={FIRST_DAY}
          max={today}
          onChange={(text) => {
            onChange(isCivilDay(text) && text <= today ? parseCivilDay(text) : null);
          }}
        />
      </View>
      {day === null ? null : (
        <Button
          kind="secondary"
          size="small"
          onPress={() => {
            onChange(null);
          }}
        >
          {backText}
        </Button>
      )}
    </View>
  );
}

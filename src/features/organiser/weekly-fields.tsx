/** 每周重复 and 整体改期: dates for the shifts of a plan, seen before they are taken over (AC7, AC8). */
import { useState } from 'react';

import { MAXIMUM_SHIFTS } from '@contract/activity.contract';
import { MAXIMUM_WEEKS, WEEKDAYS, weekdayOf, type Weekday } from '@domain/activity/weekly';
import { addDays, civilDayOf, isCivilDay, parseCivilDay, type CivilDay } from '@domain/time/civil-day';

import { formatNearDay } from '@/lib/format';
import { serverNow } from '@/lib/server-clock';
import { WEEKDAY_WORDS } from '@/lib/skill-words';
import { Button } from '@/ui/button';
import { Stepper } from '@/ui/choice';
import { DateField } from '@/ui/field';
import { Card, Paragraph, Row } from '@/ui/layout';
import { Pressable, Text, View } from '@/ui/primitives';
import { Tick } from '@/ui/tick';

import type { ShiftDraft } from './activity-draft';
import { proposedDays, shiftsMovedTo, shiftsOn } from './weekly-draft';

const DAYS_AHEAD = 366;
const USUAL_WEEKS = 4;

interface Props {
  readonly shifts: readonly ShiftDraft[];
  readonly isLocked: boolean;
  readonly onChange: (shifts: readonly ShiftDraft[]) => void;
}

export function WeeklyFields(props: Props) {
  const [opened, setOpened] = useState<'weekly' | 'moved' | null>(null);
  const toggle = (next: 'weekly' | 'moved') => () => setOpened(opened === next ? null : next);
  const take = (shifts: readonly ShiftDraft[]): void => {
    props.onChange(shifts);
    setOpened(null);
  };
  return (
    <>
      <Row>
        <Button kind="secondary" size="small" disabled={props.isLocked} onPress={toggle('weekly')}>
          每周重复
        </Button>
        {props.shifts.length > 1 ? (
          <Button kind="secondary" size="small" disabled={props.isLocked} onPress={toggle('moved')}>
            整体改期
          </Button>
        ) : null}
      </Row>
      {opened === 'weekly' ? <WeeklyCard {...props} onChange={take} /> : null}
      {opened === 'moved' ? <MovedCard {...props} onChange={take} /> : null}
    </>
  );
}

function firstDayOf(shifts: readonly ShiftDraft[]): CivilDay {
  const days = shifts.map(({ day }) => day).filter(isCivilDay);
  const [first] = days.sort();
  return first === undefined ? addDays(civilDayOf(serverNow()), 1) : parseCivilDay(first);
}

function WeeklyCard({ shifts, onChange }: Props) {
  const start = firstDayOf(shifts);
  const [fromDay, setFromDay] = useState(start);
  const [weekdays, setWeekdays] = useState<readonly Weekday[]>([weekdayOf(start)]);
  const [weeks, setWeeks] = useState(USUAL_WEEKS);
  const [skipped, setSkipped] = useState<readonly CivilDay[]>([]);
  const today = civilDayOf(serverNow());
  const { days, left } = proposedDays(fromDay, weekdays, weeks);
  const kept = days.filter((day) => !skipped.includes(day));
  const flip = <Value,>(all: readonly Value[], one: Value): Value[] =>
    all.includes(one) ? all.filter((other) => other !== one) : [...all, one];
  return (
    <Card>
      <Paragraph isSoft isSmall>
        按第 1 场的时间、名额和休息，在选定的日子各排一场；放假或有别的事的日子，点一下就跳过。
      </Paragraph>
      <DateField
        label="从哪一天起"
        value={fromDay}
        min={today}
        max={addDays(today, DAYS_AHEAD)}
        onChange={(text) => {
          if (isCivilDay(text)) setFromDay(parseCivilDay(text));
        }}
      />
      <View className="weekly__days" role="group" label="每周的哪几天">
        {WEEKDAYS.map((weekday) => (
          <Pressable
            key={weekday}
            className={`weekly__day ${weekdays.includes(weekday) ? 'weekly__day--on' : ''}`}
            pressed={weekdays.includes(weekday)}
            onPress={() => setWeekdays(flip(weekdays, weekday))}
          >
            {WEEKDAY_WORDS[weekday]}
          </Pressable>
        ))}
      </View>
      <Row isSpread>
        <Text>{`连续 ${String(weeks)} 周`}</Text>
        <Stepper label="周数" value={weeks} min={1} max={MAXIMUM_WEEKS} onChange={setWeeks} />
      </Row>
      {days.map((day) => (
        <Tick
          key={day}
          text={formatNearDay(day, today)}
          value={skipped.includes(day) ? '跳过' : undefined}
          isOn={!skipped.includes(day)}
          onChange={() => setSkipped(flip(skipped, day))}
        />
      ))}
      {left > 0 ? (
        <Paragraph isSmall>
          {`一个活动最多 ${String(MAXIMUM_SHIFTS)} 场，后面 ${String(left)} 天没有排进来；可以用“照着新建”再建一个活动。`}
        </Paragraph>
      ) : null}
      <Button disabled={kept.length === 0} onPress={() => onChange(shiftsOn(shifts, kept))}>
        {kept.length === 0 ? '请先选日子' : `排成 ${String(kept.length)} 个场次`}
      </Button>
    </Card>
  );
}

function dayText({ day }: ShiftDraft): string {
  return isCivilDay(day) ? formatNearDay(parseCivilDay(day), civilDayOf(serverNow())) : '未选';
}

function MovedCard({ shifts, onChange }: Props) {
  const [firstDay, setFirstDay] = useState(() => firstDayOf(shifts));
  const today = civilDayOf(serverNow());
  const moved = shiftsMovedTo(shifts, firstDay);
  return (
    <Card>
      <DateField
        label="最早一场改到"
        value={firstDay}
        min={today}
        max={addDays(today, DAYS_AHEAD)}
        onChange={(text) => {
          if (isCivilDay(text)) setFirstDay(parseCivilDay(text));
        }}
      />
      <Paragraph isSmall>{`改后的日子：${moved.map(dayText).join('、')}`}</Paragraph>
      <Button onPress={() => onChange(moved)}>全部改到这些日子</Button>
    </Card>
  );
}

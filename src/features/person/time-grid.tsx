/** 有空的时间 (PF1): a week by parts of days; a day's or a part's name fills or empties its line. */
import { WEEKDAYS } from '@domain/activity/weekly';
import { chosenOf, DAY_PARTS, slotOf, TIME_SLOTS, type TimeSlot } from '@domain/volunteer/profile';
import { PART_WORDS, slotWords, WEEKDAY_WORDS } from '@/lib/skill-words';
import { Icon } from '@/ui/icon';
import { Pressable, View } from '@/ui/primitives';

export interface TimeGridProps {
  readonly times: readonly TimeSlot[];
  readonly onChange: (times: TimeSlot[]) => void;
}

/** All of them, or none when all were chosen. */
function flipped(times: readonly TimeSlot[], line: readonly TimeSlot[]): TimeSlot[] {
  const isFull = line.every((slot) => times.includes(slot));
  const others = times.filter((slot) => !line.includes(slot));
  return chosenOf(TIME_SLOTS, isFull ? others : [...others, ...line]);
}

export function TimeGrid({ times, onChange }: TimeGridProps) {
  return (
    <View className="time-grid" role="group" label="有空的时间">
      <View />
      {DAY_PARTS.map((part) => (
        <Head
          key={part}
          text={PART_WORDS[part]}
          label={`每天${PART_WORDS[part]}`}
          onPress={() =>
            onChange(
              flipped(
                times,
                WEEKDAYS.map((day) => slotOf(day, part)),
              ),
            )
          }
        />
      ))}
      {WEEKDAYS.map((day) => [
        <Head
          key={String(day)}
          text={WEEKDAY_WORDS[day]}
          label={`${WEEKDAY_WORDS[day]}全天`}
          onPress={() =>
            onChange(
              flipped(
                times,
                DAY_PARTS.map((part) => slotOf(day, part)),
              ),
            )
          }
        />,
        ...DAY_PARTS.map((part) => {
          const slot = slotOf(day, part);
          const isOn = times.includes(slot);
          return (
            <Pressable
              key={slot}
              className={`time-grid__cell ${isOn ? 'time-grid__cell--on' : ''}`}
              label={slotWords(slot)}
              pressed={isOn}
              onPress={() => onChange(flipped(times, [slot]))}
            >
              {isOn ? <Icon name="done" /> : null}
            </Pressable>
          );
        }),
      ])}
    </View>
  );
}

function Head({ text, label, onPress }: { text: string; label: string; onPress: () => void }) {
  return (
    <Pressable className="time-grid__head" label={label} onPress={onPress}>
      {text}
    </Pressable>
  );
}

/** A table on a wide screen, cards on a phone: the same rows. */
import type { ReactNode } from 'react';

import { isCivilDay } from '@domain/time/civil-day';
import { Pressable, Text, View } from '@/ui/primitives';

import type { Stretch } from './trail-filters';

export function TrailTable({ heads, children }: { heads: readonly string[]; children: ReactNode }) {
  return (
    <View className="xf-trail">
      <View className="xf-trail__head" decorative>
        {heads.map((head) => (
          <Text key={head}>{head}</Text>
        ))}
      </View>
      {children}
    </View>
  );
}

interface TrailRowProps {
  readonly label: string;
  readonly cells: readonly [time: string, who: string, what: string, about: string];
  readonly onPress: () => void;
}
export function TrailRow({ label, cells: [time, who, what, about], onPress }: TrailRowProps) {
  return (
    <Pressable className="xf-trail__row" label={label} onPress={onPress}>
      <Text className="xf-trail__time">{time}</Text>
      <Text className="xf-trail__who">{who}</Text>
      <Text className="xf-trail__what">{what}</Text>
      <Text className="xf-trail__about">{about}</Text>
    </Pressable>
  );
}

export function daysOf({ fromDay, toDay }: Stretch) {
  return { fromDay: isCivilDay(fromDay) ? fromDay : null, toDay: isCivilDay(toDay) ? toDay : null };
}

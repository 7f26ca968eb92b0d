/** A table on a wide screen, cards on a phone: the same rows. */
import { isCivilDay } from '@domain/time/civil-day';
import { Pressable, Text, View } from '@/ui/primitives';
import { Table } from '@/ui/table';

import type { Stretch } from './trail-filters';

type Cells = readonly [time: string, who: string, what: string, about: string];

interface TrailTableProps<Row> {
  readonly label: string;
  readonly heads: Cells;
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  readonly nameOf: (row: Row) => string;
  readonly cellsOf: (row: Row) => Cells;
  readonly onOpen: (row: Row) => void;
  readonly onMore: (() => void) | undefined;
}

export function TrailTable<Row>(props: TrailTableProps<Row>) {
  const { heads, cellsOf, nameOf, onOpen } = props;
  return (
    <View className="xf-trail">
      <Table
        {...props}
        columns={heads.map((head, place) => ({ head, cell: (row: Row) => cellsOf(row)[place] }))}
        card={(row) => <TrailRow label={nameOf(row)} cells={cellsOf(row)} onPress={() => onOpen(row)} />}
      />
    </View>
  );
}

interface TrailRowProps {
  readonly label: string;
  readonly cells: Cells;
  readonly onPress: () => void;
}
function TrailRow({ label, cells: [time, who, what, about], onPress }: TrailRowProps) {
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

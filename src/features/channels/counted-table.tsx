/** Rows with the three counts: a table at a desk, lines on a phone. */
import type { PassagesView } from '@contract/channel.contract';

import { formatCount } from '@/lib/format';
import { List, ListRow } from '@/ui/list';
import { Table, type TableColumn } from '@/ui/table';

import { countsText, registeredShare, servedShare, sharesText } from './counts-text';

export interface CountedRow {
  readonly key: string;
  readonly name: string;
  /** in small type after the name */
  readonly kind?: string;
  readonly counts: PassagesView;
  /** opens what the row is about */
  readonly onOpen?: () => void;
}

export interface CountedTableProps {
  readonly label: string;
  /** head of the first column */
  readonly head: string;
  readonly rows: readonly CountedRow[];
  readonly onMore?: (() => void) | undefined;
}

const COLUMNS: readonly TableColumn<CountedRow>[] = [
  { head: '打开（次）', cell: ({ counts }) => formatCount(counts.opened), isNumber: true },
  { head: '注册（人）', cell: ({ counts }) => formatCount(counts.registered), isNumber: true },
  { head: '注册 ÷ 打开', cell: ({ counts }) => registeredShare(counts), isNumber: true },
  { head: '首次服务（人）', cell: ({ counts }) => formatCount(counts.served), isNumber: true },
  { head: '首次服务 ÷ 注册', cell: ({ counts }) => servedShare(counts), isNumber: true },
];

const titleOf = ({ name, kind }: CountedRow): string => (kind === undefined ? name : `${name}（${kind}）`);

export function CountedTable({ label, head, rows, onMore }: CountedTableProps) {
  return (
    <Table
      label={label}
      rows={rows}
      columns={[{ head, cell: titleOf }, ...COLUMNS]}
      keyOf={({ key }) => key}
      nameOf={titleOf}
      card={CountedCard}
      onOpen={({ onOpen }) => onOpen?.()}
      onMore={onMore}
    />
  );
}

function CountedCard(row: CountedRow) {
  return (
    <List>
      <ListRow
        title={titleOf(row)}
        detail={[countsText(row.counts), sharesText(row.counts)]}
        {...(row.onOpen === undefined ? {} : { onPress: row.onOpen })}
      />
    </List>
  );
}

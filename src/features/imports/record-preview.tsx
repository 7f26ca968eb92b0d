/** The first records that are new, as they would be written: whether every column was read as what it is. */
import type { ImportDetail } from '@contract/import.contract';
import { formatDay, formatMinutes } from '@/lib/format';
import { Section } from '@/ui/layout';
import { List, ListRow } from '@/ui/list';

export function RecordPreview({ view }: { view: ImportDetail }) {
  if (view.records.length === 0) return null;
  return (
    <Section title={`将这样写入（前 ${String(view.records.length)} 条）`}>
      <List>
        {view.records.map(({ row, name, day, times, minutes, title, organisation }) => (
          <ListRow
            key={row}
            title={`第 ${String(row)} 行 ${name}：${title}`}
            detail={[`${formatDay(day)} ${times === '' ? '（没有起止时间）' : times}`, organisation]}
            value={formatMinutes(minutes)}
          />
        ))}
      </List>
    </Section>
  );
}

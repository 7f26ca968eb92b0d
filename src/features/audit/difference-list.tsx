/** What one incident holds: persons masked, cells with the amount they are off. */
import type { DifferenceView } from '@contract/audit.contract';

import { Answer, CardSkeleton } from '@/lib/answer';
import { formatCount, formatDay } from '@/lib/format';
import { MoreButton } from '@/lib/more-button';
import { usePages } from '@/lib/use-pages';
import { List, ListRow } from '@/ui/list';
import { Tag } from '@/ui/layout';
import { View } from '@/ui/primitives';

import { cellText, formatSigned, QUANTITY_WORDS, signed } from './audit-words';

const ROWS_SHOWN = 3;

function peopleText(people: number, minutes: number): string {
  return `${formatCount(people)} 人 ${formatCount(minutes)} 分钟`;
}

function wordsOf(difference: DifferenceView): { title: string; detail: string } {
  if (difference.kind === 'cell') {
    const { bookName, cell, quantity, excess } = difference;
    return {
      title: `${bookName} · ${cellText(cell)} · ${QUANTITY_WORDS[quantity]}`,
      detail: `汇总${excess > 0 ? '多' : '少'}了，与应有相差 ${signed(excess)}`,
    };
  }
  if (difference.kind === 'shift') {
    const { title, day, storedCount, storedMinutes, countedCount, countedMinutes } = difference;
    return {
      title: `场次 ${formatDay(day)} · ${title}`,
      detail: `记 ${peopleText(storedCount, storedMinutes)}，应为 ${peopleText(countedCount, countedMinutes)}`,
    };
  }
  const rows = difference.rows
    .slice(0, ROWS_SHOWN)
    .map(
      ({ day, quantity, stored, counted }) =>
        `${formatDay(day)} ${QUANTITY_WORDS[quantity]} 记 ${formatSigned(stored)}，应为 ${formatSigned(counted)}`,
    );
  const rest = difference.rows.length > ROWS_SHOWN ? '；等' : '';
  return {
    title: `志愿者 ${difference.maskedName} · ${difference.divisionName}`,
    detail: rows.length === 0 ? '参与的项目与事实不符' : `${rows.join('；')}${rest}`,
  };
}

export function DifferenceList({ incidentId }: { incidentId: string }) {
  const pages = usePages('audit.listDifferences', incidentId, (cursor) => ({ incidentId, cursor }));
  return (
    <Answer of={pages} skeleton={<CardSkeleton lines={4} />}>
      {(found) => (
        <View className="audit-stack">
          <List>
            {found
              .flatMap((page) => page.differences)
              .map((difference, index) => (
                <ListRow
                  key={String(index)}
                  {...wordsOf(difference)}
                  value={
                    difference.isRepaired ? <Tag tone="green">已修复</Tag> : <Tag tone="red">待修复</Tag>
                  }
                />
              ))}
          </List>
          <MoreButton of={pages} />
        </View>
      )}
    </Answer>
  );
}

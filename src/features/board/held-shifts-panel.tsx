/** 举办的场次 (ST20): the facts behind the figures by place, each shift counted anew from its records. */
import { useState } from 'react';

import type { OutputOf } from '@contract/procedures';
import type { HeldShiftRow } from '@contract/supply.contract';

import { formatCount, formatDay, formatMinutes } from '@/lib/format';
import { usePages } from '@/lib/use-pages';
import { Paragraph, Tag } from '@/ui/layout';
import { List, ListRow } from '@/ui/list';
import { EmptyState } from '@/ui/states';

import { askedOf, NotAsked, type Asked, type AskedParams } from './asked-board';
import { CountedPages, type Comparison } from './counted-pages';

type Page = OutputOf<'statistics.listHeldShifts'>;
const CHOICES = [
  { value: 'all', text: '全部场次' },
  { value: 'rural', text: '乡村场次' },
] as const;
const SETTLEMENT_WORDS = { rural: '乡村', urban: '城镇' } as const;

export function HeldShiftsPanel({ isRuralOnly, ...params }: AskedParams & { isRuralOnly: boolean }) {
  const asked = askedOf(params);
  return asked === null ? <NotAsked /> : <HeldShiftsOf {...asked} isRuralFirst={isRuralOnly} />;
}

function HeldShiftsOf({ divisionCode, day, isRuralFirst }: Asked & { isRuralFirst: boolean }) {
  const [choice, setChoice] = useState<'all' | 'rural'>(isRuralFirst ? 'rural' : 'all');
  const isRuralOnly = choice === 'rural';
  const pages = usePages('statistics.listHeldShifts', `${divisionCode} ${day} ${choice}`, (cursor) => ({
    divisionCode,
    day,
    isRuralOnly,
    cursor,
  }));
  return (
    <CountedPages
      pages={pages}
      choice={{ label: '看哪些场次', value: choice, options: CHOICES, onChange: setChoice }}
      title="举办的场次"
      unit="场"
      compare={compare}
      notes={() => (
        <Paragraph isSoft isSmall>
          举办：至少一人有已确认的服务记录；按服务地点归属，以场次结束的日期为准。
        </Paragraph>
      )}
      rows={(found) => <Rows rows={found.flatMap((page) => page.rows)} hasMore={pages.hasMore} />}
    />
  );
}

function compare({ published }: Page, found: readonly Page[]): Comparison {
  const shiftCount = found.reduce((sum, page) => sum + page.counted.shiftCount, 0);
  const minutes = found.reduce((sum, page) => sum + page.counted.minutes, 0);
  return {
    published: `公布：${formatCount(published.shiftCount)} 场，${formatMinutes(published.minutes)}。`,
    counted: `由记录重新计数：${formatCount(shiftCount)} 场，${formatMinutes(minutes)}`,
    isSame: shiftCount === published.shiftCount && minutes === published.minutes,
  };
}

function Rows({ rows, hasMore }: { rows: readonly HeldShiftRow[]; hasMore: boolean }) {
  if (rows.length === 0 && hasMore) return <Paragraph isSoft>前面没有符合的场次，请继续往下看。</Paragraph>;
  if (rows.length === 0) {
    return <EmptyState icon="info" title="还没有举办过场次" text="有人完成签到签退后，场次就出现在这里。" />;
  }
  return (
    <List>
      {rows.map((row) => (
        <ListRow
          key={row.shiftId}
          title={`${formatDay(row.day)} ${row.title}`}
          detail={[
            `${formatCount(row.people)} 人服务，共 ${formatMinutes(row.minutes)} · ${row.projectTitle}`,
            `${row.placeName}（${row.divisionName}）`,
          ]}
          value={row.settlement === null ? <Tag>未分类</Tag> : <Tag>{SETTLEMENT_WORDS[row.settlement]}</Tag>}
        />
      ))}
    </List>
  );
}

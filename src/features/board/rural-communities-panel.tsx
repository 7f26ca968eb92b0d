/** 各村近 90 天的服务 (ST20): communities with and without, and the published figure beside the recount. */
import { useState } from 'react';

import type { OutputOf } from '@contract/procedures';
import type { RuralCommunityRow } from '@contract/supply.contract';
import { MEASURES } from '@domain/statistics/measure';

import { formatCount, formatDay, formatMinutes } from '@/lib/format';
import { usePages } from '@/lib/use-pages';
import { Paragraph, Tag } from '@/ui/layout';
import { List, ListRow } from '@/ui/list';
import { EmptyState } from '@/ui/states';

import { askedOf, NotAsked, type Asked, type AskedParams } from './asked-board';
import { CountedPages, type Comparison } from './counted-pages';

type Page = OutputOf<'statistics.listRuralCommunities'>;
const CHOICES = [
  { value: 'unserved', text: '没有服务的村' },
  { value: 'all', text: '全部的村' },
] as const;

export function RuralCommunitiesPanel(params: AskedParams) {
  const asked = askedOf(params);
  return asked === null ? <NotAsked /> : <RuralCommunitiesOf {...asked} />;
}

function RuralCommunitiesOf({ divisionCode, day }: Asked) {
  const [choice, setChoice] = useState<'unserved' | 'all'>('unserved');
  const isUnservedOnly = choice === 'unserved';
  const pages = usePages('statistics.listRuralCommunities', `${divisionCode} ${day} ${choice}`, (cursor) => ({
    divisionCode,
    day,
    isUnservedOnly,
    cursor,
  }));
  return (
    <CountedPages
      pages={pages}
      choice={{ label: '看哪些村', value: choice, options: CHOICES, onChange: setChoice }}
      title={MEASURES.ruralCoverage.title}
      unit="个村"
      compare={compare}
      notes={(first) => (
        <>
          <Paragraph isSmall>{MEASURES.ruralCoverage.definition}</Paragraph>
          <Paragraph isSoft isSmall>
            {`城乡分类来源：${first.urbanRuralSource ?? '没有导入城乡分类代码'}`}
          </Paragraph>
        </>
      )}
      rows={(found) => (
        <Rows
          rows={found.flatMap((page) => page.rows)}
          isUnservedOnly={isUnservedOnly}
          hasMore={pages.hasMore}
        />
      )}
    />
  );
}

const ratioText = (all: number, served: number): string =>
  `${formatCount(all)} 个村中 ${formatCount(served)} 个`;

function compare({ published }: Page, found: readonly Page[]): Comparison {
  const served = found.reduce((sum, page) => sum + page.counted.servedCount, 0);
  const rural = found.reduce((sum, page) => sum + page.counted.ruralCommunityCount, 0);
  return {
    published: `公布：${ratioText(published.ruralCommunityCount, published.servedCount)}近 90 天有服务。`,
    counted: `由场次重新计数：${ratioText(rural, served)}有服务`,
    isSame: served === published.servedCount && rural === published.ruralCommunityCount,
  };
}

interface RowsProps {
  readonly rows: readonly RuralCommunityRow[];
  readonly isUnservedOnly: boolean;
  readonly hasMore: boolean;
}

function Rows({ rows, isUnservedOnly, hasMore }: RowsProps) {
  if (rows.length === 0 && hasMore) return <Paragraph isSoft>前面的村都有服务，请继续往下看。</Paragraph>;
  if (rows.length === 0) {
    return (
      <EmptyState
        icon="done"
        title={isUnservedOnly ? '每个村都有服务' : '这里没有村'}
        text={
          isUnservedOnly
            ? '近 90 天里，这里的每个村都举办过活动。'
            : '这里没有城乡分类代码为 210 或 220 的村级单位。'
        }
      />
    );
  }
  return (
    <List>
      {rows.map((row) => (
        <ListRow
          key={row.divisionCode}
          title={`${row.townshipName} · ${row.name}`}
          detail={detailOf(row)}
          value={row.isServed ? <Tag tone="green">有服务</Tag> : <Tag tone="amber">没有服务</Tag>}
        />
      ))}
    </List>
  );
}

function detailOf({ shiftCount, minutes, lastDay }: RuralCommunityRow): string {
  if (lastDay === null) return '还从来没有举办过活动';
  const last = `最近一次 ${formatDay(lastDay)}`;
  return shiftCount === 0
    ? last
    : `近 90 天 ${formatCount(shiftCount)} 场，${formatMinutes(minutes)} · ${last}`;
}

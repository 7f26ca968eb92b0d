/** 各村近 90 天的服务 (ST20): villages with and without, and the published figure beside the recount. */
import { useState } from 'react';

import type { OutputOf } from '@contract/procedures';
import type { VillageRow } from '@contract/supply.contract';
import { MEASURES } from '@domain/statistics/measure';

import { Answer, CardSkeleton } from '@/lib/answer';
import { formatCount, formatDay, formatMinutes } from '@/lib/format';
import { MoreButton } from '@/lib/more-button';
import { usePages } from '@/lib/use-pages';
import { Segmented } from '@/ui/choice';
import { Card, Paragraph, Section, Tag } from '@/ui/layout';
import { List, ListRow } from '@/ui/list';
import { Heading, View } from '@/ui/primitives';
import { EmptyState } from '@/ui/states';

import { askedOf, NotAsked, wayToBoard, type Asked, type AskedParams } from './asked-board';
import { formatBoardClock } from './board-clock';
import './board.scss';

type Page = OutputOf<'statistics.listVillages'>;
const CHOICES = [
  { value: 'unserved', text: '没有服务的村' },
  { value: 'all', text: '全部的村' },
] as const;

export function VillagesPanel(params: AskedParams) {
  const asked = askedOf(params);
  return asked === null ? <NotAsked /> : <VillagesOf {...asked} />;
}

function VillagesOf({ divisionCode, day }: Asked) {
  const [choice, setChoice] = useState<'unserved' | 'all'>('unserved');
  const isUnservedOnly = choice === 'unserved';
  const pages = usePages('statistics.listVillages', `${divisionCode} ${day} ${choice}`, (cursor) => ({
    divisionCode,
    day,
    isUnservedOnly,
    cursor,
  }));
  return (
    <View className="board">
      <View className="board-choices">
        <Segmented label="看哪些村" value={choice} options={CHOICES} onChange={setChoice} />
      </View>
      <Answer of={pages} skeleton={<CardSkeleton lines={8} />} wayOn={wayToBoard}>
        {(found) => {
          const [first] = found;
          if (first === undefined) return null;
          const rows = found.flatMap((page) => page.rows);
          return (
            <>
              <Head first={first} pages={found} hasMore={pages.hasMore} />
              <Section title={`${formatCount(rows.length)} 个村${pages.hasMore ? '，还有更多' : ''}`}>
                <Rows rows={rows} isUnservedOnly={isUnservedOnly} hasMore={pages.hasMore} />
                <MoreButton of={pages} />
              </Section>
            </>
          );
        }}
      </Answer>
    </View>
  );
}

function Head({ first, pages, hasMore }: { first: Page; pages: readonly Page[]; hasMore: boolean }) {
  const { published } = first;
  const counted = pages.reduce(
    (sum, page) => ({
      served: sum.served + page.counted.servedCount,
      villages: sum.villages + page.counted.villageCount,
    }),
    { served: 0, villages: 0 },
  );
  const isSame = counted.served === published.servedCount && counted.villages === published.villageCount;
  const soFar = `由场次重新计数：${formatCount(counted.villages)} 个村中 ${formatCount(counted.served)} 个有服务`;
  return (
    <Card>
      <Heading level={2}>{`${first.divisionName} · ${MEASURES.villageCoverage.title}`}</Heading>
      <Paragraph isSoft isSmall>
        {formatBoardClock(first)}
      </Paragraph>
      <Paragraph>
        {`公布：${formatCount(published.villageCount)} 个村中 ${formatCount(published.servedCount)} 个近 90 天有服务。`}
      </Paragraph>
      <Paragraph isSmall>
        {hasMore
          ? `${soFar}，还没有数完。`
          : `${soFar}，${isSame ? '与公布一致。' : '与公布不一致，请看数据核对。'}`}
      </Paragraph>
      <Paragraph isSmall>{MEASURES.villageCoverage.definition}</Paragraph>
      <Paragraph isSoft isSmall>
        {`城乡分类来源：${first.urbanRuralSource ?? '没有导入城乡分类代码'}`}
      </Paragraph>
    </Card>
  );
}

interface RowsProps {
  readonly rows: readonly VillageRow[];
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

function detailOf({ shiftCount, minutes, lastDay }: VillageRow): string {
  if (lastDay === null) return '还从来没有举办过活动';
  const last = `最近一次 ${formatDay(lastDay)}`;
  return shiftCount === 0
    ? last
    : `近 90 天 ${formatCount(shiftCount)} 场，${formatMinutes(minutes)} · ${last}`;
}

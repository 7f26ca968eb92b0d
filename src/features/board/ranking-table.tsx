/**
 * The ranking at desktop width: one row per child, the chosen measure as a bar, the total equal to the
 * parent.
 */
import type { Board, DivisionFigures, RankingId } from '@contract/statistics.contract';
import type { DivisionCode } from '@domain/kernel/identifiers';

import { Pressable, Text, View } from '@/ui/primitives';

import { additiveText } from './child-totals';
import { titleOf, valueText } from './figure-text';
import { LiveText } from './live-text';
import { MovementMark, RankingBar, RankMark } from './ranking-bar';
import { sumsOf, type AdditiveKey, type Ranking, type RankingRow } from './ranking-rows';

type ColumnKey =
  AdditiveKey | 'registrationRatio' | 'registeredGrowth' | 'activityRateCum' | 'activityRateYear';

interface Column {
  readonly key: ColumnKey;
  readonly title: string;
  readonly sub: string;
}

const COLUMNS: readonly Column[] = [
  { key: 'registered', title: '注册', sub: '人' },
  { key: 'registeredGrowth', title: '较上月末', sub: '增长' },
  { key: 'registrationRatio', title: '注册率', sub: '÷ 人口' },
  { key: 'activeCum', title: '活跃', sub: '累计 人' },
  { key: 'activityRateCum', title: '活跃度', sub: '累计' },
  { key: 'activeYear', title: '活跃', sub: '本年 人' },
  { key: 'activityRateYear', title: '活跃度', sub: '本年' },
  { key: 'serviceHours', title: '时长', sub: '小时' },
];

/** The chosen measure is drawn as a bar, so it has no column of its own. */
function columnsFor(measure: RankingId): readonly Column[] {
  const drawn: Readonly<Partial<Record<RankingId, ColumnKey>>> = {
    registrationRatio: 'registrationRatio',
    'activityRate.CUM': 'activityRateCum',
    'activityRate.YEAR': 'activityRateYear',
  };
  return COLUMNS.filter((column) => column.key !== drawn[measure]);
}

function Head({ measure }: { measure: RankingId }) {
  return (
    <View className="board-row board-row--head" role="row">
      <View role="columnheader">
        <Text>名次</Text>
      </View>
      <View role="columnheader">
        <Text>区划</Text>
      </View>
      <View role="columnheader">
        <Text>{titleOf(measure)}</Text>
      </View>
      {columnsFor(measure).map((column) => (
        <View key={column.key} className="board-cell--number" role="columnheader">
          <Text>{column.title}</Text>
          <Text className="board-row__sub">{column.sub}</Text>
        </View>
      ))}
    </View>
  );
}

function NumberCells({ measure, textOf }: { measure: RankingId; textOf: (key: ColumnKey) => string }) {
  return (
    <>
      {columnsFor(measure).map((column) => (
        <View key={column.key} className="board-cell--number" role="cell">
          <LiveText text={textOf(column.key)} />
        </View>
      ))}
    </>
  );
}

interface ChildRowProps {
  readonly row: RankingRow;
  readonly child: DivisionFigures;
  readonly ranking: Ranking;
  readonly onOpenDivision: (code: DivisionCode) => void;
}

function ChildRow({ row, child, ranking, onOpenDivision }: ChildRowProps) {
  return (
    <View className="board-row board-row--link" role="row">
      <View className="board-row__place" role="cell">
        <RankMark row={row} rankedCount={ranking.rankedCount} />
        <MovementMark movement={row.movement} />
      </View>
      <View role="cell">
        <Pressable
          className="board-row__name"
          onPress={() => {
            onOpenDivision(row.divisionCode);
          }}
        >
          {row.name}
        </Pressable>
      </View>
      <View role="cell">
        <RankingBar row={row} parentShare={ranking.parentShare} />
      </View>
      <NumberCells measure={ranking.measure} textOf={(key) => valueText(child[key])} />
    </View>
  );
}

function isAdditive(key: ColumnKey): key is AdditiveKey {
  return key === 'registered' || key === 'activeCum' || key === 'activeYear' || key === 'serviceHours';
}

interface SumRowProps {
  readonly name: string;
  readonly note: string;
  readonly className: string;
  readonly measure: RankingId;
  readonly textOf: (key: ColumnKey) => string;
}

function SumRow({ name, note, className, measure, textOf }: SumRowProps) {
  return (
    <View className={`board-row ${className}`} role="row">
      <View role="cell" />
      <View role="cell">
        <Text>{name}</Text>
      </View>
      <View role="cell">
        <Text className="board-row__note">{note}</Text>
      </View>
      <NumberCells measure={measure} textOf={textOf} />
    </View>
  );
}

/** Σ children, and what belongs to no child when there is any (ST5). */
function Sums({ board, ranking }: { board: Board; ranking: Ranking }) {
  const sums = sumsOf(board);
  const hasUnassigned = Object.values(sums).some((sum) => sum.unassigned !== 0);
  const parent = `${valueText(ranking.parentFigure)}（${board.division.name}）`;
  return (
    <>
      {hasUnassigned ? (
        <SumRow
          className="board-row--rest"
          name="未归入下级"
          note="登记地只到本级"
          measure={ranking.measure}
          textOf={(key) => (isAdditive(key) ? additiveText(key, sums[key].unassigned) : '—')}
        />
      ) : null}
      <SumRow
        className="board-row--total"
        name="合计"
        note={parent}
        measure={ranking.measure}
        textOf={(key) =>
          isAdditive(key)
            ? additiveText(key, sums[key].sum + sums[key].unassigned)
            : valueText(board.division[key])
        }
      />
    </>
  );
}

export interface RankingViewProps {
  readonly board: Board;
  readonly ranking: Ranking;
  readonly onOpenDivision: (code: DivisionCode) => void;
}

export function RankingTable({ board, ranking, onOpenDivision }: RankingViewProps) {
  const byCode = new Map(board.children.map((child) => [child.divisionCode, child]));
  const label = `${board.division.name}下级区划，按${titleOf(ranking.measure)}排名`;
  return (
    <View className="board-table" role="table" label={label}>
      <Head measure={ranking.measure} />
      {ranking.rows.map((row) => {
        const child = byCode.get(row.divisionCode);
        if (child === undefined) return null;
        return (
          <ChildRow
            key={row.divisionCode}
            row={row}
            child={child}
            ranking={ranking}
            onOpenDivision={onOpenDivision}
          />
        );
      })}
      <Sums board={board} ranking={ranking} />
    </View>
  );
}

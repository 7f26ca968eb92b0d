/** The children of a report, ranked (ST17), with a total that is the division's own figure (ST5). */
import type { Report } from '@contract/export.contract';
import type { Figure, RankingId } from '@contract/statistics.contract';
import { rankContestants } from '@domain/statistics/ranking';
import { ratioOf } from '@domain/statistics/ratio';

import { Heading, Text, View } from '@/ui/primitives';

import { fractionText, reasonOf, titleOf, valueText } from './figure-text';
import { periodChangeText } from './report-text';

type Pair = Report['figures'][number];

const KEPT = ['registered', 'active.CUM', 'serviceHours'] as const;

function ratioIn(figure: Figure | undefined) {
  return figure === undefined ? null : ratioOf(figure.numerator, figure.denominator);
}

export function ReportRanking({ report, ranking }: { report: Report; ranking: RankingId }) {
  const { children, measures } = report;
  if (children.length === 0) return null;
  const columns = [ranking, ...KEPT].map((measure) => measures.findIndex((known) => known === measure));
  const rankedColumn = columns[0] ?? 0;
  const rows = rankContestants(
    children.map(({ divisionCode, figures }) => ({
      divisionCode,
      ratio: ratioIn(figures[rankedColumn]?.now),
    })),
  );
  const ranked = rows.filter(({ rank }) => rank !== null).length;
  const pairsOf = (figures: readonly Pair[]): Pair[] => columns.flatMap((column) => figures[column] ?? []);
  return (
    <View className="report-part">
      <Heading level={3} className="report-part__title">
        {`下级区划（按${titleOf(ranking)}排名，${String(ranked)} 个参加排名）`}
      </Heading>
      <Text className="report-soft">数字下面的小字：排名所按的数是分子 ÷ 分母，其余是期间变化。</Text>
      <View className="report-table report-table--ranking" role="table" label={`按${titleOf(ranking)}排名`}>
        <View className="report-row report-row--head" role="row">
          {['名次', '区划', ...[ranking, ...KEPT].map(titleOf)].map((head) => (
            <Text key={head} className="report-cell" role="columnheader">
              {head}
            </Text>
          ))}
        </View>
        {rows.map(({ divisionCode, rank }) => {
          const child = children.find((one) => one.divisionCode === divisionCode);
          return child === undefined ? null : (
            <RankingLine
              key={divisionCode}
              rank={rank === null ? '—' : String(rank)}
              name={child.name}
              pairs={pairsOf(child.figures)}
            />
          );
        })}
        <RankingLine rank="" name={report.divisionName} pairs={pairsOf(report.figures)} isTotal />
      </View>
    </View>
  );
}

interface RankingLineProps {
  readonly rank: string;
  readonly name: string;
  readonly pairs: readonly Pair[];
  readonly isTotal?: boolean;
}

function RankingLine({ rank, name, pairs, isTotal = false }: RankingLineProps) {
  return (
    <View className={`report-row ${isTotal ? 'report-row--total' : ''}`} role="row">
      <Text className="report-cell" role="cell">
        {rank}
      </Text>
      <Text className="report-cell report-cell--strong" role="cell">
        {name}
      </Text>
      {pairs.map(({ now, before }, index) => (
        <View key={now.measure} className="report-cell" role="cell">
          <Text>{valueText(now)}</Text>
          <Text className="report-cell__below">
            {index === 0 ? (reasonOf(now) ?? fractionText(now) ?? '') : periodChangeText(now, before)}
          </Text>
        </View>
      ))}
    </View>
  );
}

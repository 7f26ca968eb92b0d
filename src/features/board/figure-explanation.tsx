/**
 * What a figure is made of: its definition, its two integers, the source of its population, its as-of (ST4).
 */
import { TREND_MEASURES, type Board, type Figure } from '@contract/statistics.contract';
import { listedMeasureOf } from '@domain/statistics/membership';

import { formatCount, formatDay } from '@/lib/format';
import { openRoute } from '@/lib/open-route';
import { factsRoute, trendRoute } from '@/lib/routes';
import { Button } from '@/ui/button';
import { Text, View } from '@/ui/primitives';

import {
  changeText,
  definitionOf,
  kindOf,
  partNames,
  reasonOf,
  titleOf,
  unitText,
  valueText,
} from './figure-text';
import { formatBoardClock } from './board-clock';
import { useMayOpen } from './use-may-open';

interface Fact {
  readonly name: string;
  readonly text: string;
}

function factsOf(figure: Figure, board: Board): Fact[] {
  const [upper, lower] = partNames(figure.measure);
  const kind = kindOf(figure.measure);
  const facts: Fact[] = [{ name: upper, text: formatCount(figure.numerator).replace(/^-,?/, '-') }];
  if (lower !== '') {
    const denominator = figure.denominator === null ? '—' : formatCount(figure.denominator);
    facts.push({ name: lower, text: denominator });
  }
  if (kind === 'growth') facts.push({ name: '上月末', text: formatDay(board.growthSinceDay) });
  if (figure.populationYear !== null)
    facts.push({ name: '人口年份', text: `${String(figure.populationYear)} 年` });
  if (figure.source !== null) facts.push({ name: '人口来源', text: figure.source });
  facts.push(...changesOf(figure, board));
  const definition = definitionOf(figure.measure);
  facts.push({
    name: '口径版本',
    text: `${definition.title} 第 ${String(definition.version)} 版（${definition.rule}）`,
  });
  return facts;
}

/** 环比 and 同比, each with the day it compares with. */
function changesOf(figure: Figure, board: Board): Fact[] {
  const change = board.changes.find(({ measure }) => measure === figure.measure);
  if (change === undefined) return [];
  return [
    {
      name: `环比（与 ${formatDay(board.growthSinceDay)}比）`,
      text: changeText(change.sinceMonthEnd, change.kind),
    },
    {
      name: `同比（与 ${formatDay(board.sameDayLastYear)}比）`,
      text: changeText(change.sinceLastYear, change.kind),
    },
  ];
}

export interface FigureExplanationProps {
  readonly figure: Figure;
  readonly owner: string;
  readonly board: Board;
}

export function FigureExplanation({ figure, owner, board }: FigureExplanationProps) {
  const reason = reasonOf(figure);
  return (
    <View className="board-explain">
      <Text className="board-explain__owner">{`${owner} · ${titleOf(figure.measure)}`}</Text>
      <View className="board-tile__line">
        <Text className="board-explain__value">{valueText(figure)}</Text>
        <Text className="board-tile__unit">{unitText(figure)}</Text>
      </View>
      {reason === null ? null : <Text className="board-explain__reason">{reason}</Text>}
      <Text className="board-explain__definition">{definitionOf(figure.measure).definition}</Text>
      <View className="board-explain__facts">
        {factsOf(figure, board).map((fact) => (
          <View key={fact.name} className="board-explain__fact">
            <Text className="board-card__label">{fact.name}</Text>
            <Text className="board-card__number">{fact.text}</Text>
          </View>
        ))}
      </View>
      <Text className="board-explain__clock">{formatBoardClock(board)}</Text>
      <View className="board-explain__ways">
        <TrendButton figure={figure} board={board} />
        <FactsButton figure={figure} board={board} />
      </View>
    </View>
  );
}

function TrendButton({ figure, board }: { figure: Figure; board: Board }) {
  const measure = TREND_MEASURES.find((known) => known === figure.measure);
  if (measure === undefined) return null;
  return (
    <Button
      kind="secondary"
      onPress={() => openRoute(trendRoute(board.division.divisionCode, measure, board.day))}
    >
      看走势
    </Button>
  );
}

/** To the persons behind the figure; only where this office may see persons (ST40). */
function FactsButton({ figure, board }: { figure: Figure; board: Board }) {
  const mayOpen = useMayOpen();
  const { divisionCode } = board.division;
  const measure = listedMeasureOf(figure.measure);
  if (measure === null || !mayOpen(divisionCode)) return null;
  return (
    <Button kind="secondary" onPress={() => openRoute(factsRoute(divisionCode, measure, board.day))}>
      查看名单
    </Button>
  );
}

/** The ranking on a phone: one card per child, the chosen measure first, the other figures below. */
import type { Board, DivisionFigures } from '@contract/statistics.contract';

import { Pressable, Text, View } from '@/ui/primitives';

import { childTotalsOf } from './child-totals';
import { titleOf, unitText, valueText } from './figure-text';
import { LiveText } from './live-text';
import { MovementMark, RankingBar, RankMark } from './ranking-bar';
import type { RankingRow } from './ranking-rows';
import type { RankingViewProps } from './ranking-table';

function detailsOf(child: DivisionFigures, row: RankingRow) {
  const figures = [
    child.registered,
    child.registeredGrowth,
    child.registrationRatio,
    child.activityRateCum,
    child.activityRateYear,
    child.serviceHours,
  ];
  return figures.filter((figure) => figure.measure !== row.figure.measure);
}

function Details({ child, row }: { child: DivisionFigures; row: RankingRow }) {
  return (
    <View className="board-card__details">
      {detailsOf(child, row).map((figure) => (
        <View key={figure.measure} className="board-card__detail">
          <Text className="board-card__label">{titleOf(figure.measure)}</Text>
          <View>
            <LiveText text={valueText(figure)} className="board-card__number" />
            <Text className="board-card__unit">{unitText(figure)}</Text>
          </View>
        </View>
      ))}
    </View>
  );
}

function TotalCard({ board }: { board: Board }) {
  return (
    <View className="board-card board-card--total">
      <Text className="board-card__name">{`合计：${board.division.name}`}</Text>
      {childTotalsOf(board).map((line) => (
        <View key={line.title} className="board-card__detail">
          <Text className="board-card__label">{line.title}</Text>
          <Text className="board-card__number">{line.text}</Text>
        </View>
      ))}
    </View>
  );
}

export function RankingCards({ board, ranking, onOpenDivision }: RankingViewProps) {
  const byCode = new Map(board.children.map((child) => [child.divisionCode, child]));
  return (
    <View className="board-cards">
      {ranking.rows.map((row) => {
        const child = byCode.get(row.divisionCode);
        return (
          <Pressable
            key={row.divisionCode}
            className="board-card"
            onPress={() => {
              onOpenDivision(row.divisionCode);
            }}
          >
            <View className="board-card__head">
              <RankMark row={row} rankedCount={ranking.rankedCount} />
              <Text className="board-card__name">{row.name}</Text>
              <MovementMark movement={row.movement} />
            </View>
            <RankingBar row={row} parentShare={ranking.parentShare} />
            {child === undefined ? null : <Details child={child} row={row} />}
          </Pressable>
        );
      })}
      <TotalCard board={board} />
    </View>
  );
}

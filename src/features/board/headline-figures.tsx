/** The numbers of the division itself: each opens its definition. */
import type { Board, Figure } from '@contract/statistics.contract';
import type { ActivityMeasure } from '@domain/statistics/measure';

import { Pressable, Text, View } from '@/ui/primitives';

import { fractionText, reasonOf, titleOf, unitText, valueText } from './figure-text';
import { LiveText } from './live-text';
import { figureOf } from './ranking-rows';

export interface FigureOpener {
  /** `owner`: the division the figure belongs to. */
  readonly onOpen: (figure: Figure, owner: string) => void;
}

/** A chosen definition that is not among the eight comes first. */
function headlineOf({ division }: Board, activity: ActivityMeasure): readonly Figure[] {
  const isNamed = activity === 'CUM' || activity === 'YEAR';
  const chosen = [`activityRate.${activity}`, `active.${activity}`] as const;
  return [
    ...(isNamed ? [] : chosen.map((measure) => figureOf(division, measure))),
    division.registered,
    division.registrationRatio,
    division.activityRateCum,
    division.activityRateYear,
    division.registeredGrowth,
    division.activeCum,
    division.activeYear,
    division.serviceHours,
    figureOf(division, 'averageHours.registered'),
    figureOf(division, 'averageHours.active'),
  ];
}

function FigureTile({ figure, onPress }: { figure: Figure; onPress: () => void }) {
  const value = valueText(figure);
  const unit = unitText(figure);
  const below = reasonOf(figure) ?? fractionText(figure) ?? '';
  const title = titleOf(figure.measure);
  return (
    <Pressable className="board-tile" onPress={onPress}>
      <View className="board-tile__head">
        <Text className="board-tile__title">{title}</Text>
        <Text className="board-tile__hint">口径</Text>
      </View>
      <View className="board-tile__line">
        <LiveText text={value} className="board-tile__value" />
        <Text className="board-tile__unit">{unit}</Text>
      </View>
      <LiveText text={below} className="board-tile__below" />
    </Pressable>
  );
}

export interface HeadlineFiguresProps extends FigureOpener {
  readonly board: Board;
  /** the chosen definition of activity */
  readonly activity: ActivityMeasure;
}

export function HeadlineFigures({ board, activity, onOpen }: HeadlineFiguresProps) {
  return (
    <View className="board-tiles">
      {headlineOf(board, activity).map((figure) => (
        <FigureTile
          key={figure.measure}
          figure={figure}
          onPress={() => {
            onOpen(figure, board.division.name);
          }}
        />
      ))}
    </View>
  );
}

/** The numbers of the division itself: each opens its definition. */
import type { Board, Figure } from '@contract/statistics.contract';
import type { ActivityMeasure } from '@domain/statistics/measure';

import { View } from '@/ui/primitives';

import { FigureTile } from './figure-tile';
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

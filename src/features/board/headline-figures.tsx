/** The numbers of the division itself: each opens its definition. */
import type { Board, Figure } from '@contract/statistics.contract';

import { Pressable, Text, View } from '@/ui/primitives';

import { fractionText, reasonOf, titleOf, unitText, valueText } from './figure-text';
import { LiveText } from './live-text';

export interface FigureOpener {
  /** `owner`: the division the figure belongs to. */
  readonly onOpen: (figure: Figure, owner: string) => void;
}

function headlineOf({ division }: Board): readonly Figure[] {
  return [
    division.registered,
    division.registrationRatio,
    division.activityRateCum,
    division.activityRateYear,
    division.registeredGrowth,
    division.activeCum,
    division.activeYear,
    division.serviceHours,
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

export function HeadlineFigures({ board, onOpen }: { board: Board } & FigureOpener) {
  return (
    <View className="board-tiles">
      {headlineOf(board).map((figure) => (
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

/** One figure as a tile; pressed, it opens its definition. */
import type { Figure } from '@contract/statistics.contract';

import { Pressable, Text, View } from '@/ui/primitives';

import { fractionText, reasonOf, titleOf, unitText, valueText } from './figure-text';
import { LiveText } from './live-text';

export function FigureTile({ figure, onPress }: { figure: Figure; onPress: () => void }) {
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

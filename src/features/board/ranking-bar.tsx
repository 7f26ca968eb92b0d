/** One bar of a ranking: zero at the left edge, the parent's own value drawn in as a line. */
import { Text, View } from '@/ui/primitives';

import { fractionText, reasonOf, valueText } from './figure-text';
import { LiveText } from './live-text';
import type { Movement, RankingRow } from './ranking-rows';

const percent = (share: number): string => `${String(Math.round(share * 1000) / 10)}%`;

export function RankingBar({ row, parentShare }: { row: RankingRow; parentShare: number | null }) {
  const reason = reasonOf(row.figure);
  if (reason !== null || row.share === null) {
    return (
      <View className="board-bar">
        <Text className="board-bar__none">— {reason ?? '没有数据'}</Text>
      </View>
    );
  }
  return (
    <View className="board-bar">
      <View className="board-bar__track" decorative>
        <View className="board-bar__fill" style={{ width: percent(row.share) }} />
        {parentShare === null ? null : (
          <View className="board-bar__mark" style={{ left: percent(parentShare) }} />
        )}
      </View>
      <View className="board-bar__words">
        <LiveText text={valueText(row.figure)} className="board-bar__value" />
        <LiveText text={fractionText(row.figure) ?? ''} className="board-bar__fraction" />
      </View>
    </View>
  );
}

const MOVEMENT_WORDS: Readonly<Record<Movement['kind'], string>> = {
  up: '↑',
  down: '↓',
  same: '持平',
  none: '—',
};

/** An arrow and a number; the words carry it where colour does not. */
export function MovementMark({ movement }: { movement: Movement }) {
  const places = movement.kind === 'up' || movement.kind === 'down' ? String(movement.places) : '';
  const spoken = { up: `上升 ${places} 位`, down: `下降 ${places} 位`, same: '名次持平', none: '无可比名次' };
  return (
    <Text className={`board-move board-move--${movement.kind}`} label={spoken[movement.kind]} role="img">
      {`${MOVEMENT_WORDS[movement.kind]}${places}`}
    </Text>
  );
}

export function RankMark({ row, rankedCount }: { row: RankingRow; rankedCount: number }) {
  if (row.rank === null) return <Text className="board-rank board-rank--none">不排名</Text>;
  return (
    <View className="board-rank">
      <Text className="board-rank__k">{`第 ${String(row.rank)}`}</Text>
      <Text className="board-rank__n">{` / ${String(rankedCount)}`}</Text>
    </View>
  );
}

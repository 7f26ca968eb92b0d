/** One bar a city, the greatest first; the words say the exact figure, its day and its document. */
import type { Peers, PeerStanding } from '@contract/peer.contract';
import { indicatorOf } from '@domain/statistics/peer';

import { formatDay } from '@/lib/format';
import { BarRow } from '@/ui/figure';
import { Text, View } from '@/ui/primitives';

import { exactnessText, movementText, ownValue, publishedText, rankText, sizeOf } from './peer-text';

export function PeerStandings({ peers }: { peers: Peers }) {
  const { standings, own, cityName, isBeforeData, day } = peers;
  const valueOf = ({ peer }: PeerStanding) => (peer === null ? ownValue(own) : peer.value);
  const most = Math.max(...standings.map((one) => sizeOfOrZero(valueOf(one))), 0);
  const hasOwn = standings.some(({ peer }) => peer === null);
  return (
    <View className="peers__standings">
      {standings.map((standing) => {
        const value = valueOf(standing);
        const { peer } = standing;
        if (value === null) return null;
        const parts = [
          exactnessText(value),
          movementText(standing.movement),
          `截至 ${formatDay(peer?.asOfDay ?? day)}`,
          peer === null ? '本系统计算' : peer.document,
        ];
        return (
          <View key={peer?.peerId ?? 'own'} className="peers__standing">
            <Text className="peers__rank">{rankText(standing.rank, standings.length)}</Text>
            <BarRow
              label={peer?.cityName ?? cityName}
              value={publishedText(value, indicatorOf(peers.measure))}
              share={most === 0 ? 0 : sizeOf(value) / most}
              isCurrent={peer === null}
            />
            <Text className="peers__source">{parts.filter((part) => part !== null).join(' · ')}</Text>
          </View>
        );
      })}
      {hasOwn ? null : (
        <Text className="peers__source">
          {isBeforeData
            ? `${cityName} —：${formatDay(day)}时本市还没有数据，不排名。`
            : `${cityName} —：没有可比的数，不排名。`}
        </Text>
      )}
    </View>
  );
}

function sizeOfOrZero(value: ReturnType<typeof ownValue>): number {
  return value === null ? 0 : sizeOf(value);
}

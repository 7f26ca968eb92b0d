/** 打开 → 注册 → 首次服务: each step as a bar, its count, and its share of the one before. */
import type { PassagesView } from '@contract/channel.contract';

import { formatCount } from '@/lib/format';
import { Text, View } from '@/ui/primitives';

import { NO_SHARE, registeredShare, servedShare, STEPS } from './counts-text';
import './channels.scss';

function shareWords(passage: keyof PassagesView, counts: PassagesView): string | null {
  if (passage === 'opened') return null;
  const isRegistered = passage === 'registered';
  const share = isRegistered ? registeredShare(counts) : servedShare(counts);
  const base = isRegistered ? '打开' : '注册';
  return share === NO_SHARE ? `— 还没有${base}，算不出比例` : `是${base}的 ${share}`;
}

export function Funnel({ counts }: { counts: PassagesView }) {
  const most = Math.max(1, ...STEPS.map(({ passage }) => counts[passage]));
  return (
    <View className="channel-funnel" role="list" label="打开、注册、首次服务">
      {STEPS.map(({ passage, name, unit }) => {
        const share = shareWords(passage, counts);
        const width = `${((Math.max(0, counts[passage]) / most) * 100).toFixed(2)}%`;
        return (
          <View key={passage} className="channel-funnel__step" role="listitem">
            <View className="channel-funnel__words">
              <Text className="channel-funnel__name">{name}</Text>
              <Text className="channel-funnel__count">{`${formatCount(counts[passage])} ${unit}`}</Text>
              {share === null ? null : <Text className="channel-funnel__share">{share}</Text>}
            </View>
            <View className="channel-funnel__track" decorative>
              <View className={`channel-funnel__bar channel-funnel__bar--${passage}`} style={{ width }} />
            </View>
          </View>
        );
      })}
    </View>
  );
}

/** What became of somebody: by sign, colour and words. */
import { formatClock, formatMinutes } from '@/lib/format';
import { messageOfCode } from '@/lib/messages.zh-CN';
import { DEED_WORDS } from '@/lib/presence-words';
import { personText } from '@/lib/volunteer-words';
import { Icon } from '@/ui/icon';
import { Text, View } from '@/ui/primitives';

import type { AssistRow } from './use-assist';
import './assist.scss';

const ICONS = { done: 'done', already: 'info', refused: 'error' } as const;

function wordsOf({ deed, outcome, at, creditedMinutes, refusal }: AssistRow): readonly string[] {
  if (refusal !== null) {
    const { title, nextStep } = messageOfCode(refusal.code, refusal.params);
    return [title, nextStep];
  }
  const clock = at === null ? '' : formatClock(at);
  const { verb, done } = DEED_WORDS[deed];
  const first = outcome === 'already' ? `${clock} 已经${verb}，时间不变` : `${clock} ${done}`;
  return deed === 'checkOut' ? [first, `本次服务 ${formatMinutes(creditedMinutes)}`] : [first];
}

export function AssistResult({ row, isLarge = false }: { row: AssistRow; isLarge?: boolean }) {
  const [first, ...rest] = wordsOf(row);
  return (
    <View className={`assist-result assist-result--${row.outcome} ${isLarge ? 'assist-result--large' : ''}`}>
      <Icon name={ICONS[row.outcome]} />
      <View className="assist-result__words">
        <Text className="assist-result__who">{personText(row)}</Text>
        <Text>{first}</Text>
        {rest.map((line) => (
          <Text key={line} className="assist-result__more">
            {line}
          </Text>
        ))}
      </View>
    </View>
  );
}

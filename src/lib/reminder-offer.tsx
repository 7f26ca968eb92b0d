/** After a deed: what could be told by WeChat, with a button that asks (ME2); nothing where there is none. */
import { useState } from 'react';

import type { AskingOccasion } from '@contract/message.contract';
import { Button } from '@/ui/button';
import { Card, Stack } from '@/ui/layout';
import { View } from '@/ui/primitives';
import { Notice } from '@/ui/states';

import { MESSAGE_WORDS } from './message-words';
import { messageOf } from './messages.zh-CN';
import { useAsking, useCanSubscribe, type Asked } from './use-asking';
import { useProcedure } from './use-procedure';

const OUTCOME_WORDS: Readonly<Record<Asked, string>> = {
  accepted: '好的，到时候在微信里告诉您。在“我的 › 消息提醒”里可以看，也可以停。',
  refused: '好的，不提醒。想开启时，在“我的 › 消息提醒”里。',
  unavailable: '现在打不开微信的提醒弹窗，请稍后在“我的 › 消息提醒”里再试。',
  off: '您在微信里关掉了本小程序的消息。想开启，请到“我的 › 消息提醒”里改微信设置。',
};

interface Props {
  readonly occasion: AskingOccasion;
  /** there is no card around it */
  readonly isAlone?: boolean;
}

export function ReminderOffer({ occasion, isAlone = false }: Props) {
  const can = useCanSubscribe() === true;
  const answer = useProcedure('message.getSubscriptions', { occasion }, { enabled: can });
  const { ask, refuse, isRunning, error } = useAsking(occasion);
  const [asked, setAsked] = useState<Asked>();
  if (asked !== undefined) return <Notice tone="info">{OUTCOME_WORDS[asked]}</Notice>;
  const offered = (answer.data?.subscriptions ?? []).filter(({ isOffered }) => isOffered);
  if (!can || offered.length === 0) return null;
  const keep = (result: Asked | null) => {
    if (result !== null) setAsked(result);
  };
  const offer = (
    <Stack isTight>
      <Notice tone="info" title="要在微信里提醒您吗？">
        {offered.map(({ kind }) => (
          <View key={kind}>{`${MESSAGE_WORDS[kind].title}：${MESSAGE_WORDS[kind].when}`}</View>
        ))}
      </Notice>
      {error === null ? null : (
        <Notice tone="error" title={messageOf(error).title}>
          {messageOf(error).nextStep}
        </Notice>
      )}
      <Button kind="secondary" isLoading={isRunning} onPress={() => void ask(offered).then(keep)}>
        开启提醒
      </Button>
      <Button
        kind="text"
        onPress={() => void refuse(offered).then((done) => keep(done === null ? null : 'refused'))}
      >
        不用提醒
      </Button>
    </Stack>
  );
  return isAlone ? <Card>{offer}</Card> : offer;
}

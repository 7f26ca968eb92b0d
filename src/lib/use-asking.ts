/** Asking by WeChat's dialog and telling the cloud what was chosen; only from a tap. */
import { useEffect, useState } from 'react';

import type { Answer } from '@domain/message/agreement';
import type { AskingOccasion, SubscriptionView } from '@contract/message.contract';
import { askSubscriptions, canSubscribe } from '@/platform/subscribe';

import { outbox } from './outbox';
import { newRequestId } from './request-id';
import { useCommand } from './use-procedure';

type Wish = Pick<SubscriptionView, 'kind' | 'templateId'>;
export type Asked = 'accepted' | 'refused' | 'unavailable' | 'off';

/** Undefined until it is known. */
export function useCanSubscribe(): boolean | undefined {
  const [can, setCan] = useState<boolean>();
  useEffect(() => {
    void canSubscribe().then(setCan);
  }, []);
  return can;
}

export function useAsking(occasion: AskingOccasion) {
  const recording = useCommand('message.recordChoices', {
    invalidates: ['message.getSubscriptions', 'message.listMine'],
    // WeChat has counted the tap: the cloud must hear of it, also when the network is away.
    send: (input) => outbox.send('message.recordChoices', input),
  });
  const record = (wishes: readonly Wish[], answerOf: (wish: Wish) => Answer) =>
    recording.run({
      requestId: newRequestId(),
      occasion,
      answers: wishes.map((wish) => ({
        kind: wish.kind,
        templateId: wish.templateId,
        answer: answerOf(wish),
      })),
    });
  return {
    isRunning: recording.isRunning,
    error: recording.error,
    /** Null: the cloud has not heard of it yet, and `error` says why. */
    ask: async (wishes: readonly Wish[]): Promise<Asked | null> => {
      const result = await askSubscriptions(wishes.map(({ templateId }) => templateId));
      if (!result.ok) return result.reason;
      const { answers } = result;
      const answered = wishes.filter(({ templateId }) => answers[templateId] !== undefined);
      if (answered.length === 0) return 'unavailable';
      const done = await record(answered, ({ templateId }) => answers[templateId] ?? 'reject').catch(
        () => null,
      );
      if (done === null) return null;
      return answered.some(({ templateId }) => answers[templateId] === 'accept') ? 'accepted' : 'refused';
    },
    /** 不用提醒: a refusal, without a dialog. */
    refuse: (wishes: readonly Wish[]) => record(wishes, () => 'reject').catch(() => null),
  };
}

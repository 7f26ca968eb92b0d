/** One kind of message: how many may still come, one more, or none. */
import { isPlanned } from '@domain/message/message-kind';
import { MAXIMUM_SAVED } from '@domain/message/agreement';
import type { SubscriptionView } from '@contract/message.contract';
import { MESSAGE_WORDS } from '@/lib/message-words';
import { messageOf } from '@/lib/messages.zh-CN';
import { useAsking } from '@/lib/use-asking';
import { showToast } from '@/platform/feedback';
import { Button } from '@/ui/button';
import { Card, Paragraph, Row, Tag } from '@/ui/layout';
import { Heading } from '@/ui/primitives';
import { Notice } from '@/ui/states';

const UNASKED = {
  unavailable: '现在打不开微信的提醒弹窗，请稍后再试',
  off: '您在微信里关掉了本小程序的消息，请先在微信设置里打开',
} as const;

export function SubscriptionCard({ subscription }: { subscription: SubscriptionView }) {
  const { kind, choice, remainingCount } = subscription;
  const { title, when } = MESSAGE_WORDS[kind];
  const { ask, refuse, isRunning, error } = useAsking({ kind: 'settings' });
  const press = async () => {
    const asked = await ask([subscription]);
    if (asked === 'unavailable' || asked === 'off') showToast(UNASKED[asked]);
  };
  return (
    <Card>
      <Row isSpread>
        <Heading level={3}>{title}</Heading>
        <Tag tone={remainingCount > 0 ? 'green' : 'plain'}>{standingOf(subscription)}</Tag>
      </Row>
      <Paragraph isSoft>{`${when}。${howOf(subscription)}`}</Paragraph>
      {error === null ? null : (
        <Notice tone="error" title={messageOf(error).title}>
          {messageOf(error).nextStep}
        </Notice>
      )}
      {mayAsk(subscription) ? (
        <Button
          kind="secondary"
          label={`${title}，${remainingCount > 0 ? '再收一条' : '开启'}`}
          isLoading={isRunning}
          onPress={() => void press()}
        >
          {remainingCount > 0 ? '再收一条' : '开启'}
        </Button>
      ) : null}
      {choice === 'accepted' && remainingCount > 0 ? (
        <Button kind="text" label={`${title}，停止`} onPress={() => void refuse([subscription])}>
          停止
        </Button>
      ) : null}
    </Card>
  );
}

function standingOf({ choice, remainingCount }: SubscriptionView): string {
  if (remainingCount > 0) return `还可收 ${String(remainingCount)} 条`;
  if (choice === 'banned') return '微信暂不支持';
  return choice === 'refused' ? '您选了不提醒' : '没有开启';
}

/** A reminder of one thing is agreed to where that thing is; here only a refusal of it is taken back. */
function mayAsk({ kind, choice, remainingCount }: SubscriptionView): boolean {
  if (choice === 'banned') return false;
  return isPlanned(kind) ? choice === 'refused' : remainingCount < MAXIMUM_SAVED;
}

function howOf({ kind }: SubscriptionView): string {
  switch (kind) {
    case 'shiftSoon':
      return '每次报名或候补后，在场次页上开启。';
    case 'checkOutForgotten':
      return '每次签到后，在签到结果页上开启。';
    case 'certificateReady':
      return '每次开好后，在证明页上开启。';
    default:
      return '';
  }
}

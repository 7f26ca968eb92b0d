/** 消息 for tests: tapping 允许 in the local WeChat and telling the cloud of it, and what was delivered. */
import type { AskingOccasion } from '@contract/message.contract';
import type { Answer } from '@domain/message/agreement';
import type { MessageKind } from '@domain/message/message-kind';
import { addDays, civilDayOf, HOUR_MS, startOfDay } from '@domain/time/civil-day';
import { LOCAL_TEMPLATES } from '@demo/message-templates';
import { requestId, type TestProduct } from './product';

export function templateOf(kind: MessageKind): string {
  return LOCAL_TEMPLATES[kind]?.templateId ?? '';
}

/** WeChat and the cloud both hear of it, as after a tap. */
export async function answerDialog(
  product: TestProduct,
  openId: string,
  occasion: AskingOccasion,
  kinds: readonly MessageKind[],
  answer: Answer = 'accept',
): Promise<void> {
  const answers = kinds.map((kind) => ({ kind, templateId: templateOf(kind), answer }));
  if (answer === 'accept')
    product.cloud.openApi.messages.accept(
      openId,
      answers.map(({ templateId }) => templateId),
    );
  await product.must(openId, 'message.recordChoices', { requestId: requestId(), occasion, answers });
}

/** What WeChat was given for somebody, the newest first. */
export function sentTo(product: TestProduct, openId: string) {
  return product.cloud.openApi.messages.sent.newest(100, (message) => message.openid === openId);
}

/** Some hour of the next day: messages heed the time of day, tests run at any. */
export function goToNextDayAt(product: TestProduct, hour: number): void {
  const day = addDays(civilDayOf(product.cloud.clock.now()), 1);
  product.cloud.clock.setNow(startOfDay(day) + hour * HOUR_MS);
}

/**
 * WeChat of the message campaign, simulated: who tapped 允许 how often, what was delivered, and everything that
 * goes wrong on the way – busy answers, answers that get lost, instances that die before and after.
 */
import { MESSAGE_KINDS, type MessageKind } from '@domain/message/message-kind';
import type { SendAnswer } from '@domain/message/send-outcome';
import type { MessageTemplates } from '@contract/message-templates';
import type { SubscribeMessage } from '@server/kernel/ports';
import type { OfflineCity } from './offline-city';

const FIELDS = { title: 'thing1', time: 'time2', place: 'thing3', note: 'thing4' };
export const TEMPLATES: MessageTemplates = Object.fromEntries(
  MESSAGE_KINDS.map((kind) => [kind, { templateId: templateOf(kind), fields: FIELDS }]),
);
export function templateOf(kind: MessageKind): string {
  return `template-of-${kind}`;
}

const BUSY = 0.03;
const LOST_ON_THE_WAY = 0.005;
const ANSWER_LOST = 0.005;

export interface Delivery {
  readonly message: SubscribeMessage;
  readonly at: number;
}

export class Wechat {
  readonly deliveries: Delivery[] = [];
  private readonly taps = new Map<string, number>();

  constructor(private readonly city: OfflineCity) {}

  accept(openId: string, templateId: string): void {
    const key = `${openId} ${templateId}`;
    this.taps.set(key, (this.taps.get(key) ?? 0) + 1);
  }

  async send(message: SubscribeMessage): Promise<SendAnswer> {
    const { city } = this;
    await city.weather.turn();
    const draw = city.weather.isCalm ? 1 : city.random();
    if (draw < BUSY) return this.answer('busy', { kind: 'answered', errorCode: 45_009 });
    if (draw < BUSY + LOST_ON_THE_WAY) return this.answer('call lost', { kind: 'unknown' });
    const key = `${message.openId} ${message.templateId}`;
    const left = this.taps.get(key) ?? 0;
    if (left === 0) return this.answer('refused by WeChat', { kind: 'answered', errorCode: 43_101 });
    this.taps.set(key, left - 1);
    this.deliveries.push({ message, at: city.world.now });
    await city.weather.turn();
    if (draw < BUSY + LOST_ON_THE_WAY + ANSWER_LOST)
      return this.answer('answer of WeChat lost', { kind: 'unknown' });
    return { kind: 'answered', errorCode: 0 };
  }

  private answer(name: string, answer: SendAnswer): SendAnswer {
    this.city.count(name);
    return answer;
  }
}

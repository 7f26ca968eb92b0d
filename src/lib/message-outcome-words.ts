/** What came of a message, in a resident's words. */
import type { MessageView } from '@contract/message.contract';

export interface OutcomeWords {
  readonly text: string;
  readonly tone: 'amber' | 'green' | 'plain';
  /** what to know of it, and what its time is the time of */
  readonly detail: (at: string) => string;
}

export const OUTCOME_WORDS: Readonly<Record<MessageView['state'], OutcomeWords>> = {
  waiting: { text: '待发送', tone: 'amber', detail: (at) => `${at} 发送` },
  sending: { text: '发送中', tone: 'amber', detail: () => '正在发送' },
  sent: { text: '已发送', tone: 'green', detail: (at) => `${at} 已发送` },
  refused: { text: '微信未接收', tone: 'plain', detail: (at) => `${at}，您在微信里关掉了这种消息` },
  unknown: {
    text: '可能已发出',
    tone: 'plain',
    detail: (at) => `${at}，没有等到微信的回音；为免重复，不再发`,
  },
  notAgreed: { text: '未发送', tone: 'plain', detail: (at) => `${at}，没有可用的同意` },
  outdated: { text: '不用发了', tone: 'plain', detail: (at) => `${at}，情况已变，不再需要` },
  tooLate: { text: '未发送', tone: 'plain', detail: (at) => `${at}，已过时，不再打扰` },
  failed: { text: '未发送', tone: 'plain', detail: (at) => `${at}，系统没有发成，请以首页为准` },
};

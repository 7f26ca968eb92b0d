/** What each kind of message is, in a resident's words. */
import type { MessageKind } from '@domain/message/message-kind';

export const MESSAGE_WORDS: Readonly<Record<MessageKind, { readonly title: string; readonly when: string }>> =
  {
    shiftSoon: { title: '开始前提醒', when: '开始前 2 小时；早上的场次在前一晚' },
    checkOutForgotten: { title: '忘记签退提醒', when: '结束后 15 分钟还没签退时' },
    seatGiven: { title: '候补成功', when: '轮到您有名额时' },
    shiftCancelled: { title: '场次取消', when: '您报名或候补的场次取消时' },
    recordConfirmed: { title: '时长确认', when: '组织者或办公室确认了您的时长时' },
    certificateReady: { title: '证明已开好', when: '在微信里留一条消息，点开就是这份证明' },
  };

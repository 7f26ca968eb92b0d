/** What each kind of message is, in a resident's words. */
import type { MessageKind, ToldKind } from '@domain/message/message-kind';

/** What one may agree to hear of. */
export const MESSAGE_WORDS: Readonly<Record<MessageKind, { readonly title: string; readonly when: string }>> =
  {
    shiftSoon: { title: '开始前提醒', when: '开始前 2 小时；早上的场次在前一晚' },
    checkOutForgotten: { title: '忘记签退提醒', when: '结束后 15 分钟还没签退时' },
    seatGiven: { title: '候补成功', when: '轮到您有名额时' },
    shiftCancelled: { title: '场次变更或取消', when: '您报名或候补的场次改时间、地点或取消时' },
    recordConfirmed: { title: '时长确认', when: '组织者或办公室确认了您的时长时' },
    certificateReady: { title: '证明已开好', when: '在微信里留一条消息，点开就是这份证明' },
    invitation: { title: '活动邀请', when: '有适合您的场次时，一个月最多一次' },
  };

/** What a message that was told is about. */
export function toldTitle(kind: ToldKind): string {
  if (kind === 'shiftChanged') return '场次变更';
  return kind === 'shiftCancelled' ? '场次取消' : MESSAGE_WORDS[kind].title;
}

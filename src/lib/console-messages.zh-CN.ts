/** Words for refusals of 扫码登录 and 批量办理 (CS1–CS11). */
import type { ErrorCode } from '@contract/error-codes';

import { say, type Words } from './message-kit';

export const CONSOLE_MESSAGES: Readonly<
  Record<Extract<ErrorCode, `${'console' | 'batch'}.${string}`>, Words>
> = {
  'batch.changedMeanwhile': say('您看过之后有了变化', '这一件没有办，请重新看一遍效果再定。'),
  'batch.nothingToDo': say('这一件没有什么要办的', '可能已经办过，请刷新列表。'),
  'batch.notReached': say('这一件还没有轮到', '已办好的不会重复办，请再办一次。'),
  'console.notFound': say('没有找到这次登录', '请在电脑上换一个新的登录码，再扫一次。'),
  'console.expired': say('登录码已过期', '请在电脑上换一个新的登录码，两分钟内确认。'),
  'console.scannedByOther': say('这个登录码已被别人扫过', '请在电脑上换一个新的登录码。'),
  'console.decided': say('这个登录码已经用过', '要再登录，请在电脑上换一个新的。'),
  'console.notConfirmed': say('手机还没有确认', '请在手机上确认登录。'),
  'console.roleMissing': say(
    '您没有组织者或管理员的角色',
    '电脑工作台给有角色的人用；需要的请联系所在地办公室。',
  ),
  'console.ended': say('电脑登录已结束', '久未使用、满八小时或已在手机上退出，请重新扫码登录。'),
  'console.onPhoneOnly': say('这件事请在手机上办', '您自己的签到、资料和授权只在手机上改。'),
};

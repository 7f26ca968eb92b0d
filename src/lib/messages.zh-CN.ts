/**
 * The one catalogue of refusals in plain Chinese. Every code has a title (what happened, what is safe) and a
 * next step; the type makes the list complete, so a new code without words does not compile.
 */
import { toApiError, type ApiCode, type ApiParams } from './api-error';
import { ASSIST_MESSAGES } from './assist-messages.zh-CN';
import { ACTIVITY_MESSAGES } from './activity-messages.zh-CN';
import { ATTACHMENT_MESSAGES } from './attachment-messages.zh-CN';
import { BRAND_MESSAGES } from './brand-messages.zh-CN';
import { CONSOLE_MESSAGES } from './console-messages.zh-CN';
import { REACH_MESSAGES } from './reach-messages.zh-CN';
import { CLOSING_MESSAGES } from './closing-messages.zh-CN';
import { CREDITING_MESSAGES } from './crediting-messages.zh-CN';
import { DEMAND_MESSAGES } from './demand-messages.zh-CN';
import { LATE_MESSAGES } from './late-messages.zh-CN';
import { formatClock, formatCount, formatDistance, formatInstant } from './format';
import { numberOf, say, type Message, type Words } from './message-kit';
import { IMPORT_MESSAGES } from './import-messages.zh-CN';
import { PERSON_MESSAGES } from './person-messages.zh-CN';
import { ROLE_MESSAGES } from './role-messages.zh-CN';
import { PICTURE_MESSAGES } from './picture-messages.zh-CN';
import { POST_MESSAGES } from './post-messages.zh-CN';
import { RECORD_MESSAGES } from './record-messages.zh-CN';
import { TRAINING_MESSAGES } from './training-messages.zh-CN';
import { SUPPLEMENT_MESSAGES } from './supplement-messages.zh-CN';
import { WAKE_MESSAGES } from './wake-messages.zh-CN';

function outsideWindow(params: ApiParams): Message {
  const [opensAt, closesAt, now] = ['opensAt', 'closesAt', 'now'].map((name) => numberOf(params, name));
  if (typeof opensAt !== 'number' || typeof closesAt !== 'number' || typeof now !== 'number') {
    return { title: '现在不是签到时间', nextStep: '请在场次开始前 30 分钟到结束前签到。' };
  }
  if (now < opensAt) {
    return {
      title: '还没到签到时间',
      nextStep: `${formatInstant(opensAt, now)} 开始签到，到时再点一次即可。`,
    };
  }
  return {
    title: '签到时间已过',
    nextStep: `本场次 ${formatInstant(closesAt, now)} 已结束。如您到场服务过，请联系现场组织者补签。`,
  };
}

function outsideGeofence(params: ApiParams): Message {
  const remaining = numberOf(params, 'remainingMeters');
  const allowed = numberOf(params, 'allowedMeters');
  const near = allowed === null ? '走近一些' : `走到签到点 ${formatDistance(allowed)}以内`;
  return {
    title: remaining === null ? '您还没到签到点' : `离签到点还有 ${formatDistance(Math.max(1, remaining))}`,
    nextStep: `请${near}再签到；已经在现场的话，请扫组织者手机上的签到码，或输入 8 位短码。`,
  };
}

/** A check-out may come before its check-in, which still lies on another phone (AT5). */
function notCheckedIn(params: ApiParams): Message {
  if (numberOf(params, 'isKept') === null) {
    return { title: '您还没有签到', nextStep: '请先签到；若已到场却没签上，请联系现场组织者。' };
  }
  return {
    title: '还没有收到您的签到',
    nextStep: '这次签退已经记下。签到存在另一部手机里的，让它联网就会补上；没有签到过的，请联系现场组织者。',
  };
}

const ID_NUMBER_WORDS: Readonly<Record<string, string>> = {
  length: '身份证号应为 18 位，请数一数。',
  characters: '身份证号只有数字，最后一位可以是 X。',
  birthDay: '第 7 到 14 位是出生日期，请核对。',
  checkCharacter: '号码有误，请逐位核对。',
};
/** What to correct in an id number, by the fault the domain found. */
export function idNumberAdvice(fault: string): string {
  return ID_NUMBER_WORDS[fault] ?? '请核对身份证上的 18 位号码。';
}

const MESSAGES: Readonly<Record<ApiCode, Words>> = {
  'request.malformed': say('有一项内容填写不对', '请检查标出的内容后再试；您填写的还在。'),
  'request.unknownProcedure': say('这个版本太旧了', '请关闭后重新打开，更新到最新版本。'),
  'request.tooLarge': say('内容太长了', '请删减一些文字后再提交。'),
  'actor.signInRequired': say('需要先确认您的身份', '请重新打开本页面；在浏览器里请先切换身份。'),
  'actor.registrationRequired': say('您还不是注册志愿者', '一分钟就能注册，完成后会回到这一步。'),
  'actor.forbidden': say('您没有这项权限', '如需办理，请联系所在队伍或文明实践中心的管理员。'),
  'request.tooOften': (params) => ({
    title: '操作得太频繁了',
    nextStep: `请过 ${formatCount(numberOf(params, 'minutes') ?? 1)} 分钟再试；填好的内容还在。`,
  }),
  'system.busy': say('现在人多，稍等一下', '没有丢失任何内容，请过几秒再试。'),
  'system.internal': say('系统出了点问题', '您的内容没有丢失，请稍后再试；一直不行请联系组织者。'),
  'division.notFound': say('找不到这个村（社区）', '请重新选择县、乡镇和村（社区）。'),
  'volunteer.idNumberInvalid': (params) => ({
    title: '身份证号不对',
    nextStep: idNumberAdvice(String(params.fault ?? '')),
  }),
  'volunteer.tooYoung': (params) => ({
    title: `未满 ${String(params.minimumAge ?? 14)} 周岁不能单独注册`,
    nextStep: '请家长先注册，再在“我的－我的孩子”里添加孩子，带着孩子一起参加。',
  }),
  'volunteer.duplicatePerson': say(
    '这个身份证号已经注册过了',
    '用登记时的手机号验证，就能找回原来的记录和服务时长。',
  ),
  'volunteer.accountTaken': say(
    '这个账号已绑定另一位志愿者',
    '请换用本人的微信；如需改绑，请联系文明实践中心。',
  ),
  'volunteer.claimMismatch': say(
    '信息与登记的不一致',
    '请核对姓名和身份证号，并用登记时的手机号验证；没有登记过手机号或已换号的，请到就近的文明实践站办理。',
  ),
  'volunteer.phoneCodeInvalid': say('手机号验证已过期', '请再点一次验证按钮，或直接填写手机号。'),
  'volunteer.inactive': say('您的注册已停用', '如需恢复，请联系所在地文明实践中心。'),
  'project.notFound': say('没有找到这个项目', '它可能已经下线，去看看其他项目吧。'),
  'activity.notFound': say('没有找到这个活动', '它可能还没发布或已经取消，去看看其他活动吧。'),
  'activity.contentRefused': say(
    '内容没有通过安全检查',
    '请修改标题或说明里不合适的文字后再发布；草稿还在。',
  ),
  ...ACTIVITY_MESSAGES,
  ...ATTACHMENT_MESSAGES,
  ...PICTURE_MESSAGES,
  ...POST_MESSAGES,
  'shift.notFound': say('没有找到这个场次', '它可能已经取消，请看看活动的其他场次。'),
  'enrolment.full': (params) => ({
    title: params.capacity === undefined ? '名额已满' : `${formatCount(Number(params.capacity))} 个名额已满`,
    nextStep:
      params.canWait === 1
        ? '可以排队候补，有人取消时按先后自动补上；也可以看看其他场次或活动。'
        : '请看看其他场次或活动；有人取消时名额会空出来。',
  }),
  'enrolment.alreadyWaiting': say('您已经在候补', '要带孩子一起候补，请先退出候补，再一起排一次。'),
  'enrolment.lineClosed': say(
    '候补已截止',
    '开始前 2 小时起不再排队，有人取消时先到先得：请过一会儿再来看看，或看看其他场次。',
  ),
  'enrolment.lineFull': (params) => ({
    title: `候补已有 ${formatCount(numberOf(params, 'maximum') ?? 0)} 人`,
    nextStep: '排到的机会很小，请看看其他场次或活动。',
  }),
  'enrolment.minorRefused': (params) => ({
    title: '抢险救灾类活动只接受成年人',
    nextStep: `参加的人要年满 ${String(params.minimumAge ?? 18)} 周岁。请看看其他活动，谢谢您的热心。`,
  }),
  'enrolment.childAlone': (params) => ({
    title: `未满 ${String(params.minimumAge ?? 14)} 周岁要由监护人带着参加`,
    nextStep: '请监护人在“我的孩子”里添加孩子，再和孩子一起报名。',
  }),
  'enrolment.consentMissing': say(
    '未满 18 周岁，还没有监护人的同意',
    '请监护人打开“我的－我的孩子”，填写您的姓名和身份证号表示同意，然后您再报名。',
  ),
  'child.adult': say('这个人已满 18 周岁', '成年人请用本人的微信自己注册、自己报名。'),
  'child.guardianTooYoung': say('未满 18 周岁不能做监护人', '请由成年的监护人用自己的微信来办。'),
  'child.mismatch': say(
    '没有找到相符的孩子',
    '请核对姓名和身份证号；已满 14 周岁的孩子要先用自己的微信注册，您再来表示同意。',
  ),
  'child.hasGuardian': say('这个孩子已有监护人', '请先由那位监护人撤回，或两位商量由谁带着参加。'),
  'child.tooMany': (params) => ({
    title: `最多添加 ${String(params.maximum ?? '')} 个孩子`,
    nextStep: '请先撤回不再需要的，再添加。',
  }),
  'child.notYours': say('您现在不是这个孩子的监护人', '请到“我的孩子”看看，需要时重新添加，再报名或签到。'),
  'enrolment.closed': say('这个场次已经结束', '请看看活动的其他场次。'),
  'enrolment.alreadyServing': say('您已经签到，不能取消报名', '服务结束时请签退，时长才会记下来。'),
  'attendance.shiftCancelled': say('这个场次已取消', '请看看活动的其他场次，或联系组织者。'),
  'attendance.outsideWindow': outsideWindow,
  'attendance.outsideGeofence': outsideGeofence,
  'attendance.codeInvalid': say(
    '签到码不对',
    '请对准组织者屏幕上现在的签到码再扫一次，或输入屏幕上的 8 位短码。',
  ),
  'attendance.codeExpired': (params) => ({
    title: `签到码已过期 ${formatCount(numberOf(params, 'ageSeconds') ?? 0)} 秒`,
    nextStep: '签到码每 30 秒更换，请扫组织者屏幕上现在的码。',
  }),
  'attendance.notCheckedIn': notCheckedIn,
  'attendance.checkOutClosed': (params) => {
    const closedAt = numberOf(params, 'closedAt');
    const when = closedAt === null ? '' : `（${formatClock(closedAt)} 截止）`;
    return {
      title: `签退时间已过${when}`,
      nextStep: '这次暂不计时长。30 天内可在“我的服务记录”里申请更正。',
    };
  },
  'attendance.voided': say('这条记录已被作废', '如有疑问，请联系活动组织者。'),
  ...ASSIST_MESSAGES,
  ...CREDITING_MESSAGES,
  ...CLOSING_MESSAGES,
  ...SUPPLEMENT_MESSAGES,
  ...IMPORT_MESSAGES,
  ...LATE_MESSAGES,
  ...PERSON_MESSAGES,
  ...ROLE_MESSAGES,
  ...RECORD_MESSAGES,
  ...BRAND_MESSAGES,
  ...CONSOLE_MESSAGES,
  ...WAKE_MESSAGES,
  ...REACH_MESSAGES,
  ...TRAINING_MESSAGES,
  ...DEMAND_MESSAGES,
  'statistics.beforeData': (params) => ({
    title: `数据自 ${String(params.firstDay ?? '')} 起`,
    nextStep: '这一天还没有任何记录，不能说是 0。请选这一天或以后的日期。',
  }),
  'target.valueInvalid': say('指标要在 0.01% 到 100% 之间', '请改成一个百分数，例如 60 或 60.5。'),
  'target.documentMissing': say('没有写依据文件', '请写上文件名称或文号，指标才有出处。'),
  'target.periodInvalid': say('截止日早于起始日', '请检查两个日期。'),
  'target.overlap': (params) => ({
    title: `${String(params.fromDay ?? '')} 至 ${String(params.toDay ?? '')} 已有同类指标`,
    nextStep: '同一区划同一天只能有一项同类指标：请避开这段日期，或先撤回已有的那一项。',
  }),
  'target.notFound': say('没有找到这项指标', '请重新打开指标列表再看一次。'),
  'peer.cityMissing': say('没有写城市', '请写上公布这个数字的城市。'),
  'peer.indicatorUnknown': (params) => ({
    title: `不认识的指标：${String(params.text ?? '') || '（空）'}`,
    nextStep: '请写：注册志愿者、注册率、活跃度或人均时长。',
  }),
  'peer.definitionUnknown': (params) => ({
    title: `不认识的口径：${String(params.text ?? '')}`,
    nextStep: '注册率写常住人口；活跃度写累计、本年或近365天；没有注明就留空。',
  }),
  'peer.valueInvalid': (params) => ({
    title: `读不出数值：${String(params.text ?? '') || '（空）'}`,
    nextStep: '请照公布的写，例如 56.08%、233,400、23.34万、超过23.0%，或分开写分子和分母。',
  }),
  'peer.percentTooHigh': say('比率不会超过 100%', '请核对数值，或核对分子和分母是否写反。'),
  'peer.denominatorZero': say('分母是 0，算不出比率', '请核对分母。'),
  'peer.dayInvalid': (params) => ({
    title: `没有写明截至哪一天：${String(params.text ?? '') || '（空）'}`,
    nextStep: '请写到日，例如 2023-12-31 或 2023年底。',
  }),
  'peer.dayInFuture': (params) => ({
    title: `截至日 ${String(params.day ?? '')} 还没到`,
    nextStep: '请核对年份。',
  }),
  'peer.documentMissing': say('没有写依据', '请写上文件、公报或报道的名称，数字才有出处。'),
  'peer.duplicate': (params) => ({
    title: `${String(params.city ?? '')}同一截至日、同一依据已有一个数`,
    nextStep: '如果原来的录错了，请先撤回它，再录入。',
  }),
  'peer.tooMany': say('这项指标的记录已经满了', '请联系系统管理员归档早年的记录。'),
  'peer.columnsMissing': (params) => ({
    title: `表头缺少：${String(params.columns ?? '')}`,
    nextStep: '第一行要写列名：城市、指标、口径、数值（或分子、分母）、截至日、依据。',
  }),
  'peer.importEmpty': say('表里没有数据行', '请把表头和数据一起粘贴进来。'),
  'peer.importTooLong': (params) => ({
    title: `一次最多导入 ${String(params.maximum ?? '')} 行，这里有 ${String(params.rows ?? '')} 行`,
    nextStep: '请分几次导入。',
  }),
  'peer.importHasErrors': (params) => ({
    title: `有 ${String(params.count ?? '')} 行有错，一行也没有写入`,
    nextStep: `第一处在第 ${String(params.row ?? '')} 行，请按预览改好再导入。`,
  }),
  'peer.notFound': say('没有找到这条记录', '请重新打开页面再看一次。'),
  'incident.notFound': say('没有找到这份差异记录', '请刷新核对页面，看现有的差异。'),
  'incident.superseded': say('这份差异记录已被新的核对取代', '请按最近一次核对列出的差异修复。'),
  'export.periodInvalid': say('开始日晚于结束日', '请把开始日改到结束日之前，或两天相同。'),
  'export.periodTooLong': (params) => ({
    title: '这段时间太长了',
    nextStep: `一次最多 ${formatCount(numberOf(params, 'maximumDays') ?? 0)} 天（三年），请分几次导出。`,
  }),
  'export.dayInFuture': say('结束日还没有到', '请把结束日改为今天或以前。'),
  'export.tooManyOpen': (params) => ({
    title: `已有 ${String(params.maximum ?? '')} 份导出在制作`,
    nextStep: '请等其中一份做好，再导出下一份。',
  }),
  'export.notFound': say('没有找到这份导出', '它可能已被清理，请重新导出。'),
  'certificate.notFound': say(
    '没有查到这份证明',
    '请对照纸面，核对编号和查验码的每一位；仍查不到的，请向持有人或记录单位核实。',
  ),
  'certificate.recordUnavailable': (params) => ({
    title: `有 ${formatCount(numberOf(params, 'missingCount') ?? 1)} 条记录不能开证明`,
    nextStep: '只有您本人已确认、有时长的记录才能开。请重新打开选择页再选一次。',
  }),
  'certificate.severalIssuers': say(
    '一份证明只能有一个记录单位',
    '证明由记录服务的单位出具。请按单位分开，各开一份。',
  ),
  'certificate.dailyLimit': (params) => ({
    title: `今天已开了 ${formatCount(numberOf(params, 'maximum') ?? 0)} 份证明`,
    nextStep: '请明天再开；已开的都在“我的证明”里，可以反复下载。',
  }),
  'certificate.revoked': say('这份证明已作废', '请重新开一份。'),
  'network.unreachable': say('连不上网络', '请检查网络后重试；您已填写的内容还在。'),
  'network.timeout': say('网络太慢，没等到回音', '请重试一次；重复点击不会重复提交。'),
  'network.badAnswer': say('收到的内容不完整', '请重试一次；一直不行，请关闭后重新打开。'),
};

export function messageOfCode(code: ApiCode, params: ApiParams = {}): Message {
  return MESSAGES[code](params);
}

/** Words for anything thrown by a call. */
export function messageOf(error: unknown): Message {
  const { code, params } = toApiError(error);
  return messageOfCode(code, params);
}

/** Words for refusals of merging registrations and putting names right (RM, NC). */
import type { ErrorCode } from '@contract/error-codes';

import { say, type Words } from './message-kit';

type RecordCode = Extract<ErrorCode, `merge.${string}` | `person.${string}`>;

export const RECORD_MESSAGES: Readonly<Record<RecordCode, Words>> = {
  'merge.samePerson': say('选的是同一份档案', '请再找出另一份，两份不同的档案才能合并。'),
  'merge.nothingInCommon': say(
    '看不出是同一个人',
    '姓名、手机号、出生日期和身份证号都对不上，不能合并。确是同一人的，请先更正其中一份的姓名或身份证号。',
  ),
  'merge.tooManyChildren': (params) => ({
    title: '两份档案的孩子加起来太多',
    nextStep: `一位监护人最多 ${String(params.maximum ?? '')} 个孩子，请本人先解除一部分再合并。`,
  }),
  'merge.underWay': say('这份档案正在合并', '请等上一次合并办完（通常几分钟）再来。'),
  'person.searchIncomplete': say('号码不完整', '请输入完整的身份证号、手机号或志愿者编号。'),
  'person.notFound': say('没有找到这位志愿者', '请核对输入；不住在本辖区的，请由市办公室办理。'),
  'person.explanationMissing': (params) => ({
    title: '还没有写清楚',
    nextStep: `理由和依据都要写，各不少于 ${String(params.minimum ?? '')} 个字。`,
  }),
  'person.ownRequest': say('不能办自己的事', '自己提出的、关于自己的申请，请由另一位办公室人员办理。'),
  'person.nothingChanges': say('没有要更正的内容', '填写的与现在登记的一样，请核对后再提交。'),
  'person.idNumberTaken': (params) => ({
    title: '这个身份证号已经登记在另一份档案上',
    nextStep:
      params.volunteerNumber === undefined
        ? '那份档案不在本辖区，请由市办公室核对；是同一人的，合并两份档案。'
        : `志愿者编号 ${String(params.volunteerNumber)}。是同一人的，请改为合并这两份档案，保留号码正确的一份。`,
  }),
  'person.requestNotFound': say('没有这件申请', '它可能不归本办公室办理，请刷新列表。'),
  'person.requestDecided': say('这件申请已经办过了', '请刷新列表看结果。'),
};

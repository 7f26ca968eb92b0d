/** Words for refusals of trainings and commendations (TR, CM). */
import type { ErrorCode } from '@contract/error-codes';
import { isCivilDay, parseCivilDay } from '@domain/time/civil-day';

import type { ApiParams } from './api-error';
import { formatDay } from './format';
import { say, type Words } from './message-kit';

type Code = Extract<
  ErrorCode,
  `course.${string}` | `commendation.${string}` | 'enrolment.trainingMissing' | 'enrolment.trainingExpired'
>;

const courseOf = ({ title }: ApiParams): string => `“${String(title ?? '')}”`;
function dayOf({ expiredOn }: ApiParams): string {
  const text = String(expiredOn ?? '');
  return isCivilDay(text) ? formatDay(parseCivilDay(text)) : '这之前';
}

export const TRAINING_MESSAGES: Readonly<Record<Code, Words>> = {
  'course.notFound': say('没有这门课程，或已经停开', '请刷新后另选一门。'),
  'course.elsewhere': say('这门课程不由这里举办', '请选本辖区的课程，或由开课的办公室举办。'),
  'course.ownRequirement': say('培训不能要求先完成它自己', '请从要求里去掉这门课程。'),
  'enrolment.trainingMissing': (params) => ({
    title: `要先完成培训${courseOf(params)}`,
    nextStep: '请在“要先完成的培训”里看下一场，报名参加以后再来。',
  }),
  'enrolment.trainingExpired': (params) => ({
    title: `您的培训${courseOf(params)}到时已过期`,
    nextStep: `它到${dayOf(params)}就不再有效，请在“要先完成的培训”里看下一场，参加以后再来。`,
  }),
  'commendation.notFound': say('没有找到这项表彰', '它可能不在您的辖区，请刷新列表。'),
  'commendation.subjectNotFound': say(
    '没有找到，或名称不一致',
    '请核对编号和姓名（名称）；不在本辖区的由那里登记。',
  ),
  'commendation.levelTooHigh': say(
    '这一级由市级办公室登记',
    '县级办公室登记县级表彰，请把文件交给市级办公室。',
  ),
  'commendation.dayInFuture': say('日期还没有到', '请填文件上的日期，最晚是今天。'),
  'commendation.own': say('这是您自己的表彰', '自己的表彰请由另一位办公室人员办理。'),
  'commendation.ownWork': say('要由另一个人核对', '登记的人不能自己核对，请另一位办公室人员办理。'),
  'commendation.decided': say('这项表彰已经核对过了', '请刷新列表看结果。'),
  'commendation.notInForce': say('这项表彰没有生效', '只能撤销生效的表彰，请刷新列表。'),
  'commendation.reasonMissing': say('没有写原因', '请写明原因，至少两个字。'),
};

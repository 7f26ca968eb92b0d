import type { MyData } from '@contract/my-data.contract';
import { channelName } from '@/lib/channel-words';

export const DEED_WORDS: Readonly<Record<MyData['deeds'][number]['deed'], string>> = {
  moved: '改了居住地',
  left: '注销',
  consented: '同意了授权',
  consentRevoked: '撤回了授权',
  phoneChanged: '换了手机号',
  profileChanged: '改了我的资料',
  dataTaken: '带走了自己的数据',
  merged: '办公室把您的另一份档案并了进来',
  identityChanged: '办公室更正了姓名或身份证号',
};

export const CHOICE_WORDS: Readonly<Record<MyData['agreements'][number]['choice'], string>> = {
  accepted: '同意接收',
  refused: '不接收',
  banned: '微信不支持',
};

const LOOK_WORDS: Readonly<Record<string, string>> = {
  'statistics.listFacts': '办公室核对统计数字时看了名单',
  'wake.listPeople': '办公室邀请未活跃的志愿者时看了名单',
  'attendance.listCards': '组织者打印志愿者证',
  'supplement.get': '经办补录的人看了佐证',
  'person.listMatches': '办公室查找了您的档案',
  'person.listRequests': '办公室核准更正时看了姓名',
  'person.getMergePreview': '办公室比对了您的两份档案',
};

/** What somebody did who saw a list with this person in it. */
export function lookWords(procedure: string): string {
  return LOOK_WORDS[procedure] ?? '有权限的人看了名单';
}

/** WK4, WK6: which arm of an invitation, and what one said to being invited. */
export const ARM_WORDS = { invited: '邀请', holdOut: '对照，没有邀请' } as const;
export const PAUSE_WORDS = { none: '可以邀请', month: '一个月内不邀请', always: '不邀请' } as const;

/** 来源 (VI7): the channel, and what its link was about. */
export function originWords({ channel, contentTitle }: NonNullable<MyData['origin']>): string {
  const via = channelName(channel);
  return contentTitle === null ? via : `${via}：${contentTitle}`;
}

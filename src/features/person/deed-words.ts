import type { MyData } from '@contract/my-data.contract';

export const DEED_WORDS: Readonly<Record<MyData['deeds'][number]['deed'], string>> = {
  moved: '改了居住地',
  left: '注销',
  consented: '同意了授权',
  consentRevoked: '撤回了授权',
  phoneChanged: '换了手机号',
  dataTaken: '带走了自己的数据',
};

export const CHOICE_WORDS: Readonly<Record<MyData['agreements'][number]['choice'], string>> = {
  accepted: '同意接收',
  refused: '不接收',
  banned: '微信不支持',
};

const LOOK_WORDS: Readonly<Record<string, string>> = {
  'statistics.listFacts': '办公室核对统计数字时看了名单',
  'attendance.listCards': '组织者打印志愿者证',
  'supplement.get': '经办补录的人看了佐证',
};

/** What somebody did who saw a list with this person in it. */
export function lookWords(procedure: string): string {
  return LOOK_WORDS[procedure] ?? '有权限的人看了名单';
}

import type { TeamView } from '@contract/team.contract';

export const FORM_WORDS: Readonly<Record<TeamView['form'], string>> = {
  registered: '登记注册',
  internal: '单位内部',
  grassroots: '草根',
};
export const FORM_OPTIONS = (['registered', 'internal', 'grassroots'] as const).map((value) => ({
  value,
  text: FORM_WORDS[value],
}));

export function leaderWords({ leaderName, parentName }: TeamView): string {
  return [
    leaderName === null ? '还没有队长' : `队长 ${leaderName}`,
    parentName === '' ? '' : `属于${parentName}`,
  ]
    .filter((text) => text !== '')
    .join('，');
}

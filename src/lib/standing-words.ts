import type { TeamView } from '@contract/team.contract';

/** How somebody stands to a team, said to that person. */
export const STANDING_WORDS: Readonly<Record<NonNullable<TeamView['standing']>, string>> = {
  asked: '已申请，等队伍同意',
  member: '我是成员',
  left: '已退出',
  declined: '没有同意我的申请',
};

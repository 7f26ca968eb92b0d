/** Every page of the app by its path, so that a link to nowhere does not compile. */
export const tabPages = [
  '/pages/home/index',
  '/pages/projects/index',
  '/pages/check-in-hub/index',
  '/pages/mine/index',
] as const;

export type TabPage = (typeof tabPages)[number];

export type PagePath =
  | TabPage
  | '/pages/project/index'
  | '/pages/activity/index'
  | '/pages/shift/index'
  | '/pages/check-in/index'
  | '/pages/register/index'
  | '/pages/my-records/index'
  | '/pages/landing/index'
  | '/packages/organiser/activities/index'
  | '/packages/organiser/activity-editor/index'
  | '/packages/organiser/rotating-code/index'
  | '/packages/office/board/index';

export function isTabPage(path: string): path is TabPage {
  return tabPages.some((page) => page === path);
}

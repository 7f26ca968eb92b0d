/** What is shown where: every address a screen, a link or a registration leads to. */
import { sceneOf, type Link } from '@domain/link/link';
import type { PageParams } from '@/platform/navigation';
import { isTabPage, type PagePath } from '@/platform/pages';

export interface Route {
  readonly path: PagePath;
  readonly params: PageParams;
}

function route(path: PagePath, params: Readonly<Record<string, string | undefined>> = {}): Route {
  const given: Record<string, string> = {};
  for (const [name, value] of Object.entries(params)) if (value !== undefined) given[name] = value;
  return { path, params: given };
}

export const homeRoute = route('/pages/home/index');
export const projectsRoute = route('/pages/projects/index');
export const checkInHubRoute = route('/pages/check-in-hub/index');
export const mineRoute = route('/pages/mine/index');
export const recordsRoute = route('/pages/my-records/index');
export const organiserRoute = route('/packages/organiser/activities/index');
export const approvalsRoute = route('/packages/organiser/approvals/index');
export const attendanceRulesRoute = route('/packages/office/attendance-rules/index');
/** 合并与更正: what was asked for; and finding who it is about. */
export const personRequestsRoute = route('/packages/office/person-requests/index');
export const peopleRoute = route('/packages/office/people/index');
export const boardRoute = route('/packages/office/board/index');
export const publicBoardRoute = route('/packages/public/statistics/index');
/** The persons behind a figure of a division on a day. */
export const factsRoute = (division: string, measure: string, day: string) =>
  route('/packages/office/facts/index', { division, measure, day });
/** The course of a figure of a division up to a day. */
export const trendRoute = (division: string, measure: string, day: string) =>
  route('/packages/office/trend/index', { division, measure, day });
/** 品牌项目 of a division on a day. */
export const brandsRoute = (division: string, day: string) =>
  route('/packages/office/brands/index', { division, day });
/** The villages of a division, served and not. */
export const ruralCommunitiesRoute = (division: string, day: string) =>
  route('/packages/office/rural-communities/index', { division, day });
/** The shifts held in a division; `rural` '1': only those in villages. */
export const heldShiftsRoute = (division: string, day: string, rural: '0' | '1') =>
  route('/packages/office/held-shifts/index', { division, day, rural });
/** Files of a division's figures, made and kept. */
export const exportRoute = (division: string) => route('/packages/office/export/index', { division });
/** The figures of a division over a period, for paper. */
export const reportRoute = (division: string, from: string, to: string) =>
  route('/packages/office/report/index', { division, from, to });
/** 导入花名册: those of my division, and one of them step by step. */
export const importsRoute = route('/packages/import/list/index');
export const importRoute = (id: string) => route('/packages/import/one/index', { id });
/** An own record that a list of elsewhere says. */
export const importedRecordRoute = (shiftId: string) =>
  route('/packages/import/record/index', { id: shiftId });
/** 培训课程; and of a shift, who lacks which. */
export const coursesRoute = route('/packages/training/courses/index');
export const standingsRoute = (id: string) => route('/packages/training/standings/index', { id });
/** 表彰: of all or of one project, one's own, and the office's desk. */
export const honoursRoute = (project?: string) => route('/packages/training/honours/index', { project });
export const myHonoursRoute = route('/packages/training/mine/index');
export const honourDeskRoute = route('/packages/training/desk/index');
/** 点单: my orders, a new one (`community`: for somebody there), one order; 派单, 接单, 久未服务的村. */
export const myOrdersRoute = route('/packages/demand/mine/index');
export const newOrderRoute = (community?: string) => route('/packages/demand/place/index', { community });
export const orderRoute = (id: string) => route('/packages/demand/order/index', { id });
export const ordersRoute = route('/packages/demand/dispatch/index');
export const teamOrdersRoute = route('/packages/demand/team/index');
export const quietCommunitiesRoute = route('/packages/demand/quiet/index');
/** 新建活动 for an order, or in a community. */
export const plannedActivityRoute = (from: { readonly order?: string; readonly community?: string }) =>
  route('/packages/organiser/activity-editor/index', from);
/** 唤醒: those of my division, and one of them; 邀请, as who is invited opens it. */
export const wakesRoute = route('/packages/wake/list/index');
export const wakeRoute = (id: string) => route('/packages/wake/one/index', { id });
export const invitationRoute = (id: string) => route('/packages/wake/invitation/index', { id });
/** 操作记录 and 查看记录. */
export const trailRoute = route('/packages/roles/trail/index');
export const grantsRoute = route('/packages/roles/grants/index');
/** 扫码登录: the computer's side, the phone's, and where one's account is open. */
export const consoleRoute = (ended?: '1') => route('/packages/console/enter/index', { ended });
export const consoleConfirmRoute = (scene: string) => route('/packages/console/confirm/index', { s: scene });
export const computersRoute = route('/packages/console/computers/index');
export const teamsRoute = route('/packages/roles/teams/index');
export const teamRoute = (id: string) => route('/packages/roles/team/index', { id });
export const stationsRoute = route('/packages/roles/stations/index');
export const certificatesRoute = route('/packages/certificate/mine/index');
export const newCertificateRoute = route('/packages/certificate/issue/index');
export const certificateRoute = (id: string) => route('/packages/certificate/certificate/index', { id });
export const issuedCertificatesRoute = route('/packages/office/certificates/index');
/** `scene`: of the printed link; without one the page asks for number and code. */
export const verifyRoute = (scene?: string) => route('/packages/certificate/verify/index', { s: scene });
export const messagesRoute = route('/packages/messages/messages/index');
export const personRoute = route('/packages/person/data/index');
/** `skill`: that was missing for what one wanted to do; `back`: where it goes on. */
export const profileRoute = (missing?: { readonly skill: string; readonly back: Route }) =>
  route('/packages/person/profile/index', {
    skill: missing?.skill,
    back: missing === undefined ? undefined : textOfRoute(missing.back),
  });
export const consentsRoute = route('/packages/person/consents/index');
export const moveRoute = route('/packages/person/move/index');
/** `child`: whose profile one keeps; without it one's own registration. */
export const leaveRoute = (child?: string) => route('/packages/person/leave/index', { child });
export const childrenRoute = route('/packages/guardian/children/index');
/** Who is enrolled in a shift and who waits, for its organiser. */
export const rosterRoute = (id: string) => route('/packages/organiser/roster/index', { id });
/** 变更 of a shift, by its organiser. */
export const shiftChangeRoute = (id: string) => route('/packages/organiser/shift-change/index', { id });
/** 改说明 of an activity. */
export const activityTextRoute = (id: string) => route('/packages/organiser/text/index', { id });
export const nearbyRoute = route('/packages/public/nearby/index');
/** 照片 of an activity, or of a project's story. */
export const activityPicturesRoute = (id: string) => route('/packages/organiser/pictures/index', { id });
export const projectPicturesRoute = (project: string) =>
  route('/packages/organiser/pictures/index', { project });
export const rotatingCodeRoute = (id: string) => route('/packages/organiser/rotating-code/index', { id });
/** 离线点名: who is expected and who has come; ticks, late scans and replayed codes of a shift. */
export const ticksRoute = (id: string) => route('/packages/organiser/ticks/index', { id });
/** 到岗: who runs the shift is there. */
export const dutyRoute = (id: string) => route('/packages/organiser/duty/index', { id });
/** 收队 of a shift, and its review. */
export const closingRoute = (id: string) => route('/packages/organiser/closing/index', { id });
export const reviewsRoute = route('/packages/organiser/reviews/index');
/** Claims that wait for an answer. */
export const claimsRoute = route('/packages/organiser/claims/index');
/** What is wrong with an own record of this shift. */
export const claimRoute = (id: string) => route('/packages/attendance/claim/index', { id });
/** 协助签到 on a shift; `card` is a scanned card whose shift nobody named yet. */
export const assistRoute = (id: string | undefined, card?: string) =>
  route('/packages/organiser/assist/index', { id, card });
/** Cards of a shift's people, to print. */
export const cardsRoute = (id: string) => route('/packages/organiser/cards/index', { id });
/** The printed code of a shift's place. */
export const placeCodeRoute = (id: string) => route('/packages/organiser/place-code/index', { id });
/** 补录 of a shift that is over; then who handles it, confirms it, sees it, reviews it. */
export const enterSupplementRoute = (id: string) => route('/packages/supplement/enter/index', { id });
export const supplementsRoute = route('/packages/supplement/handle/index');
export const mySupplementsRoute = route('/packages/supplement/own/index');
export const publicSupplementsRoute = route('/packages/supplement/public/index');
export const supplementReviewsRoute = route('/packages/supplement/review/index');
export const supplementRulesRoute = route('/packages/supplement/rules/index');
export const myCardRoute = route('/packages/attendance/card/index');
/** What goes on at a place whose code was scanned. */
export const placeRoute = (scene: string) => route('/packages/attendance/place/index', { s: scene });
/** 项目工作台 of a project; without one the choice among those one runs. */
export const brandDeskRoute = (id?: string) => route('/packages/brand/desk/index', { id });
/** Counting ten minutes at a point of the project. */
export const countRoute = (id: string) => route('/packages/brand/count/index', { id });
/** Copying the project to another county. */
export const kitRoute = (id: string) => route('/packages/brand/kit/index', { id });
/** 品牌项目 county by county. */
export const brandCountiesRoute = route('/packages/brand/counties/index');
/** Writing the project's story. */
export const storyRoute = (id: string) => route('/packages/brand/story/index', { id });
/** 推广: what to paste into an article or a menu for this link. */
export const spreadRoute = (link: Link) => route('/packages/organiser/spread/index', { s: sceneOf(link) });
/** 海报 of a project, an activity or a station; of all stations of a county. */
export const posterRoute = (link: Link) => route('/packages/reach/poster/index', { s: sceneOf(link) });
export const countyPostersRoute = (county: string) =>
  route('/packages/reach/county-posters/index', { county });
/** 渠道成效 of a division; without one of the office that asks. */
export const channelsRoute = (division?: string) => route('/packages/reach/channels/index', { division });
export const stationRoute = (id: string) => route('/packages/reach/station/index', { id });
export const projectRoute = (id: string) => route('/pages/project/index', { id });
export const activityRoute = (id: string) => route('/pages/activity/index', { id });
export const shiftRoute = (id: string) => route('/pages/shift/index', { id });
/**
 * `code`: of a scanned rotating code, `scannedAt` when that was, if not just now; `place`: the scene of a
 * printed one; `isLeaving` asks for 签退, `isArriving` for 签到 again.
 */
export const checkInRoute = (
  id: string,
  options: {
    code?: string | undefined;
    scannedAt?: number | undefined;
    place?: string | undefined;
    isLeaving?: boolean;
    isArriving?: boolean;
  } = {},
) =>
  route('/pages/check-in/index', {
    id,
    code: options.code,
    at: options.scannedAt === undefined ? undefined : String(options.scannedAt),
    place: options.place,
    out: options.isLeaving === true ? '1' : undefined,
    in: options.isArriving === true ? '1' : undefined,
  });
/** `back`: where to go on once registered. */
export const registerRoute = (back: Route) => route('/pages/register/index', { back: textOfRoute(back) });

/** The page a link means. */
export function routeOfLink(link: Link): Route {
  switch (link.kind) {
    case 'project':
      return projectRoute(link.projectId);
    case 'activity':
      return activityRoute(link.activityId);
    case 'shift':
      return shiftRoute(link.shiftId);
    case 'invitation':
      return invitationRoute(link.wakeId);
    case 'station':
      return stationRoute(link.stationId);
    case 'statistics':
      return publicBoardRoute;
    case 'ownCertificate':
      return certificateRoute(link.certificateId);
    case 'console':
      return consoleConfirmRoute(sceneOf(link));
    case 'certificate':
      return verifyRoute(sceneOf(link));
    case 'place':
      return placeRoute(sceneOf(link));
    case 'card':
      return assistRoute(undefined, sceneOf(link));
    case 'checkIn':
      return checkInRoute(link.shiftId, { code: link.code });
  }
}

/** `/pages/shift/index?id=…`; the values of our params need no escapes. */
export function textOfRoute({ path, params }: Route): string {
  const query = Object.entries(params).map(([name, value]) => `${name}=${value}`);
  return query.length === 0 ? path : `${path}?${query.join('&')}`;
}

/** Where registration may return to: nothing a stranger can write into a link leads elsewhere. */
const RETURN_PATHS: readonly PagePath[] = [
  '/pages/project/index',
  '/pages/activity/index',
  '/pages/shift/index',
  '/pages/check-in/index',
  '/packages/attendance/place/index',
  '/packages/wake/invitation/index',
  '/packages/demand/place/index',
  '/packages/attendance/card/index',
  '/packages/guardian/children/index',
  '/packages/messages/messages/index',
  '/packages/person/data/index',
  '/packages/person/consents/index',
];

/** Null for anything but a page of this app with plain params. */
export function routeOfText(text: string | undefined): Route | null {
  const [path = '', query = ''] = (text ?? '').split('?');
  const known = RETURN_PATHS.find((one) => one === path) ?? (isTabPage(path) ? path : undefined);
  if (known === undefined || !/^([a-z]+=[\w.-]*(&|$))*$/.test(query)) return null;
  const params: Record<string, string> = {};
  for (const pair of query.split('&')) {
    const [name = '', value] = pair.split('=');
    if (value !== undefined) params[name] = value;
  }
  return { path: known, params };
}

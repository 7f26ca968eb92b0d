/** The main job on the compiled app, against the real functions: what a person does and then sees. */
import { CODE_STEP_MS, codeStepAt, rotatingCodeAt } from '@domain/attendance/check-in-code';
import { addressOf, sceneOf, type Link } from '@domain/link/link';
import { nodeHmac } from '../kit/arbitrary-facts';
import type { TestProduct } from '../kit/product';
import { seedOf } from '../kit/shifts';
import { Device } from './device/device';
import { fillRegistration } from './registering';
import type { WeappBuild } from './weapp-build';

export interface Walk {
  readonly name: string;
  readonly run: (ground: Ground) => Promise<void>;
}

/** What is under every walk. */
export class Ground {
  private readonly devices: Device[] = [];

  constructor(
    readonly build: WeappBuild,
    readonly product: TestProduct,
  ) {}

  /** A phone of this person; without `storage` with nothing stored. */
  device(openid: string, storage?: Map<string, unknown>): Device {
    const device = new Device(this.build, { cloudUrl: this.product.cloud.url, openid }, storage);
    this.devices.push(device);
    return device;
  }

  /** Switches everything off; throws what the app's code let go wrong. */
  finish(): void {
    const problems = this.devices.flatMap((device) => device.problems);
    for (const device of this.devices.splice(0)) device.switchOff();
    if (problems.length > 0) throw new Error(`the app went wrong:\n${problems.slice(0, 5).join('\n')}`);
  }
}

const VOLUNTEER = 'demo-volunteer';
const ORGANISER = 'demo-organiser';

export async function firstProject({ product }: Ground) {
  const { projects } = await product.must('', 'project.listBrandProjects', { cursor: null });
  const [project] = projects;
  if (project === undefined) throw new Error('the demo city has projects');
  return project;
}

/** The shift of the demo city that is open now. */
export async function shiftOfToday({ product }: Ground) {
  const answer = await product.must('', 'activity.listUpcomingActivities', {
    countyCode: null,
    projectId: null,
    cursor: null,
  });
  const [activity] = answer.activities;
  if (activity === undefined) throw new Error('the demo city has activities');
  const { shifts, description } = await product.must('', 'activity.getActivity', {
    activityId: activity.activityId,
  });
  const [shift] = shifts;
  if (shift === undefined) throw new Error('the activity has a shift');
  return { activity, description, shift };
}

/** What the organiser's QR holds now. */
export async function scannedCode({ product }: Ground, shiftId: string): Promise<string> {
  const { shift } = await product.must(ORGANISER, 'activity.getShift', { shiftId });
  const seed = await seedOf(product, shiftId);
  const step = codeStepAt(product.cloud.clock.now());
  const code = rotatingCodeAt(nodeHmac, seed, step);
  return addressOf('https://example.org', { kind: 'checkIn', shiftId: shift.shiftId, code });
}

const homeAndProject: Walk = {
  name: 'home shows the city, its projects and activities; a tap opens a project and its story',
  run: async (ground) => {
    const project = await firstProject(ground);
    const { activity } = await shiftOfToday(ground);
    const { story } = await ground.product.must('', 'project.getProject', { projectId: project.projectId });
    const device = ground.device('wx-passer-by');
    device.launch('pages/home/index');
    await device.shows(
      'pages/home/index',
      '演示数据',
      project.title,
      project.goal,
      activity.title,
      '注册志愿者',
    );
    await device.page.tap(project.title);
    await device.shows('pages/project/index', project.title, story[0] ?? project.goal);
    if (!device.page.pictures.some((address) => address.includes('projects/'))) {
      throw new Error(`no picture of the project: ${device.page.pictures.join(' ')}`);
    }
  },
};

const tabs: Walk = {
  name: 'every tab opens',
  run: async (ground) => {
    const project = await firstProject(ground);
    const device = ground.device('wx-passer-by');
    device.launch('pages/home/index');
    await device.shows('pages/home/index', project.title);
    device.openTab('pages/projects/index');
    await device.shows('pages/projects/index', project.title, project.divisionName);
    device.openTab('pages/check-in-hub/index');
    await device.shows('pages/check-in-hub/index', '扫码签到', '您还没有注册');
    device.openTab('pages/mine/index');
    await device.shows('pages/mine/index', '注册成为志愿者', '长辈版');
  },
};

async function land(ground: Ground, link: Link, page: string, texts: readonly string[]): Promise<void> {
  const device = ground.device('wx-passer-by');
  device.launch('pages/landing/index', { scene: encodeURIComponent(sceneOf(link)) });
  await device.shows(page, ...texts);
}

const landing: Walk = {
  name: 'a printed code lands on its project, activity or shift; a broken one says so',
  run: async (ground) => {
    const project = await firstProject(ground);
    const { activity, description, shift } = await shiftOfToday(ground);
    const { projectId } = project;
    await land(ground, { kind: 'project', projectId }, 'pages/project/index', [project.goal]);
    const { activityId } = activity;
    await land(ground, { kind: 'activity', activityId }, 'pages/activity/index', [
      activity.title,
      description,
      '我要报名',
    ]);
    await land(ground, { kind: 'shift', shiftId: shift.shiftId }, 'pages/shift/index', [shift.place.name]);
    const device = ground.device('wx-passer-by');
    device.launch('pages/landing/index', { scene: 'p.0000000000.XX' });
    await device.shows('pages/landing/index', '这个链接打不开');
  },
};

const NEWCOMER = 'wx-newcomer';

const register: Walk = {
  name: 'a visitor registers with the number WeChat hands over',
  run: async (ground) => {
    const device = ground.device(NEWCOMER);
    device.launch('pages/home/index');
    await device.page.tap('注册成为志愿者');
    await device.shows('pages/register/index', '身份证号');
    const community = await fillRegistration(ground, device, { name: '泽仁卓玛', number: 7 });
    await device.page.tap('提交注册');
    await device.shows('pages/register/index', '注册成功', '泽仁卓玛', community);
    const me = await ground.product.must(NEWCOMER, 'volunteer.getMe', {});
    if (me.volunteer?.name !== '泽仁卓玛') throw new Error(`registered as ${JSON.stringify(me.volunteer)}`);
    await device.page.tap('继续');
    await device.shows('pages/home/index', '扫码签到');
  },
};

const scan: Walk = {
  name: 'the newcomer scans the rotating code and is checked in with one tap',
  run: async (ground) => {
    const { shift, activity } = await shiftOfToday(ground);
    const device = ground.device(NEWCOMER);
    device.launch('pages/check-in-hub/index');
    await device.shows('pages/check-in-hub/index', '还没有报名的场次');
    device.surroundings.scannedText = await scannedCode(ground, shift.shiftId);
    await device.page.tap('扫码签到');
    await device.shows('pages/check-in/index', '确认签到');
    await device.page.tap('确认签到');
    await device.shows('pages/check-in/index', '签到成功', activity.title);
    const { attendances } = await ground.product.must(NEWCOMER, 'attendance.listMyCurrent', {});
    const states = attendances.map(({ state, checkedInBy }) => `${state} by ${String(checkedInBy)}`);
    if (states.join() !== 'checkedIn by rotatingCode') throw new Error(`stored: ${states.join()}`);
  },
};

const oldCode: Walk = {
  name: 'an old code is refused with words and a way on',
  run: async (ground) => {
    const { shift } = await shiftOfToday(ground);
    const device = ground.device(VOLUNTEER);
    device.surroundings.scannedText = await scannedCode(ground, shift.shiftId);
    const { clock } = ground.product.cloud;
    // The phone knows the clock before it scans: else the code is late, not old (AT5).
    clock.advance(5 * CODE_STEP_MS);
    try {
      device.launch('pages/check-in-hub/index');
      await device.shows('pages/check-in-hub/index', '还没有报名的场次');
      await device.page.tap('扫码签到');
      await device.shows('pages/check-in/index', '确认签到');
      await device.page.tap('确认签到');
      await device.shows('pages/check-in/index', '重新扫码签到');
    } finally {
      ground.product.standAt();
    }
  },
};

const organiser: Walk = {
  name: "the organiser's screen shows a code; typed, its digits check a volunteer in",
  run: async (ground) => {
    const { shift, activity } = await shiftOfToday(ground);
    const office = ground.device(ORGANISER);
    office.launch('packages/organiser/activities/index');
    await office.shows('packages/organiser/activities/index', activity.title, '新建活动');
    office.switchOff();
    office.launch('packages/organiser/rotating-code/index', { id: shift.shiftId });
    await office.shows('packages/organiser/rotating-code/index', activity.title, '现在在场', /\d{4} ?\d{4} /);
    const device = ground.device(VOLUNTEER);
    device.launch('pages/check-in/index', { id: shift.shiftId });
    await device.shows('pages/check-in/index', '8 位短码');
    const [, left = '', right = ''] = /(\d{4}) ?(\d{4}) /.exec(office.page.text) ?? [];
    await device.page.type('8 位短码', left + right);
    await device.page.tap('用短码签到');
    await device.shows('pages/check-in/index', '签到成功');
    const maskedName = /已报名.*\S+ ?签到/;
    await office.shows('packages/organiser/rotating-code/index', maskedName);
  },
};

const editor: Walk = {
  name: "the editor offers the organiser's projects and places",
  run: async (ground) => {
    const { projects } = await ground.product.must(ORGANISER, 'activity.listOrganisedProjects', {});
    const [project] = projects;
    if (project === undefined) throw new Error('the organiser has a project');
    const device = ground.device(ORGANISER);
    device.launch('packages/organiser/activity-editor/index');
    await device.shows('packages/organiser/activity-editor/index', '活动名称', '发布活动', project.title);
    await device.page.type('活动名称', '周六清河行动');
    await device.shows('packages/organiser/activity-editor/index', '周六清河行动');
  },
};

const mine: Walk = {
  name: 'a volunteer sees their hours and records',
  run: async (ground) => {
    const { records } = await ground.product.must(VOLUNTEER, 'attendance.listMyRecords', { cursor: null });
    const { volunteer } = await ground.product.must(VOLUNTEER, 'volunteer.getMe', {});
    const device = ground.device(VOLUNTEER);
    device.launch('pages/mine/index');
    await device.shows('pages/mine/index', volunteer?.name ?? '', volunteer?.volunteerNumber ?? '');
    device.switchOff();
    device.launch('pages/my-records/index');
    const titles = records.slice(0, 3).map(({ title }) => title);
    await device.shows('pages/my-records/index', ...titles);
  },
};

const board: Walk = {
  name: "the office's board shows the city's figures and every county",
  run: async (ground) => {
    const figures = await ground.product.must('demo-city', 'statistics.getBoard', {
      divisionCode: null,
      day: null,
    });
    const device = ground.device('demo-city');
    device.launch('packages/office/board/index');
    const counties = figures.children.map(({ name }) => name);
    const registered = new RegExp(`注册志愿者 口径 ${String(figures.division.registered.value)} ?人`);
    await device.shows('packages/office/board/index', figures.division.name, registered, '截至', ...counties);
    const stranger = ground.device('wx-passer-by');
    stranger.launch('packages/office/board/index');
    await stranger.shows('packages/office/board/index', /权限|管理|不能|没有/);
    if (stranger.page.has(registered)) throw new Error('a passer-by reads the board');
  },
};

/** In the order in which one makes the next possible. */
export const walks: readonly Walk[] = [
  homeAndProject,
  tabs,
  landing,
  register,
  scan,
  oldCode,
  organiser,
  editor,
  mine,
  board,
];

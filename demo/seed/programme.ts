/**
 * Teams, brand projects, activities and shifts: a past to serve in, today's open shift, a fortnight ahead.
 */
import { NO_STATED_RISK } from '@domain/activity/risk';
import { cellsOf } from '@domain/geography/cells';
import { parseDivisionCode } from '@domain/geography/division';
import {
  parseActivityId,
  parseProjectId,
  parseShiftId,
  parseTeamId,
  type TeamId,
} from '@domain/kernel/identifiers';
import { addDays, DAY_MS, MINUTE_MS, parseCivilDay, startOfDay, civilDayOf } from '@domain/time/civil-day';
import type { StoredDocument } from '@server/kernel/documents';
import type { Secrets } from '@server/kernel/ports';
import { BRAND_PROJECTS } from '../brand-projects';
import type { DemoActivityText, DemoBrandProject } from '../brand-project-text';
import {
  CITY_CODE,
  CITY_NAME,
  divisionName,
  meetingPlaces,
  URBAN_RURAL_SOURCE,
  urbanRuralCodeOf,
  ruralPlace,
} from './geography';

type Activity = StoredDocument<'activities'>;
type Shift = StoredDocument<'shifts'>;
type Project = StoredDocument<'projects'>;

export interface Programme {
  readonly teams: Pick<StoredDocument<'teams'>, '_id' | 'name' | 'divisionCode'>[];
  readonly projects: Project[];
  readonly activities: Activity[];
  readonly shifts: Shift[];
  /** finished shifts, by start: what synthetic volunteers served in */
  readonly pastShifts: Shift[];
  /** finished trainings */
  readonly trainingShifts: Shift[];
  /** what can be checked in to at once */
  readonly openShifts: Shift[];
}

const PAST_WEEKS = 130;
const AHEAD_DAYS = 14;
const RURAL_EVERY_WEEKS = 3;
const ORGANISER = 'demo-organiser';

export function makeProgramme(
  secrets: Secrets,
  now: number,
  pictures: ReadonlyMap<string, string>,
): Programme {
  const programme: Programme = {
    teams: [],
    projects: [],
    activities: [],
    shifts: [],
    pastShifts: [],
    trainingShifts: [],
    openShifts: [],
  };
  BRAND_PROJECTS.forEach((text, rank) =>
    addProject(programme, secrets, now, text, rank, pictures.get(text.key) ?? ''),
  );
  return programme;
}

export function teamIdOf(secrets: Secrets, projectKey: string): TeamId {
  return parseTeamId(secrets.shortId('demo-team', projectKey));
}

function addProject(
  programme: Programme,
  secrets: Secrets,
  now: number,
  text: DemoBrandProject,
  rank: number,
  pictureFileId: string,
): void {
  const teamId = teamIdOf(secrets, text.key);
  const countyCode = parseDivisionCode(text.countyCode);
  programme.teams.push({ _id: teamId, name: text.teamName, divisionCode: countyCode });
  const project: Project = {
    _id: parseProjectId(secrets.shortId('demo-project', text.key)),
    title: text.title,
    goal: text.goal,
    story: [...text.story],
    safeguards: text.safeguards ?? '',
    field: text.field,
    stage: text.stage,
    outcomeName: text.outcomeName,
    accreditation: {
      level: text.accreditation.level,
      document: text.accreditation.document,
      validFromDay: parseCivilDay(text.accreditation.validFromDay),
      validToDay: parseCivilDay(text.accreditation.validToDay),
    },
    divisionCode: countyCode,
    divisionName: divisionName(countyCode),
    teamId,
    teamName: text.teamName,
    hostLevel: text.hostLevel,
    pictureFileId,
    usualPlace: meetingPlaces(countyCode)[0] ?? null,
    brandRank: rank,
    clonedFrom: null,
  };
  programme.projects.push(project);
  addPast(programme, secrets, now, project, text);
  addTrainings(programme, secrets, now, project);
  addAhead(programme, secrets, now, project, text);
  if (rank === 0) addOpenNow(programme, secrets, now, project);
}

/** One Saturday shift a week, gathered into one activity a quarter. */
function addPast(
  programme: Programme,
  secrets: Secrets,
  now: number,
  project: Project,
  text: DemoBrandProject,
): void {
  const [activityText] = text.activities;
  if (activityText === undefined) return;
  const today = civilDayOf(now);
  const shiftsOf = new Map<number, Shift[]>();
  for (let week = 1; week <= PAST_WEEKS; week += 1) {
    const startsAt = startOfDay(addDays(today, -7 * week)) + startMinutes(activityText) * MINUTE_MS;
    const quarter = Math.floor((week - 1) / 13);
    const activityId = parseActivityId(
      secrets.shortId('demo-past-activity', `${project._id}:${String(quarter)}`),
    );
    const isRural = week % RURAL_EVERY_WEEKS === 0;
    const shift = makeShift(secrets, project, activityText, activityId, startsAt, `past:${String(week)}`, {
      ...(isRural ? { place: ruralPlace(project.divisionCode, week) } : {}),
    });
    programme.pastShifts.push(shift);
    programme.shifts.push(shift);
    shiftsOf.set(quarter, [...(shiftsOf.get(quarter) ?? []), shift]);
  }
  for (const shifts of shiftsOf.values())
    programme.activities.push(makeActivity(project, activityText, shifts));
}

const TRAINING: DemoActivityText = {
  title: '志愿服务基础培训',
  summary: '服务礼仪、安全须知和急救常识',
  description:
    '半天的基础培训：怎样与服务对象沟通、怎样保护自己和别人、遇到突发情况怎么办。培训时长不计入服务时长。',
  shiftMinutes: 3 * 60,
  startsAtMinutes: [9 * 60],
  capacity: null,
};
const TRAINING_VALID_DAYS = 365;
const TRAINING_EVERY_WEEKS = 13;

/** Once a quarter. */
function addTrainings(programme: Programme, secrets: Secrets, now: number, project: Project): void {
  for (let week = 2; week <= PAST_WEEKS; week += TRAINING_EVERY_WEEKS) {
    const startsAt = startOfDay(addDays(civilDayOf(now), -7 * week + 1)) + startMinutes(TRAINING) * MINUTE_MS;
    const key = `training:${String(week)}`;
    const activityId = parseActivityId(secrets.shortId('demo-training', `${project._id}:${key}`));
    const trainingValidDays = TRAINING_VALID_DAYS;
    const shift = makeShift(secrets, project, TRAINING, activityId, startsAt, key, { trainingValidDays });
    programme.trainingShifts.push(shift);
    programme.shifts.push(shift);
    programme.activities.push(makeActivity(project, TRAINING, [shift]));
  }
}

function startMinutes(text: DemoActivityText): number {
  return text.startsAtMinutes[0] ?? 9 * 60;
}

function addAhead(
  programme: Programme,
  secrets: Secrets,
  now: number,
  project: Project,
  text: DemoBrandProject,
): void {
  const today = civilDayOf(now);
  text.activities.forEach((activityText, index) => {
    const activityId = parseActivityId(secrets.shortId('demo-activity', `${project._id}:${String(index)}`));
    const shifts: Shift[] = [];
    for (let day = 1 + index; day <= AHEAD_DAYS; day += 3) {
      for (const minutes of activityText.startsAtMinutes) {
        const startsAt = startOfDay(addDays(today, day)) + minutes * MINUTE_MS;
        const key = `${String(index)}:${String(day)}:${String(minutes)}`;
        shifts.push(makeShift(secrets, project, activityText, activityId, startsAt, key));
      }
    }
    programme.shifts.push(...shifts);
    programme.activities.push(makeActivity(project, activityText, shifts));
  });
}

/** So that whoever starts the demo can check in at once: a shift that began a moment ago. */
function addOpenNow(programme: Programme, secrets: Secrets, now: number, project: Project): void {
  const text: DemoActivityText = {
    title: '今日斑马线值守',
    summary: '现在就能签到的演示场次',
    description:
      '在市民广场东侧路口引导行人、提醒来车礼让。扫组织者手机上的动态码或用位置签到，离开时再签退，时长自动记入您的服务记录。',
    shiftMinutes: 5 * 60,
    startsAtMinutes: [],
    capacity: 30,
  };
  const activityId = parseActivityId(secrets.shortId('demo-activity', `${project._id}:now`));
  const startsAt = Math.floor((now - 10 * MINUTE_MS) / (5 * MINUTE_MS)) * 5 * MINUTE_MS;
  const made = makeShift(secrets, project, text, activityId, startsAt, 'now');
  // Its organiser has come, so that whoever starts the demo can show the code at once (AT6.1).
  const duty = { openId: ORGANISER, volunteerId: null, name: project.teamName, at: startsAt - 5 * MINUTE_MS };
  const shifts: Shift[] = [
    { ...made, duties: [{ ...duty, method: 'location', distanceMeters: 12, witnessId: null }] },
  ];
  programme.shifts.push(...shifts);
  programme.openShifts.push(...shifts);
  programme.activities.push(makeActivity(project, text, shifts));
}

export function makeShift(
  secrets: Secrets,
  project: Project,
  text: DemoActivityText,
  activityId: Activity['_id'],
  startsAt: number,
  key: string,
  wishes: {
    readonly place?: NonNullable<Project['usualPlace']>;
    readonly trainingValidDays?: number;
  } = {},
): Shift {
  const place = wishes.place ?? meetingPlaces(project.divisionCode)[0];
  if (place === undefined) throw new Error(`no meeting place in ${project.divisionCode}`);
  const { divisionName: name, ...where } = place;
  return {
    _id: parseShiftId(secrets.shortId('demo-shift', `${project._id}:${key}`)),
    activityId,
    ...{ projectId: project._id, field: project.field, teamId: project.teamId },
    title: text.title,
    startsAt,
    endsAt: startsAt + text.shiftMinutes * MINUTE_MS,
    place: where,
    divisionName: name,
    urbanRuralCode: urbanRuralCodeOf(where.divisionCode),
    trainingValidDays: wishes.trainingValidDays ?? null,
    capacity: text.capacity,
    takenCount: 0,
    waitingCount: 0,
    owesSeats: false,
    riskLevel: text.risk?.level ?? 'general',
    state: 'open',
    cancelReason: null,
    isPublished: true,
    cells: cellsOf(where.position),
  };
}

export function makeActivity(project: Project, text: DemoActivityText, shifts: readonly Shift[]): Activity {
  const [first] = shifts;
  if (first === undefined) throw new Error('an activity has a shift');
  const firstStartsAt = Math.min(...shifts.map((shift) => shift.startsAt));
  return {
    _id: first.activityId,
    projectId: project._id,
    ...{ projectTitle: project.title, field: project.field, teamId: project.teamId },
    teamName: project.teamName,
    title: text.title,
    summary: text.summary,
    description: text.description,
    state: 'published',
    cancelledShiftCount: 0,
    firstStartsAt,
    lastEndsAt: Math.max(...shifts.map((shift) => shift.endsAt)),
    trainingValidDays: first.trainingValidDays,
    risk: text.risk ?? NO_STATED_RISK,
    placeName: first.place.name,
    countyCode: project.divisionCode,
    divisionName: first.divisionName,
    createdBy: ORGANISER,
    createdAt: firstStartsAt - 7 * DAY_MS,
  };
}

export function citySettings(siteOrigin: string | null): StoredDocument<'settings'> {
  return {
    _id: 'city',
    cityCode: CITY_CODE,
    cityName: CITY_NAME,
    isDemonstration: true,
    urbanRuralSource: URBAN_RURAL_SOURCE,
    siteOrigin,
  };
}

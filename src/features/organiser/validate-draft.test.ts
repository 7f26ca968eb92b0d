import { MAXIMUM_SHIFTS } from '@contract/activity.contract';
import { parseActivityId, parseProjectId, parseShiftId, parseTeamId } from '@domain/kernel/identifiers';
import { DEFAULT_SHIFT_RULES } from '@domain/attendance/attendance-rules';
import { parseDivisionCode } from '@domain/geography/division';
import { DAY_MS, HOUR_MS, parseCivilDay, startOfDay } from '@domain/time/civil-day';

import {
  draftFromActivity,
  emptyDraft,
  endsNextDay,
  inputOf,
  newShift,
  planOf,
  shiftAfter,
  withProject,
  type ActivityDraft,
  type OrganisedProject,
  type SourceActivity,
} from './activity-draft';
import { problemsOf } from './validate-draft';

const TODAY = '2026-11-23';
const NOW = startOfDay(parseCivilDay(TODAY)) + 9 * HOUR_MS;

const project: OrganisedProject = {
  projectId: parseProjectId('Project001'),
  title: '河湖清洁',
  divisionCode: parseDivisionCode('513201'),
  divisionName: '马尔康市',
  teamId: parseTeamId('Team000001'),
  teamName: '护河队',
  usualPlace: {
    name: '梭磨河滨河路',
    divisionCode: parseDivisionCode('513201001001'),
    divisionName: '达萨街社区',
    latitude: 31.906,
    longitude: 102.207,
    radiusMeters: 300,
  },
};

function fullDraft(changes: Partial<ActivityDraft> = {}): ActivityDraft {
  const draft = withProject(emptyDraft(TODAY), project);
  return { ...draft, title: '周末清河', description: '带好手套，十点集合，一起清理河道。', ...changes };
}

test('a whole draft has no problems and becomes the procedure’s input', () => {
  const draft = fullDraft();
  expect(problemsOf(draft, NOW).count).toBe(0);
  const input = inputOf(draft, 'request-00000001', true);
  expect(input.place).toEqual({
    name: '梭磨河滨河路',
    communityCode: '513201001001',
    latitude: 31.906,
    longitude: 102.207,
    radiusMeters: 300,
  });
  expect(input.shifts).toEqual([
    { startsAt: NOW + DAY_MS, endsAt: NOW + DAY_MS + 2 * HOUR_MS, capacity: 20, breaks: [] },
  ]);
});

test('an empty draft says in Chinese what each field wants', () => {
  const problems = problemsOf({ ...emptyDraft(TODAY), radiusMeters: '10', shifts: [] }, NOW);
  expect(problems.fields).toEqual({
    projectId: '请先选择活动属于哪个项目。',
    title: '活动名称至少 4 个字。',
    description: '活动说明至少 10 个字。',
    placeName: '集合地点至少 2 个字。',
    community: '请依次选到社区（村）。',
    position: '请用当前位置、项目常用地点，或填写正确的经纬度。',
    radiusMeters: '签到范围请填 50 到 2000 之间的整数（米）。',
    shifts: '请安排 1 到 26 个场次。',
  });
});

test('too long, too many and hidden characters are told apart', () => {
  const shifts = Array.from({ length: MAXIMUM_SHIFTS + 1 }, (_, index) => newShift(String(index), TODAY));
  const draft = fullDraft({ title: '长'.repeat(41), description: `前面十个字前面十个字\u202e后面`, shifts });
  expect(problemsOf(draft, NOW).fields).toEqual({
    title: '活动名称太长了，请不超过 40 个字。',
    description: '活动说明里有不能使用的字符（如从别处粘贴来的不可见字符），请删去后再试。',
    shifts: '请安排 1 到 26 个场次。',
  });
});

test.each([
  [{ day: '' }, '请选好日期'],
  [{ day: '2026-11-22' }, '已经结束'],
  [{ startTime: '09:00', endTime: '09:05' }, '至少 10 分钟'],
  [{ startTime: '09:00', endTime: '08:00' }, '最长 12 小时'],
  [{ day: '2028-01-01' }, '最多提前一年'],
])('a shift %j is refused in words', (changes, words) => {
  const shift = { ...newShift('1', TODAY), ...changes };
  expect(problemsOf(fullDraft({ shifts: [shift] }), NOW).shiftTimes['1']).toContain(words);
});

test.each(['', '0', '-1', '1.5', '二十', '5001'])('seats %j are refused unless unlimited', (seats) => {
  const shift = { ...newShift('1', TODAY), seats };
  expect(problemsOf(fullDraft({ shifts: [shift] }), NOW).shiftSeats['1']).toContain('1 到 5000');
  expect(problemsOf(fullDraft({ shifts: [{ ...shift, isUnlimited: true }] }), NOW).count).toBe(0);
});

test('an end before the start is the next morning', () => {
  const night = { ...newShift('1', TODAY), startTime: '20:00', endTime: '02:00' };
  expect(endsNextDay(night)).toBe(true);
  const plan = planOf(night);
  expect(plan && plan.endsAt - plan.startsAt).toBe(6 * HOUR_MS);
});

test('the next shift is a day later with the same hours', () => {
  const first = newShift('1', TODAY);
  expect(shiftAfter(first, '2')).toEqual({ ...first, key: '2', day: '2026-11-25' });
});

test('choosing another project keeps a place the organiser typed', () => {
  const typed = fullDraft({ placeName: '广场', positionSource: 'typed' });
  expect(withProject(typed, project).placeName).toBe('广场');
});

test('a copy keeps weekday and hours and lies ahead', () => {
  const startsAt = NOW - 10 * DAY_MS;
  const place = project.usualPlace;
  const source: SourceActivity = {
    activity: {
      activityId: parseActivityId('Activity01'),
      projectId: project.projectId,
      projectTitle: project.title,
      teamName: '队',
      title: '上次的活动',
      summary: '简介',
      state: 'published',
      firstStartsAt: startsAt,
      lastEndsAt: startsAt + HOUR_MS,
      trainingValidDays: null,
      risk: { level: 'heightened', dangers: '车流', insurance: '', training: '' },
      placeName: '路',
      divisionName: '社区',
      checkInOpensAt: startsAt,
    },
    description: '原来的说明文字，很长。',
    shifts: [
      {
        shiftId: parseShiftId('Shift00001'),
        activityId: parseActivityId('Activity01'),
        projectId: project.projectId,
        title: '上次的活动',
        startsAt,
        endsAt: startsAt + HOUR_MS,
        checkInOpensAt: startsAt,
        checkOutClosesAt: startsAt,
        place: place ?? fail('the example has a place'),
        capacity: null,
        takenCount: 3,
        waitingCount: 0,
        riskLevel: 'heightened',
        state: 'open',
        rules: {
          ...DEFAULT_SHIFT_RULES,
          minimumPresencePercent: 60,
          breaks: [{ from: startsAt + HOUR_MS / 4, to: startsAt + HOUR_MS / 2 }],
        },
        cancelReason: null,
        meetingPoint: '',
        changedAt: null,
        closedAt: null,
      },
    ],
  };
  const draft = draftFromActivity(source, NOW);
  expect(draft.shifts[0]).toMatchObject({
    day: '2026-11-27',
    startTime: '09:00',
    endTime: '10:00',
    isUnlimited: true,
    breaks: [{ startTime: '09:15', endTime: '09:30' }],
  });
  expect(draft.minimumPresencePercent).toBe('60');
  expect(problemsOf(draft, NOW).count).toBe(0);
});

test('[AT11] breaks lie within the shift, in order; a night goes on after midnight', () => {
  const problemOf = (breaks: readonly { startTime: string; endTime: string }[], endTime = '11:00') => {
    const shift = { ...newShift('1', '2026-11-26'), endTime, breaks };
    return problemsOf({ ...emptyDraft('2026-11-26'), shifts: [shift] }, NOW).shiftTimes['1'];
  };
  expect(problemOf([{ startTime: '09:30', endTime: '10:00' }])).toBeUndefined();
  expect(problemOf([{ startTime: '10:00', endTime: '10:00' }])).toBe('休息的结束要晚于开始。');
  expect(problemOf([{ startTime: '10:30', endTime: '11:30' }])).toBe('休息要在场次的开始和结束之间。');
  expect(problemOf([{ startTime: '', endTime: '10:00' }])).toBe('请选好休息的开始和结束时间。');
  expect(problemOf([{ startTime: '09:00', endTime: '11:00' }])).toBe(
    '扣除休息后没有服务时间了，请缩短休息。',
  );
  const twice = { startTime: '09:30', endTime: '10:00' };
  expect(problemOf([twice, twice])).toBe('几段休息不能重叠，请按时间先后填写。');
});

function fail(message: string): never {
  throw new Error(message);
}

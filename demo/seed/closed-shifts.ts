/**
 * 最近收队的两场: one whose head-count agreed, one that is under review; a check-out that the volunteer of the
 * demo forgot, and one that somebody has asked to be corrected (AT6, AT7.2).
 */
import { parseActivityId } from '@domain/kernel/identifiers';
import { addDays, civilDayOf, HOUR_MS, MINUTE_MS, startOfDay } from '@domain/time/civil-day';
import { blankClosing, reviewerKeysOf } from '@server/attendance/closing-document';
import type { StoredDocument } from '@server/kernel/documents';
import type { Secrets } from '@server/kernel/ports';
import type { DemoActivityText } from '../brand-project-text';
import { makeRecord, type SyntheticPerson } from './people';
import { makeActivity, makeShift } from './programme';
import type { SeedContext } from './target';

type Shift = StoredDocument<'shifts'>;
type Attendance = StoredDocument<'attendances'>;

const TEXT: DemoActivityText = {
  title: '晚高峰路口值守',
  summary: '下班放学时段引导行人',
  description: '在市民广场东侧路口引导行人、提醒来车礼让，结束时组织者点清人数再收队。',
  shiftMinutes: 2 * 60,
  startsAtMinutes: [17 * 60],
  capacity: null,
};
const ORGANISER = 'demo-organiser';
const ORGANISER_NAME = '马尔康市文明实践志愿服务队';
/** With a record of each shift; the last of the first shift forgot to check out. */
const PEOPLE = 7;
const MISSED_HEADS = 3;
/** In a smaller city they would be most of its people. */
const FEWEST_VOLUNTEERS = 50;

export interface ClosedShifts {
  readonly activity: StoredDocument<'activities'>;
  readonly agreed: Shift;
  readonly reviewed: Shift;
}

export function makeClosedShifts(
  secrets: Secrets,
  now: number,
  project: StoredDocument<'projects'>,
  volunteers: number,
): ClosedShifts | null {
  if (volunteers < FEWEST_VOLUNTEERS) return null;
  const activityId = parseActivityId(secrets.shortId('demo-activity', `${project._id}:closed`));
  const shiftOf = (daysAgo: number, isUnderReview: boolean): Shift => {
    const startsAt = startOfDay(addDays(civilDayOf(now), -daysAgo)) + 17 * HOUR_MS;
    const made = makeShift(secrets, project, TEXT, activityId, startsAt, `closed:${String(daysAgo)}`);
    const duty = {
      openId: ORGANISER,
      volunteerId: null,
      name: ORGANISER_NAME,
      at: startsAt - 10 * MINUTE_MS,
    };
    return {
      ...made,
      duties: [{ ...duty, method: 'location', distanceMeters: 18, witnessId: null }],
      closing: { closedAt: made.endsAt + 5 * MINUTE_MS, isUnderReview },
      closingDueAt: null,
    };
  };
  const [agreed, reviewed] = [shiftOf(3, false), shiftOf(2, true)];
  return { activity: makeActivity(project, TEXT, [agreed, reviewed]), agreed, reviewed };
}

/** The people with their records of both; the first of them is the volunteer one can be. */
export function withClosedShifts(
  { target }: SeedContext,
  { agreed, reviewed }: ClosedShifts,
  people: readonly SyntheticPerson[],
): SyntheticPerson[] {
  const present = people.slice(0, PEOPLE);
  const joined = present.map((person, index) => {
    const { volunteer } = person;
    const first =
      index === 0 ? forgotten(makeRecord(volunteer, agreed, 1)) : makeRecord(volunteer, agreed, 1);
    const isAsking = index === PEOPLE - 1;
    const records = [
      isAsking ? disputed(first) : first,
      held(makeRecord(volunteer, reviewed, 2 + 3 * index)),
    ];
    if (isAsking) target.insert('claims', [claimOf(first, agreed)]);
    return { ...person, records: [...person.records, ...records] };
  });
  target.insert('closings', [
    closingOf(agreed, present.length, present.length),
    closingOf(reviewed, present.length - MISSED_HEADS, present.length),
  ]);
  return joined;
}

function forgotten(record: Attendance): Attendance {
  return { ...record, state: 'expired', checkOut: null, creditedMinutes: 0, confirmedAt: null, seq: 2 };
}

function disputed(record: Attendance): Attendance {
  return { ...forgotten(record), state: 'disputed', seq: 3 };
}

function held(record: Attendance): Attendance {
  return { ...record, state: 'checkedOut', confirmedAt: null, isHeld: true, seq: 4 };
}

function closingOf(shift: Shift, headCount: number, recordedCount: number): StoredDocument<'closings'> {
  const closedAt = shift.closing?.closedAt ?? shift.endsAt;
  const isWaiting = shift.closing?.isUnderReview ?? false;
  return {
    ...blankClosing(shift, closedAt),
    state: isWaiting ? 'review' : 'closed',
    ...{ headCount, expectedCount: headCount, recordedCount, closedAt, isWaiting },
    closedBy: ORGANISER,
    closedByName: ORGANISER_NAME,
    isSettling: false,
    version: 'seed',
  };
}

function claimOf(
  { _id, volunteerId, maskedName, checkIn }: Attendance,
  shift: Shift,
): StoredDocument<'claims'> {
  return {
    _id,
    ...{ shiftId: shift._id, volunteerId, maskedName },
    title: shift.title,
    placeName: shift.place.name,
    startsAt: shift.startsAt,
    endsAt: shift.endsAt,
    kind: 'forgotten',
    checkedInAt: checkIn?.at ?? null,
    checkedOutAt: null,
    creditedMinutes: 0,
    arrivedAt: null,
    leftAt: shift.endsAt - 10 * MINUTE_MS,
    statement: '手机没电了，走的时候和队长打过招呼',
    answererKeys: reviewerKeysOf(shift),
    state: 'waiting',
    claimCount: 1,
    askedAt: shift.endsAt + 3 * HOUR_MS,
    requestId: 'seed-claim',
    answer: null,
  };
}

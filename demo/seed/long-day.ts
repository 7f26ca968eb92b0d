/**
 * 昨天的全天值守: ten hours with a break at noon, so that there is a record which waits for an approval, with the
 * reasons to read (AT9, AT11).
 */
import { DEFAULT_RULES } from '@domain/attendance/attendance-rules';
import { creditVisit } from '@domain/attendance/credit-visit';
import { parseActivityId } from '@domain/kernel/identifiers';
import { addDays, civilDayOf, HOUR_MS, startOfDay } from '@domain/time/civil-day';
import { approvalOf } from '@server/attendance/approval-document';
import { creditFieldsOf, toAttendance } from '@server/attendance/attendance-document';
import { serviceDayDocument } from '@server/attendance/service-days';
import type { StoredDocument } from '@server/kernel/documents';
import type { Secrets } from '@server/kernel/ports';
import type { DemoActivityText } from '../brand-project-text';
import { makeRecord, type SyntheticPerson } from './people';
import { makeActivity, makeShift } from './programme';
import type { SeedContext } from './target';

const TEXT: DemoActivityText = {
  title: '整天路口值守',
  summary: '早八点到晚六点，中午休息一小时',
  description: '节前车多人多，在路口引导行人、提醒来车礼让。中午在站里休息用餐，这一小时不计服务时长。',
  shiftMinutes: 10 * 60,
  startsAtMinutes: [8 * 60],
  capacity: null,
};

export interface LongDay {
  readonly project: StoredDocument<'projects'>;
  readonly activity: StoredDocument<'activities'>;
  readonly shift: StoredDocument<'shifts'>;
}

export function makeLongDay(secrets: Secrets, now: number, project: StoredDocument<'projects'>): LongDay {
  const yesterday = startOfDay(addDays(civilDayOf(now), -1));
  const activityId = parseActivityId(secrets.shortId('demo-activity', `${project._id}:long-day`));
  const made = makeShift(secrets, project, TEXT, activityId, yesterday + 8 * HOUR_MS, 'long-day');
  const breaks = [{ from: yesterday + 12 * HOUR_MS, to: yesterday + 13 * HOUR_MS }];
  const shift = { ...made, rules: { ...DEFAULT_RULES, minimumPresencePercent: null, breaks } };
  return { project, activity: makeActivity(project, TEXT, [shift]), shift };
}

/** The people with a record of that day, which waits; what goes with it is inserted. */
export function withLongDay(
  { target }: SeedContext,
  { shift }: LongDay,
  people: readonly SyntheticPerson[],
): SyntheticPerson[] {
  return people.map((person) => {
    const { volunteer, records } = person;
    // An ordinary visit, as number 1 always is: in time, with both codes.
    const visit = makeRecord(volunteer, shift, 1);
    const { _id: attendanceId, volunteerId, checkIn, checkOut } = visit;
    if (checkIn === null || checkOut === null) return person;
    const {
      days,
      creditedMinutes,
      servedDays: _same,
      ...credit
    } = creditVisit({ attendanceId, volunteerId, shift, checkInAt: checkIn.at, checkOutAt: checkOut.at }, []);
    const waiting = { ...visit, state: 'checkedOut' as const, creditedMinutes, confirmedAt: null, seq: 2 };
    const attendance = { ...toAttendance(waiting), credit };
    const approval = approvalOf(attendance, shift, visit.maskedName, checkOut.at);
    target.insert('serviceDays', days.map(serviceDayDocument));
    target.insert('approvals', approval === null ? [] : [approval]);
    return { ...person, records: [...records, { ...waiting, ...creditFieldsOf(attendance) }] };
  });
}

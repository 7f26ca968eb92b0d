/**
 * Records for measuring large cities: everybody has the same number of them, each on a day of its own, in
 * shifts of a usual size. All of it follows from the numbers, as the rest of the demo city does.
 */
import { parseActivityId, parseShiftId } from '@domain/kernel/identifiers';
import { addDays, civilDayOf, DAY_MS, daysBetween, HOUR_MS, startOfDay } from '@domain/time/civil-day';
import type { CivilDay } from '@domain/time/civil-day';
import type { StoredDocument } from '@server/kernel/documents';
import type { Secrets } from '@server/kernel/ports';
import { mixed, pick } from '../names';
import { COUNTIES } from './geography';
import { makeRecord } from './people';
import type { Programme } from './programme';

type Shift = StoredDocument<'shifts'>;
type Volunteer = StoredDocument<'volunteers'>;

/** Everybody has been registered for at least this long: room for a record a day. */
export const DENSE_REGISTERED_BEFORE_DAYS = 60;
const FIRST_DAY_BEFORE = 1_100;
/** people in a shift, on average */
const SHIFT_SIZE = 60;
/** shifts of a day begin at 8, 10, 12, 14 and 16 o'clock */
const STARTS_A_DAY = 5;

export class DenseRecords {
  readonly shifts: Shift[] = [];
  readonly activities: StoredDocument<'activities'>[] = [];
  private readonly shiftsOfDay = new Map<CivilDay, Shift[]>();
  private readonly today: CivilDay;

  constructor(
    private readonly secrets: Secrets,
    now: number,
    private readonly programme: Programme,
    volunteers: number,
    private readonly recordsEach: number,
  ) {
    if (recordsEach < 1 || recordsEach > DENSE_REGISTERED_BEFORE_DAYS - 2) {
      throw new RangeError(`records each: 1 to ${String(DENSE_REGISTERED_BEFORE_DAYS - 2)}`);
    }
    this.today = civilDayOf(now);
    const shiftsADay = Math.ceil((volunteers * recordsEach) / SHIFT_SIZE / FIRST_DAY_BEFORE);
    for (let before = FIRST_DAY_BEFORE; before >= 1; before -= 1) {
      this.addDay(addDays(this.today, -before), shiftsADay);
    }
  }

  /** One in each equal part of the time since the registration: so never two at once. */
  recordsOf(volunteer: Volunteer, index: number): StoredDocument<'attendances'>[] {
    const days = daysBetween(volunteer.registeredDay, this.today) - 1;
    return Array.from({ length: this.recordsEach }, (_none, order) => {
      const from = Math.floor((days * order) / this.recordsEach);
      const room = Math.floor((days * (order + 1)) / this.recordsEach) - from;
      const roll = mixed(index, 300 + order);
      const day = addDays(volunteer.registeredDay, 1 + from + (roll % room));
      return makeRecord(volunteer, pick(this.shiftsOfDay.get(day) ?? [], index, 400 + order), roll);
    });
  }

  private addDay(day: CivilDay, count: number): void {
    const { projects } = this.programme;
    const shifts = Array.from({ length: count }, (_none, order) => {
      const project = projects[order % projects.length];
      return this.makeShift(project?._id ?? '', day, order);
    });
    this.shiftsOfDay.set(day, shifts);
    this.shifts.push(...shifts);
    for (const project of projects) {
      const own = shifts.filter((shift) => shift.projectId === project._id);
      const sample = this.programme.activities.find((activity) => activity.projectId === project._id);
      const [first] = own;
      if (first === undefined || sample === undefined) continue;
      this.activities.push({
        ...sample,
        _id: first.activityId,
        firstStartsAt: startOfDay(day),
        lastEndsAt: Math.max(...own.map(({ endsAt }) => endsAt)),
        createdAt: startOfDay(day) - 7 * DAY_MS,
      });
    }
  }

  private makeShift(projectId: string, day: CivilDay, order: number): Shift {
    const sample = this.programme.pastShifts.find((shift) => shift.projectId === projectId);
    if (sample === undefined) throw new Error('every project has a past');
    const startsAt = startOfDay(day) + (8 + 2 * (order % STARTS_A_DAY)) * HOUR_MS;
    const county = pick(COUNTIES, order, Number(day.slice(8)));
    const community = pick(county.communities, order, Number(day.slice(5, 7)));
    return {
      ...sample,
      _id: parseShiftId(this.secrets.shortId('dense-shift', `${day}:${String(order)}`)),
      activityId: parseActivityId(this.secrets.shortId('dense-activity', `${day}:${projectId}`)),
      startsAt,
      endsAt: startsAt + (sample.endsAt - sample.startsAt),
      place: { ...sample.place, divisionCode: community._id },
      capacity: null,
    };
  }
}

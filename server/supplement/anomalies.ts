/** What the rules of `domain/supplement/anomaly` are judged by; every read is bounded. */
import { rulesOf } from '@domain/activity/shift';
import { minutesOf } from '@domain/attendance/credited-minutes';
import { without } from '@domain/time/interval';
import type { VolunteerId } from '@domain/kernel/identifiers';
import {
  judgeBurst,
  judgeCapacity,
  judgeManyAtOnce,
  judgeReach,
  NO_PACE,
  withEntry,
  type Anomaly,
  type PlacedVisit,
} from '@domain/supplement/anomaly';
import type { SchoolDeadline } from '@domain/supplement/supplement-rules';
import { civilDayOf, DAY_MS } from '@domain/time/civil-day';
import type { StoredDocument } from '../kernel/documents';
import type { Ports, Transaction } from '../kernel/ports';

type ShiftDocument = StoredDocument<'shifts'>;

/** As many as a person has in two days; beyond them the nearest decide. */
const NEIGHBOUR_LIMIT = 20;
/** No shift begins longer before its end than this (SHIFT_LIMITS), and nobody travels longer. */
const NEIGHBOUR_MS = DAY_MS;

export interface EnteredVisit {
  readonly shift: ShiftDocument;
  readonly volunteerId: VolunteerId;
  readonly checkInAt: number;
  readonly checkOutAt: number;
  readonly minutes: number;
  /** those of this entry that the sums know already: it has been entered before this judgement */
  readonly isStored: boolean;
}

/** 两地来不及 and 超过名额 × 时长: two round trips, of which the first asks three things at once. */
export async function judgeAround(ports: Ports, visit: EnteredVisit): Promise<Anomaly[]> {
  const [others, knownMinutes] = await Promise.all([
    placedVisitsAround(ports, visit),
    visit.shift.capacity === null ? 0 : knownMinutesOf(ports, visit),
  ]);
  const { shift, checkInAt, checkOutAt } = visit;
  const { startsAt, endsAt } = shift;
  const shiftMinutes = minutesOf(without([{ from: startsAt, to: endsAt }], rulesOf(shift).breaks));
  const own = placedVisitOf(shift, checkInAt, checkOutAt);
  const addedMinutes = visit.isStored ? 0 : visit.minutes;
  const found = [
    judgeReach(own, others),
    judgeCapacity({ capacity: shift.capacity, shiftMinutes, knownMinutes, addedMinutes }),
  ];
  return found.flatMap((one) => one ?? []);
}

function placedVisitOf({ title, place }: ShiftDocument, from: number, to: number): PlacedVisit {
  return { title, position: place.position, radiusMeters: place.radiusMeters, from, to };
}

async function placedVisitsAround(
  { database }: Ports,
  { shift, volunteerId, checkInAt, checkOutAt }: EnteredVisit,
): Promise<PlacedVisit[]> {
  const rows = await database.find('attendances', {
    where: {
      volunteerId,
      startsAt: { atLeast: checkInAt - NEIGHBOUR_MS, atMost: checkOutAt + NEIGHBOUR_MS },
    },
    orderBy: [
      ['startsAt', 'desc'],
      ['_id', 'asc'],
    ],
    limit: NEIGHBOUR_LIMIT,
  });
  const visits = rows.filter((one) => one.shiftId !== shift._id && one.state !== 'voided');
  const shifts = await database.getMany(
    'shifts',
    visits.map((one) => one.shiftId),
  );
  const shiftById = new Map(shifts.map((one) => [one._id, one]));
  return visits.flatMap(({ shiftId, checkIn, checkOut }) => {
    const other = shiftById.get(shiftId);
    if (other === undefined || checkIn === null) return [];
    return [placedVisitOf(other, checkIn.at, checkOut?.at ?? checkIn.at)];
  });
}

/** What the shift's people have been credited, and what is entered for it and not yet confirmed. */
async function knownMinutesOf({ database }: Ports, { shift }: EnteredVisit): Promise<number> {
  const shiftId = shift._id;
  const [credited, entered] = await Promise.all([
    database.sum('attendances', { shiftId, state: 'confirmed' }, 'creditedMinutes'),
    database.sum('supplements', { shiftId, group: { in: ['toCheck', 'toConfirm'] } }, 'minutes'),
  ]);
  return credited.sum + entered.sum;
}

/** 一人一分钟多人 and 截止日前突增, in the entering transaction, so that no entry is missed: four round trips. */
export async function judgePace(
  transaction: Transaction,
  who: { readonly openId: string; readonly teamId: string },
  now: number,
  deadlines: readonly SchoolDeadline[],
): Promise<Anomaly[]> {
  const today = civilDayOf(now);
  const maker = await keepPace(transaction, `maker:${who.openId}`, now);
  const team = await keepPace(transaction, `team:${who.teamId}`, now);
  const found = [judgeManyAtOnce(maker, now), judgeBurst(team, today, deadlines)];
  return found.flatMap((one) => one ?? []);
}

async function keepPace(transaction: Transaction, _id: string, now: number) {
  const known = await transaction.get('supplementPaces', _id);
  const { instants, days } = withEntry(known ?? NO_PACE, now, civilDayOf(now));
  await transaction.put('supplementPaces', { _id, instants: [...instants], days: [...days] });
  return { instants, days };
}

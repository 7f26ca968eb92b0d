/** 合并前看清后果 (RM1): what both registrations hold, and what becomes of it. Nothing is changed. */
import { LIVE_STATES } from '@domain/attendance/take-over';
import { attendanceIdOf, type VolunteerId } from '@domain/kernel/identifiers';
import { rejected, type Rejection } from '@domain/kernel/result';
import { MINUTE_MS } from '@domain/time/civil-day';
import type { Interval } from '@domain/time/interval';
import { MAXIMUM_CHILDREN } from '@domain/volunteer/guardianship';
import {
  membershipAfter,
  refusalOfMerge,
  sharedTraitsOf,
  type Likeness,
  type MergeRefusal,
} from '@domain/volunteer/merge';
import { serviceTotalsOf } from '../attendance/service-totals';
import { listUpcoming } from '../enrolment/cancel-upcoming';
import type { StoredDocument } from '../kernel/documents';
import type { Transaction } from '../kernel/ports';
import type { Handler, RequestContext } from '../kernel/procedure';
import { boundAccounts } from '../volunteer/accounts';
import { toFound } from './find-people';
import { logPeople, mayHandlePeople, officeKeysOf } from './office-scope';

type Volunteer = StoredDocument<'volunteers'>;
type Attendance = StoredDocument<'attendances'>;

/** The latest visits are compared; what is older is merged by the same rules, only not shown before. */
const COMPARED_VISITS = 500;

export interface Pair {
  readonly survivor: Volunteer;
  readonly other: Volunteer;
}

/** Four round trips; the people in somebody else's division are not found. */
export async function loadPair(
  reader: Pick<Transaction, 'get'>,
  context: RequestContext,
  survivorId: VolunteerId,
  otherId: VolunteerId,
): Promise<Pair | MergeRefusal | Rejection<'person.notFound'>> {
  const survivor = await reader.get('volunteers', survivorId);
  const other = await reader.get('volunteers', otherId);
  if (survivor === null || other === null) return rejected('person.notFound');
  if (!(await mayHandlePeople(context, [survivor, other]))) return rejected('person.notFound');
  const guardians = [await reader.get('guardians', survivorId), await reader.get('guardians', otherId)];
  const statuses = [survivor.status, other.status];
  const isActive = statuses.every((status) => status === 'active');
  const refusal = refusalOfMerge({
    isSame: survivorId === otherId,
    statuses,
    traits: isActive ? traitsOf(context, { survivor, other }) : [],
    childCount: new Set(guardians.flatMap((one) => one?.childIds ?? [])).size,
    mostChildren: MAXIMUM_CHILDREN,
  });
  return refusal ?? { survivor, other };
}

function traitsOf({ ports }: RequestContext, { survivor, other }: Pair) {
  const { secrets } = ports;
  const likeness = ({ name, phoneHash, phoneBox, birthDay, idNumberBox }: Volunteer): Likeness => ({
    ...{ name, birthDay },
    // Stored, the two may be of different keys.
    phoneHash: phoneHash === '' ? '' : secrets.hash('phone', secrets.open(phoneBox)),
    idNumber: secrets.open(idNumberBox),
  });
  return sharedTraitsOf(likeness(survivor), likeness(other));
}

/** Round trips: grants, four for the pair, then five of each side together, one of shifts, the access log. */
export const getMergePreview: Handler<'person.getMergePreview'> = async (input, context) => {
  const { database } = context.ports;
  const pair = await loadPair(database, context, input.survivorId, input.otherId);
  if ('kind' in pair) return pair;
  const { survivor, other } = pair;
  const [survivorSide, otherSide, ownVisits, otherVisits] = await Promise.all([
    sideOf(context, survivor),
    sideOf(context, other),
    latestVisits(context, survivor._id),
    latestVisits(context, other._id),
  ]);
  const known = new Set(ownVisits.map(({ _id }) => _id));
  const isShared = ({ shiftId }: Attendance) => known.has(attendanceIdOf(shiftId, survivor._id));
  const homes = officeKeysOf([survivor, other]);
  await logPeople(context, 'person.getMergePreview', [survivor._id, other._id], homes);
  return {
    survivor: survivorSide,
    other: otherSide,
    traits: traitsOf(context, pair),
    sameShiftCount: otherVisits.filter(isShared).length,
    overlapMinutes: overlapOf(
      ownVisits,
      otherVisits.filter((visit) => !isShared(visit)),
    ),
    registeredDay: membershipAfter(survivor, other).registeredDay,
  };
};

async function sideOf(context: RequestContext, volunteer: Volunteer) {
  const { ports } = context;
  const [totals, upcoming, guardian, accounts] = await Promise.all([
    serviceTotalsOf(ports, volunteer._id),
    listUpcoming(context, volunteer._id),
    ports.database.get('guardians', volunteer._id),
    boundAccounts(ports, volunteer._id),
  ]);
  return {
    ...toFound(ports, volunteer),
    ...totals,
    upcomingCount: upcoming.length,
    childCount: guardian?.childIds.length ?? 0,
    accountCount: accounts.ids.length,
  };
}

function latestVisits({ ports }: RequestContext, volunteerId: VolunteerId): Promise<Attendance[]> {
  return ports.database.find('attendances', {
    where: { volunteerId, state: { in: [...LIVE_STATES] } },
    orderBy: [
      ['startsAt', 'desc'],
      ['_id', 'asc'],
    ],
    limit: COMPARED_VISITS,
  });
}

/** Whole minutes of being at two shifts at once, within the times of both. */
function overlapOf(own: readonly Attendance[], others: readonly Attendance[]): number {
  const milliseconds = others.reduce((sum, visit) => {
    const shared = own.map((one) => overlapMs(within(one), within(visit)));
    return sum + shared.reduce((all, length) => all + length, 0);
  }, 0);
  return Math.floor(milliseconds / MINUTE_MS);
}

function within({ checkIn, checkOut, startsAt, endsAt }: Attendance): Interval {
  if (checkIn === null || checkOut === null) return { from: startsAt, to: startsAt };
  return { from: Math.max(checkIn.at, startsAt), to: Math.min(checkOut.at, endsAt) };
}

function overlapMs(one: Interval, other: Interval): number {
  return Math.max(0, Math.min(one.to, other.to) - Math.max(one.from, other.from));
}

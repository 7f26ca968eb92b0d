/**
 * 合并 as work with a state (RM3): visit by visit, each a transaction of its own, until nothing is left; then
 * the registration ends. What is done is seen from the documents, so an instance that dies leaves no gap,
 * two at once do nothing twice, and the timer `sweep` goes on where a request stopped.
 */
import { LIVE_STATES } from '@domain/attendance/take-over';
import { MAXIMUM_DAY_VISITS } from '@domain/attendance/service-day';
import type { AttendanceId } from '@domain/kernel/identifiers';
import { assert } from '@domain/kernel/result';
import { MINUTE_MS } from '@domain/time/civil-day';
import { membershipAfter } from '@domain/volunteer/merge';
import type { StoredDocument } from '../kernel/documents';
import type { Ports, Transaction } from '../kernel/ports';
import { markVolunteer } from '../statistics/mark';
import { homesOf } from '../volunteer/homes';
import { withoutIdentity } from '../volunteer/leave';
import { carrySupplements } from './carry-supplements';
import { takeOverVisit, type Merging } from './take-over-visit';

type PersonRequest = StoredDocument<'personRequests'>;

/** A visit is some twenty-five round trips; more would not be looked at before the time is over. */
const PAGE = 50;
/** Merges of one run of the timer, and how long it works on them: the functions' time is a minute. */
const MERGES_OF_A_RUN = 10;
export const RUN_MS = 20_000;
/** What began before the merge may write a visit for less than this; then it is looked at once more. */
const QUIET_MS = MINUTE_MS;

/** Timer: the earliest first. Returns how many it worked on. */
export async function workMerges(ports: Ports): Promise<number> {
  const until = ports.now() + RUN_MS;
  const found = await ports.database.find('personRequests', {
    where: { hasWork: true },
    orderBy: [
      ['askedAt', 'asc'],
      ['_id', 'asc'],
    ],
    limit: MERGES_OF_A_RUN,
  });
  for (const { _id } of found) await workMerge(ports, _id, until);
  return found.length;
}

/** Goes on until nothing is left or the time is over; whoever calls it again goes on from there. */
export async function workMerge(ports: Ports, id: string, until: number): Promise<void> {
  const request = await ports.database.get('personRequests', id);
  const merging = request === null ? null : mergingOf(request);
  if (request === null || merging === null) return;
  for (;;) {
    const found = await ports.database.find('attendances', {
      where: { volunteerId: merging.otherId, state: { in: [...LIVE_STATES] } },
      limit: PAGE,
    });
    for (const { _id } of found) {
      if (ports.now() >= until) return;
      await takeOver(ports, merging, _id);
    }
    if (found.length === 0) break;
  }
  await carrySupplements(ports, merging);
  await ports.database.transaction((transaction) => finish(transaction, ports, merging));
}

function mergingOf({ _id, volunteerId, otherId, checker, ...request }: PersonRequest): Merging | null {
  if (!request.hasWork || otherId === null || checker === null) return null;
  return {
    personRequestId: _id,
    survivorId: volunteerId,
    otherId,
    actor: checker.openId,
    requestId: request.decisionRequestId ?? '',
  };
}

/** What was credited earlier on the same day goes first; a day holds no more of it than this. */
async function takeOver(ports: Ports, merging: Merging, id: AttendanceId): Promise<void> {
  const waiting = [id];
  for (let turn = 0; turn <= 2 * MAXIMUM_DAY_VISITS && waiting.length > 0; turn += 1) {
    const next = waiting[waiting.length - 1] ?? id;
    const clock = { ports, now: ports.now() };
    const result = await ports.database.transaction((transaction) =>
      takeOverVisit(transaction, clock, merging, next),
    );
    if (result.kind === 'later') waiting.push(result.first);
    else waiting.pop();
  }
}

/** The registration ends; a minute later, when nothing came after it, the work does. */
async function finish(transaction: Transaction, ports: Ports, merging: Merging): Promise<void> {
  const now = ports.now();
  const { personRequestId, survivorId, otherId } = merging;
  const request = await transaction.get('personRequests', personRequestId);
  if (request?.hasWork !== true) return;
  if (request.mergedAt !== null) {
    if (now - request.mergedAt >= QUIET_MS)
      await transaction.put('personRequests', { ...request, hasWork: false });
    return;
  }
  const survivor = await transaction.get('volunteers', survivorId);
  const other = await transaction.get('volunteers', otherId);
  assert(survivor !== null && other?.status === 'merging', 'a merge under way has its two people');
  const { registeredAt, registeredDay, residences } = membershipAfter(survivor, other);
  const kept = { ...survivor, registeredAt, registeredDay, residences: [...residences] };
  await transaction.put('volunteers', kept);
  for (const home of homesOf(kept)) {
    if ((await transaction.get('homes', home._id)) === null) await transaction.add('homes', home);
  }
  await transaction.put('volunteers', { ...withoutIdentity(other, now), status: 'merged' });
  for (const id of [survivorId, otherId]) await markVolunteer(transaction, { ports, now }, id, null);
  await transaction.put('personRequests', { ...request, state: 'done', isOpen: false, mergedAt: now });
}

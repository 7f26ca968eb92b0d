/**
 * What a timer does for wakes, page by page: counts who is meant, assigns and invites, counts what came of
 * it. A run takes a wake for as long as it may last and moves it on by transactions that look at its `step`:
 * a run that dies anywhere, or beside another, is gone on with, and nothing is done twice.
 */
import { armOf } from '@domain/wake/arm';
import { SERVED_WITHIN_DAYS } from '@domain/wake/dormancy';
import { countyOf } from '@domain/geography/division';
import { addDays, civilDayOf, DAY_MS } from '@domain/time/civil-day';
import { mapInLanes } from '../kernel/map-in-lanes';
import type { Ports } from '../kernel/ports';
import { announce } from '../message/announce';
import { invitationOf } from '../message/message-document';
import {
  exclusionFor,
  judgeHomes,
  NO_COUNTS,
  townshipOf,
  withPage,
  type Judged,
  type WakeDocument,
} from './judge-homes';
import { measureMembers, NO_ARMS } from './measure';
import { openShiftsIn } from './open-shifts';
import { memberIdOf, standingOf } from './standing';

/** For all wakes: the imports of the same timer take thirty-five of its sixty seconds. */
const RUN_MS = 10_000;
/** Twice a run: whoever is overtaken is dead. */
const TAKEN_MS = 2 * RUN_MS;
const WAKES_AT_ONCE = 5;
const LANES = 8;
/** A late record counts on its day (ST15): so long after the last day that counts, the result follows it. */
const LATE_DAYS = 7;

/** One round trip when there is nothing to do. Returns how many steps were made. */
export async function workWakes(ports: Ports): Promise<number> {
  const deadlineAt = ports.now() + RUN_MS;
  const due = await ports.database.find('wakes', {
    where: { workAt: { atMost: ports.now() } },
    orderBy: [
      ['workAt', 'asc'],
      ['_id', 'asc'],
    ],
    limit: WAKES_AT_ONCE,
  });
  let stepCount = 0;
  for (const found of due) {
    if (found.takenUntil !== null && found.takenUntil > ports.now()) continue;
    let wake = await moveOn(ports, found, { takenUntil: ports.now() + TAKEN_MS });
    while (wake !== null && isDue(wake, ports.now()) && ports.now() < deadlineAt) {
      wake = await stepOf(ports, wake);
      stepCount += 1;
    }
    // The others have their turn before it goes on.
    const workAt = wake?.workAt ?? null;
    const next = workAt === null ? null : Math.max(workAt, ports.now());
    if (wake !== null) await moveOn(ports, wake, { takenUntil: null, workAt: next });
  }
  return stepCount;
}

function isDue({ workAt }: WakeDocument, now: number): boolean {
  return workAt !== null && workAt <= now;
}

/** Null: another run, or somebody's command, is further on. */
export function moveOn(
  ports: Pick<Ports, 'database'>,
  from: WakeDocument,
  changes: Partial<WakeDocument>,
): Promise<WakeDocument | null> {
  const moved: WakeDocument = { ...from, ...changes, step: from.step + 1 };
  return ports.database.transaction(async (transaction) => {
    const current = await transaction.get('wakes', from._id);
    if (current?.step !== from.step) return null;
    await transaction.put('wakes', moved);
    return moved;
  });
}

function stepOf(ports: Ports, wake: WakeDocument): Promise<WakeDocument | null> {
  switch (wake.phase) {
    case 'counting':
      return count(ports, wake);
    case 'inviting':
      return invite(ports, wake);
    case 'measuring':
      return measure(ports, wake);
    default:
      return moveOn(ports, wake, MEASURED_ANEW);
  }
}

/** What a walk over the members begins with. */
export const MEASURED_ANEW = { phase: 'measuring', cursor: '', walked: 0, measured: NO_ARMS } as const;

/** Nothing is written but the wake: who is meant may read it first (WK2). */
async function count(ports: Ports, wake: WakeDocument): Promise<WakeDocument | null> {
  const now = ports.now();
  const isFirst = wake.cursor === '';
  const openTownships = isFirst ? await openTownshipsOf(ports, wake, now) : wake.openTownships;
  const walking = { ...wake, openTownships };
  const page = await judgeHomes(ports, walking, wake.cursor || null, now);
  const counts = withPage(isFirst ? NO_COUNTS : wake.counts, page);
  const isWhole = page.nextCursor === null;
  return moveOn(ports, walking, {
    counts,
    walked: counts.examined,
    cursor: page.nextCursor ?? '',
    ...(isWhole ? { phase: 'ready', workAt: null, countedAt: now, walked: 0 } : {}),
  });
}

async function openTownshipsOf(ports: Ports, { divisionCode }: WakeDocument, now: number) {
  const shifts = await openShiftsIn(ports, countyOf(divisionCode), now);
  return [...new Set(shifts.map(({ place }) => townshipOf(place.divisionCode)))].sort();
}

/** Judged once more, since days lie between; each is assigned in a transaction of its own (WK3, WK4). */
async function invite(ports: Ports, wake: WakeDocument): Promise<WakeDocument | null> {
  const now = ports.now();
  const page = await judgeHomes(ports, wake, wake.cursor || null, now);
  const invitable = page.meant.filter(({ exclusion }) => exclusion === null);
  await mapInLanes(invitable, LANES, (one) => assign(ports, wake, one));
  const walked = wake.walked + page.homeCount;
  if (page.nextCursor !== null) return moveOn(ports, wake, { cursor: page.nextCursor, walked });
  return moveOn(ports, wake, { ...MEASURED_ANEW, assignedDay: civilDayOf(now) });
}

/** Round trips: begin, member, person, standing; two writes, three for the message, commit. */
export function assign(ports: Ports, wake: WakeDocument, judged: Judged): Promise<void> {
  const volunteerId = judged.volunteer._id;
  const memberId = memberIdOf(wake._id, volunteerId);
  return ports.database.transaction(async (transaction) => {
    const now = ports.now();
    if ((await transaction.get('wakeMembers', memberId)) !== null) return;
    const volunteer = await transaction.get('volunteers', volunteerId);
    const standing = await transaction.get('invitationStandings', volunteerId);
    if (volunteer === null || exclusionFor(volunteer, standing, now) !== null) return;
    const arm = armOf(ports.secrets.hash('wakeArm', memberId));
    const { home, past, opening, reachability, field } = judged;
    await transaction.add('wakeMembers', {
      ...{ _id: memberId, wakeId: wake._id, volunteerId, arm, assignedAt: now, openedAt: null },
      ...{ home, past, opening, reachability, field },
    });
    const { isOff, pausedUntil } = standingOf(standing);
    await transaction.put('invitationStandings', {
      ...{ _id: volunteerId, wakeId: wake._id, lastAt: now, isOff, pausedUntil },
    });
    if (arm === 'invited') await announce(transaction, { ports, now }, invitationOf(wake, volunteerId, now));
  });
}

async function measure(ports: Ports, wake: WakeDocument): Promise<WakeDocument | null> {
  const now = ports.now();
  const { arms, memberCount, nextCursor } = await measureMembers(ports, wake, now);
  const walked = wake.walked + memberCount;
  if (nextCursor !== null) return moveOn(ports, wake, { measured: arms, cursor: nextCursor, walked });
  const lateUntil = wake.assignedDay && addDays(wake.assignedDay, SERVED_WITHIN_DAYS + LATE_DAYS);
  const goesOn = lateUntil !== null && civilDayOf(now) < lateUntil;
  return moveOn(ports, wake, {
    ...{ phase: 'resting', cursor: '', walked, measured: NO_ARMS, result: { asOf: now, arms } },
    workAt: goesOn ? now + DAY_MS : null,
  });
}

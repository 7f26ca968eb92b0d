/**
 * What must hold at every moment, whatever went wrong before it: checked over everything stored, against the
 * moment before. Each returns what is wrong, in words.
 */
import { canMove } from '@domain/attendance/attendance';
import { lineClosesAt } from '@domain/activity/shift';
import type { Entry, Facts, Shift, Visit } from './facts';
import { INSTANCE_SKEW_MS } from './faults';

const SEATLESS: readonly Visit['state'][] = ['waiting', 'enrolmentCancelled', 'voided'];

/** One visit per shift and person, whatever its id says. */
export function visitComplaints({ visits }: Facts): string[] {
  const seen = new Map<string, string>();
  const complaints: string[] = [];
  for (const { _id, shiftId, volunteerId } of visits.values()) {
    const pair = `${shiftId} ${volunteerId}`;
    if (seen.has(pair))
      complaints.push(`two visits of one person at one shift: ${_id}, ${seen.get(pair) ?? ''}`);
    seen.set(pair, _id);
  }
  return complaints;
}

/** 流水: only added to, one entry per move along the diagram, ending in what the visit says. */
export function ledgerComplaints(facts: Facts, before: Facts | null): string[] {
  const complaints: string[] = [];
  for (const visit of facts.visits.values()) {
    const entries = facts.ledger.get(visit._id) ?? [];
    const last = entries[entries.length - 1];
    const isWhole = entries.length === visit.seq && entries.every(({ seq }, index) => seq === index + 1);
    const follows = entries.every(({ to }, index) => {
      const earlier = entries[index - 1];
      return earlier === undefined || canMove(earlier.to, to);
    });
    const isLed = last?.to === visit.state && last.creditedMinutes === visit.creditedMinutes;
    if (!isWhole || !follows || !isLed) complaints.push(`the ledger does not lead to ${visit._id}`);
    const kept = before?.ledger.get(visit._id) ?? [];
    if (kept.some((entry, index) => JSON.stringify(entry) !== JSON.stringify(entries[index])))
      complaints.push(`an entry of ${visit._id} was changed`);
  }
  for (const id of before?.visits.keys() ?? []) {
    if (!facts.visits.has(id)) complaints.push(`the visit ${id} is gone`);
  }
  return complaints;
}

/** AT13: counted as what they are, never more than there are. */
export function seatComplaints({ visits, shifts }: Facts): string[] {
  const holders = new Map<string, number>();
  for (const { shiftId, state } of visits.values()) {
    if (!SEATLESS.includes(state)) holders.set(shiftId, (holders.get(shiftId) ?? 0) + 1);
  }
  return [...shifts.values()].flatMap(({ _id, capacity, takenCount }) => {
    if (capacity === null) return [];
    const held = holders.get(_id) ?? 0;
    const complaints = [];
    if (held !== takenCount)
      complaints.push(`${_id}: ${String(held)} hold a seat, it says ${String(takenCount)}`);
    if (held > capacity) complaints.push(`${_id}: ${String(held)} seats of ${String(capacity)}`);
    return complaints;
  });
}

/** AT13.1, AT13.2: the line is who waits, in order; while somebody waits, nobody overtakes. */
export function lineComplaints(facts: Facts, before: Facts | null): string[] {
  const complaints: string[] = [];
  const waiting = new Map<string, string[]>();
  for (const { shiftId, volunteerId, state } of facts.visits.values()) {
    if (state === 'waiting') waiting.set(shiftId, [...(waiting.get(shiftId) ?? []), volunteerId]);
  }
  for (const shift of facts.shifts.values()) {
    const parties = facts.lines.get(shift._id)?.parties ?? [];
    const inLine = parties.flatMap(({ volunteerIds }) => volunteerIds);
    const wait = waiting.get(shift._id) ?? [];
    if (JSON.stringify([...inLine].sort()) !== JSON.stringify([...wait].sort()))
      complaints.push(`${shift._id}: the line and who waits differ`);
    if (inLine.length !== shift.waitingCount) complaints.push(`${shift._id}: it counts another line`);
    const numbers = parties.map(({ number }) => number);
    if (numbers.some((number, index) => number <= (numbers[index - 1] ?? 0)))
      complaints.push(`${shift._id}: the line is out of order`);
    if (before !== null) complaints.push(...overtakers(shift, facts, before));
  }
  return complaints;
}

/** Seats given since, though somebody who waited before then still waits. */
function overtakers(shift: Shift, facts: Facts, before: Facts): string[] {
  const numbersNow = new Set((facts.lines.get(shift._id)?.parties ?? []).map(({ number }) => number));
  const stayed = (before.lines.get(shift._id)?.parties ?? []).filter(({ number }) => numbersNow.has(number));
  const [first] = stayed;
  if (first === undefined || shift.state !== 'open') return [];
  const numberOf = new Map(
    (before.lines.get(shift._id)?.parties ?? []).flatMap(({ number, volunteerIds }) =>
      volunteerIds.map((id): [string, number] => [id, number]),
    ),
  );
  const closesAt = lineClosesAt(shift) - 2 * INSTANCE_SKEW_MS;
  return newEntries(shift, facts, before)
    .filter(({ to, at }) => to === 'enrolled' && at < closesAt)
    .filter(({ volunteerId }) => (numberOf.get(volunteerId) ?? Infinity) > first.number)
    .map(({ _id }) => `${_id}: overtook number ${String(first.number)} of the line`);
}

function newEntries(shift: Shift, facts: Facts, before: Facts): Entry[] {
  return [...facts.ledger]
    .filter(([id]) => facts.visits.get(id)?.shiftId === shift._id)
    .flatMap(([id, entries]) => entries.slice(before.ledger.get(id)?.length ?? 0));
}

/** When nothing is under way and the timer has run: no seat is free beside the first in line. */
export function owedSeats({ shifts }: Facts, now: number): string[] {
  return [...shifts.values()]
    .filter((shift) => shift.owesSeats && shift.state === 'open' && now < lineClosesAt(shift))
    .map(({ _id }) => `liveness: the first in line of ${_id} waits beside a free seat`);
}

/**
 * A shift that changed (AT14.2): the copies of it in attendances are brought up to date, and who was to come
 * is told, once (ME12). A timer walks over its people; runs may overlap, come twice and die anywhere.
 */
import { CHANGE_MARGIN_MS, isToldOfChange } from '@domain/activity/change-shift';
import { agreementOf } from '@domain/message/message-kind';
import type { ShiftId } from '@domain/kernel/identifiers';
import { shiftCopyOf } from '../attendance/attendance-document';
import { agreedAtOf } from '../enrolment/own-changes';
import type { StoredDocument } from '../kernel/documents';
import { mapInLanes } from '../kernel/map-in-lanes';
import type { Ports, Transaction } from '../kernel/ports';
import { announce } from './announce';
import {
  isPlannedAnew,
  saysWhatIsSo,
  seatGivenOf,
  shiftChangedOf,
  shiftSoonOf,
  toMessage,
  type MessageFact,
} from './message-document';

type Notice = StoredDocument<'changeNotices'>;
const SHIFTS_PER_RUN = 3;
/** People in one page; a person takes some ten round trips. */
const PAGE = 100;
/** Under way together: each waits for the cloud, not for the processor. */
const LANES = 8;
/** Of the sixty seconds that a run may last: what is due to be sent needs the rest. */
const WALKING_MS = 15_000;

/** One round trip when nothing changed. */
export async function tellChanges(ports: Ports): Promise<number> {
  const startedAt = ports.now();
  const open = await ports.database.find('changeNotices', {
    where: { isOpen: true },
    orderBy: [['_id', 'asc']],
    limit: SHIFTS_PER_RUN,
  });
  for (const first of open) {
    let notice: Notice | null = first;
    while (notice?.isOpen === true && ports.now() - startedAt < WALKING_MS) {
      notice = await walkPage(ports, notice);
    }
  }
  return open.length;
}

/** Attendances of a shift lie beside each other: their ids begin with it. Null: nothing more to do now. */
async function walkPage(ports: Ports, notice: Notice): Promise<Notice | null> {
  const { _id: shiftId, doneTo, changedAt } = notice;
  const beganAt = notice.beganAt ?? ports.now();
  const found = await ports.database.find('attendances', {
    where: { _id: { above: doneTo === '' ? `${shiftId}:` : doneTo, below: `${shiftId};` } },
    orderBy: [['_id', 'asc']],
    limit: PAGE,
  });
  const coming = found.filter(({ state }) => state === 'enrolled' || state === 'waiting');
  await mapInLanes(coming, Math.min(LANES, coming.length), ({ _id }) => renew(ports, shiftId, _id));
  const isLastPage = found.length < PAGE;
  // Who enrolled while it changed may have copied it as it was, at a place that this walk had passed.
  const isWhole = isLastPage && beganAt >= changedAt + CHANGE_MARGIN_MS;
  const next: Notice = isLastPage
    ? { ...notice, beganAt: null, doneTo: '', isOpen: !isWhole }
    : { ...notice, beganAt, doneTo: found[PAGE - 1]?._id ?? doneTo };
  const stored = await ports.database.transaction(async (transaction) => {
    const current = await transaction.get('changeNotices', shiftId);
    const isOurs = current?.isOpen === true && current.doneTo === doneTo && current.changedAt === changedAt;
    if (isOurs) await transaction.put('changeNotices', next);
    return isOurs;
  });
  return stored && !isLastPage ? next : null;
}

function renew(ports: Ports, shiftId: ShiftId, id: StoredDocument<'attendances'>['_id']): Promise<void> {
  return ports.database.transaction(async (transaction) => {
    const now = ports.now();
    const shift = await transaction.get('shifts', shiftId);
    const own = await transaction.get('attendances', id);
    if (shift === null || (own?.state !== 'enrolled' && own?.state !== 'waiting')) return;
    const copy = shiftCopyOf(shift);
    const isOld =
      own.startsAt !== copy.startsAt || own.endsAt !== copy.endsAt || own.placeName !== copy.placeName;
    if (isOld) await transaction.put('attendances', { ...own, ...copy });
    if (shift.state !== 'open') return;
    if (own.state === 'enrolled') {
      await replan(transaction, ports, shift, shiftSoonOf(shift, own.volunteerId, now), now);
      await replan(transaction, ports, shift, seatGivenOf(shift, own, now), now);
    }
    const isTold = isToldOfChange(shift.changes, agreedAtOf(own));
    const fact = isTold ? shiftChangedOf(shift, own.volunteerId, now) : null;
    if (fact !== null) await announce(transaction, { ports, now }, fact);
  });
}

/** What was planned and not sent says the new terms, at their time; nothing is planned that was not. */
async function replan(
  transaction: Transaction,
  ports: Ports,
  shift: StoredDocument<'shifts'>,
  fact: MessageFact | null,
  now: number,
): Promise<void> {
  const message = fact === null ? null : toMessage(fact, now);
  if (message === null || ports.messageTemplates[agreementOf(message.kind)] === undefined) return;
  const known = await transaction.get('messages', message._id);
  if (known === null || (known.state !== 'waiting' && !isPlannedAnew(known))) return;
  if (!saysWhatIsSo(known, shift))
    await transaction.put('messages', { ...message, createdAt: known.createdAt });
}

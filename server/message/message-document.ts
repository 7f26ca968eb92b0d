/** What a message says, whom, about what, and when: made of a fact, stored once (ME1). */
import {
  beforeStart,
  checkOutReminderOf,
  newsOf,
  reminderOf,
  sendAtOf,
  type Timing,
} from '@domain/message/send-time';
import { messageIdOf, type ToldKind } from '@domain/message/message-kind';
import { noteOf, thingOf } from '@domain/message/message-text';
import type { MessageState } from '@domain/message/send-outcome';
import type { VolunteerId } from '@domain/kernel/identifiers';
import type { StoredDocument } from '../kernel/documents';
import type { Transaction } from '../kernel/ports';

export type MessageDocument = StoredDocument<'messages'>;
type Shift = StoredDocument<'shifts'>;
type Attendance = StoredDocument<'attendances'>;
type Certificate = StoredDocument<'certificates'>;

export interface MessageFact extends Pick<
  MessageDocument,
  'volunteerId' | 'shiftId' | 'certificateId' | 'wakeId' | 'title' | 'placeName' | 'timeAt' | 'note'
> {
  readonly kind: ToldKind;
  /** tells this fact from every other of its kind and person */
  readonly fact: string;
  readonly timing: Timing;
}

function ofShift({ _id, title, startsAt, place }: Shift) {
  return {
    shiftId: _id,
    certificateId: null,
    title: thingOf(title),
    placeName: thingOf(place.name),
    timeAt: startsAt,
  };
}

/** Null: it is too late to remind anybody. */
export function shiftSoonOf(shift: Shift, volunteerId: VolunteerId, now: number): MessageFact | null {
  const timing = reminderOf(shift, now);
  const note = noteOf({ kind: 'shiftSoon' });
  return timing && { ...ofShift(shift), kind: 'shiftSoon', volunteerId, fact: shift._id, note, timing };
}

export function checkOutForgottenOf(shift: Shift, volunteerId: VolunteerId, now: number): MessageFact | null {
  const timing = checkOutReminderOf(shift, now);
  const note = noteOf({ kind: 'checkOutForgotten' });
  const said = { ...ofShift(shift), timeAt: shift.endsAt, note };
  return timing && { ...said, kind: 'checkOutForgotten', volunteerId, fact: shift._id, timing };
}

/** The move by which a seat came or a record was confirmed: one may lose it, and get it again. */
const moveFactOf = ({ shiftId, seq }: Attendance): string => `${shiftId}:${String(seq)}`;

/** Nothing has moved the attendance since, so the message says what is so (ME6). */
export function isOfLastMove(message: MessageDocument, attendance: Attendance): boolean {
  return message._id === messageIdOf(message.kind, moveFactOf(attendance), attendance.volunteerId);
}

export function seatGivenOf(shift: Shift, attendance: Attendance, now: number): MessageFact {
  const kind = 'seatGiven';
  return {
    ...ofShift(shift),
    kind,
    volunteerId: attendance.volunteerId,
    fact: moveFactOf(attendance),
    note: noteOf({ kind }),
    timing: beforeStart(shift, now),
  };
}

export function shiftCancelledOf(shift: Shift, volunteerId: VolunteerId, now: number): MessageFact {
  const kind = 'shiftCancelled';
  const note = noteOf({ kind, reason: shift.cancelReason ?? '' });
  return { ...ofShift(shift), kind, volunteerId, fact: shift._id, note, timing: beforeStart(shift, now) };
}

/** The change by its number: a later one is another fact (ME12). */
export function changeFactOf({ _id, changes = [] }: Shift): string {
  return `${_id}:${String(changes.length)}`;
}

/** Null: it never changed. */
export function shiftChangedOf(shift: Shift, volunteerId: VolunteerId, now: number): MessageFact | null {
  const before = shift.changes?.at(-1)?.before;
  if (before === undefined) return null;
  const kind = 'shiftChanged';
  const isTimeChanged = before.startsAt !== shift.startsAt || before.endsAt !== shift.endsAt;
  const isPlaceChanged =
    before.placeName !== shift.place.name || before.meetingPoint !== (shift.meetingPoint ?? '');
  const note = noteOf({ kind, isTimeChanged, isPlaceChanged: isPlaceChanged || !isTimeChanged });
  const said = { ...ofShift(shift), kind, volunteerId, fact: changeFactOf(shift), note } as const;
  return { ...said, timing: beforeStart(shift, now) };
}

/** A message made before a change says when and where it was (ME6). */
export function saysWhatIsSo(message: MessageDocument, shift: Shift): boolean {
  const { timeAt, placeName } = ofShift(shift);
  return message.timeAt === timeAt && message.placeName === placeName;
}

export function recordConfirmedOf(attendance: Attendance, now: number): MessageFact {
  const { shiftId, volunteerId, creditedMinutes: minutes } = attendance;
  const kind = 'recordConfirmed';
  return {
    kind,
    volunteerId,
    fact: moveFactOf(attendance),
    shiftId,
    certificateId: null,
    title: thingOf(attendance.title),
    placeName: thingOf(attendance.placeName),
    timeAt: attendance.startsAt,
    note: noteOf({ kind, minutes }),
    timing: newsOf(now),
  };
}

export function certificateReadyOf(certificate: Certificate, now: number): MessageFact {
  const { _id, volunteerId, issuerName, issuedAt } = certificate;
  const kind = 'certificateReady';
  return {
    kind,
    volunteerId,
    fact: _id,
    shiftId: null,
    certificateId: _id,
    title: thingOf(issuerName),
    placeName: thingOf('我的 › 我的证明'),
    timeAt: issuedAt,
    note: noteOf({ kind }),
    timing: newsOf(now),
  };
}

/** 邀请 (WK5): of a wake; the shifts are chosen when it is opened. */
export function invitationOf(
  { _id: wakeId, title, divisionName }: Pick<StoredDocument<'wakes'>, '_id' | 'title' | 'divisionName'>,
  volunteerId: VolunteerId,
  now: number,
): MessageFact {
  const kind = 'invitation';
  return {
    ...{ kind, volunteerId, fact: wakeId, wakeId, shiftId: null, certificateId: null },
    title: thingOf(title),
    placeName: thingOf(divisionName),
    timeAt: now,
    note: noteOf({ kind }),
    timing: newsOf(now),
  };
}

/** Null: there is no hour left that helps (ME5). */
export function toMessage({ fact, timing, ...said }: MessageFact, now: number): MessageDocument | null {
  const actAt = sendAtOf(said.kind, timing, now);
  if (actAt === null) return null;
  return {
    _id: messageIdOf(said.kind, fact, said.volunteerId),
    ...said,
    ...timing,
    createdAt: now,
    state: 'waiting',
    isOpen: true,
    actAt,
    attemptCount: 0,
    claim: null,
    errorCode: null,
    endedAt: null,
  };
}

/** These were never given to WeChat: agreed to again, they are planned again. */
const NEVER_TRIED: readonly MessageState[] = ['notAgreed', 'outdated', 'tooLate'];

export function isPlannedAnew(known: MessageDocument | null): boolean {
  return known === null || NEVER_TRIED.includes(known.state);
}

/** Two round trips, or one where it is there already. */
export async function addOnce(transaction: Transaction, message: MessageDocument): Promise<void> {
  const known = await transaction.get('messages', message._id);
  if (isPlannedAnew(known)) await transaction.put('messages', message);
}

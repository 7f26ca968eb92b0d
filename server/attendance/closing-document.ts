/** 收队 as it is stored (AT6): one document for each shift, changed with everything that it depends on. */
import { isRecorded, tolerancePercentOf } from '@domain/attendance/closing';
import { lineageOf } from '@domain/geography/division';
import type { StoredDocument } from '../kernel/documents';
import type { Ports, Transaction } from '../kernel/ports';
import { toShift } from './attendance-document';

type Closing = StoredDocument<'closings'>;
type ShiftDocument = StoredDocument<'shifts'>;
interface Clock {
  readonly ports: Pick<Ports, 'randomId'>;
  readonly now: number;
}

/** Whose grants may look at it: the team, and every division above the place. */
export function reviewerKeysOf(shift: ShiftDocument): string[] {
  return [...lineageOf(shift.place.divisionCode), shift.teamId];
}

/** Of a shift that has no closing yet. */
export function blankClosing(shift: ShiftDocument, now: number): Closing {
  return {
    _id: shift._id,
    shiftId: shift._id,
    title: shift.title,
    placeName: shift.place.name,
    startsAt: shift.startsAt,
    endsAt: shift.endsAt,
    state: 'unclosed',
    headCount: null,
    expectedCount: null,
    recordedCount: 0,
    tolerancePercent: tolerancePercentOf(toShift(shift)),
    closedAt: null,
    closedBy: null,
    closedByName: '',
    decisions: [],
    reviewerKeys: reviewerKeysOf(shift),
    isWaiting: false,
    askedAt: now,
    isSettling: true,
    version: '',
    changedAt: now,
  };
}

/** It is to be judged anew: by whoever changes how many people are expected or recorded. One write. */
export async function putUnsettled(transaction: Transaction, closing: Closing, clock: Clock): Promise<void> {
  const version = clock.ports.randomId();
  await transaction.put('closings', { ...closing, isSettling: true, version, changedAt: clock.now });
}

/** After a move of a shift that is closed: did the number of people with a record change? */
export async function noteRecorded(
  transaction: Transaction,
  clock: Clock,
  shift: Pick<ShiftDocument, '_id' | 'closing' | 'closingDueAt'>,
  before: Pick<StoredDocument<'attendances'>, 'state'> | null,
  after: Pick<StoredDocument<'attendances'>, 'state'>,
): Promise<void> {
  const isLookedAt = shift.closing !== undefined || shift.closingDueAt === null;
  if (!isLookedAt || isRecorded(before) === isRecorded(after)) return;
  const closing = await transaction.get('closings', shift._id);
  if (closing !== null) await putUnsettled(transaction, closing, clock);
}

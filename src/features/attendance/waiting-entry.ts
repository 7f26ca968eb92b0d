/** What this phone holds and the server does not know yet (AT5). */
import { evidenceSchema, type EvidenceInput } from '@contract/attendance.contract';
import { CODE_TOLERANCE_STEPS, codeStepAt, statedStepOf } from '@domain/attendance/check-in-code';
import { outbox } from '@/lib/outbox';
import type { OutboxEntry } from '@/lib/outbox-core';
import type { PresenceDeed } from '@/lib/presence-words';

export interface WaitingScan {
  readonly entry: OutboxEntry;
  readonly deed: PresenceDeed;
  readonly shiftId: string;
  readonly by: EvidenceInput;
  /** epoch ms by the server's clock as the phone knew it */
  readonly scannedAt: number | null;
}

/** The command of this deed that is stored on the device and not yet answered; the oldest of several. */
export function waitingEntryOf(deed: PresenceDeed, shiftId: string): OutboxEntry | null {
  const isMine = (scan: WaitingScan) => scan.deed === deed && scan.shiftId === shiftId;
  return waitingScansIn(outbox.list()).find(isMine)?.entry ?? null;
}

export function waitingScansIn(entries: readonly OutboxEntry[]): readonly WaitingScan[] {
  return entries.flatMap((entry) => {
    const deed = deedOf(entry);
    const [shiftId, scannedAt] = [valueIn(entry.input, 'shiftId'), valueIn(entry.input, 'scannedAt')];
    const by = evidenceSchema.safeParse(valueIn(entry.input, 'evidence'));
    if (deed === null || typeof shiftId !== 'string' || !by.success) return [];
    return [
      { entry, deed, shiftId, by: by.data, scannedAt: typeof scannedAt === 'number' ? scannedAt : null },
    ];
  });
}

/** A check-in of this shift is waiting, and `code` is another one: what is wanted now is to leave. */
export function isCheckInStored(shiftId: string, code: string | undefined): boolean {
  const isOther = ({ by }: WaitingScan) =>
    code !== undefined && (by.kind !== 'rotatingCode' || by.code !== code);
  const scans = waitingScansIn(outbox.list()).filter((scan) => scan.shiftId === shiftId);
  return scans.some((scan) => scan.deed === 'checkIn' && isOther(scan));
}

/** The children on a check-in of this shift that the server does not know yet. */
export function companionsStored(shiftId: string): readonly string[] {
  return waitingScansIn(outbox.list())
    .filter((scan) => scan.deed === 'checkIn' && scan.shiftId === shiftId)
    .flatMap(({ entry }) => {
      const ids = valueIn(entry.input, 'childIds');
      return Array.isArray(ids) ? ids.map(String) : [];
    });
}

/** Why what is stored may be refused later: a position proves no time, an old code proves another one. */
export type Doubt = 'position' | 'oldCode';

export function doubtOf(deed: PresenceDeed, shiftId: string): Doubt | null {
  const mine = waitingScansIn(outbox.list()).filter((scan) => scan.deed === deed && scan.shiftId === shiftId);
  if (mine.some(({ by }) => isPosition(by))) return 'position';
  return mine.some(isOldCode) ? 'oldCode' : null;
}

export const isPosition = ({ kind }: EvidenceInput): boolean => kind === 'location' || kind === 'placeCode';

/** By this phone's clock. */
function isOldCode({ by, scannedAt }: WaitingScan): boolean {
  const step = by.kind === 'rotatingCode' ? statedStepOf(by.code) : null;
  return step !== null && scannedAt !== null && Math.abs(codeStepAt(scannedAt) - step) > CODE_TOLERANCE_STEPS;
}

function deedOf({ procedure }: OutboxEntry): PresenceDeed | null {
  if (procedure === 'attendance.checkIn') return 'checkIn';
  return procedure === 'attendance.checkOut' ? 'checkOut' : null;
}

function valueIn(input: unknown, name: string): unknown {
  return typeof input === 'object' && input !== null ? Reflect.get(input, name) : undefined;
}

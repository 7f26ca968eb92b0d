import type { DivisionCode } from '@domain/kernel/identifiers';
import { tallyIdsOf, type Tally } from '@domain/statistics/tally';
import type { CivilDay } from '@domain/time/civil-day';
import { BusyError } from '../kernel/busy-error';
import type { Ports } from '../kernel/ports';

/**
 * The tally that says up to when the others are complete. It lies among them so that one read gets one
 * moment.
 */
export const FOLD_STATE_ID = 'asOf';

export interface TallyReading {
  readonly tallies: ReadonlyMap<string, Tally>;
  /** every fact stored before this instant is in the tallies */
  readonly asOf: number;
}

/**
 * One round trip for any number of divisions on a screen (at most 300), and `furtherIds` with them. Busy
 * until the first fold has run.
 */
export function readTallies(
  ports: Ports,
  divisionCodes: readonly DivisionCode[],
  day: CivilDay,
  furtherIds: readonly string[] = [],
): Promise<TallyReading> {
  const ids = divisionCodes.flatMap((divisionCode) => tallyIdsOf(divisionCode, day));
  return readTallyIds(ports, [...ids, ...furtherIds]);
}

/** At most 999 documents. */
export async function readTallyIds(ports: Ports, ids: readonly string[]): Promise<TallyReading> {
  const documents = await ports.database.getMany('tallies', [...new Set([FOLD_STATE_ID, ...ids])]);
  const tallies = new Map(documents.map(({ _id, cells }) => [_id, { tallyId: _id, cells }]));
  const asOf = documents.find(({ _id }) => _id === FOLD_STATE_ID)?.asOf;
  if (asOf === undefined) throw new BusyError('no fold has run yet');
  return { tallies, asOf };
}

/** Second comparison (ST41): what is counted of each shift against its records. */
import type { ShiftId } from '@domain/kernel/identifiers';
import type { ShiftFacts } from '@domain/statistics/shift-contribution';
import type { StoredDocument } from '../kernel/documents';
import type { Ports } from '../kernel/ports';
import { readRange } from '../kernel/read-range';
import { readBetweenBatches } from '../statistics/fold-batches';
import { shiftContributionIdOf, shiftFactsOf, toShiftFacts } from '../statistics/shift-facts';
import { shiftFindings, type Findings } from './findings';
import type { Progress } from './progress';
import { rangeOf, type Stretch } from './stretches';

type WrongShift = Progress['wrongShifts'][number];
type Contribution = StoredDocument<'shiftContributions'>;

/** so that the contributions of a stretch fit one answer, also when some are there twice */
export const SHIFT_STRETCH = 200;
/** One each, unless somebody has meddled. */
const MAXIMUM_CONTRIBUTIONS = 1000;
/** A backlog of the fold beyond it leaves the page unsettled: it is counted another time. */
const MAXIMUM_MARKS = 1000;

/**
 * Shifts by id, with contributions that have no shift. Round trips: 2, and for each stretch 6, whatever the
 * number of records. A shift is left to the fold when it has a mark, or a volunteer who served in it has.
 * Marks are read last, as for volunteers (docs/adr/0014-recount.md).
 */
export async function checkShifts(ports: Ports, stretches: readonly Stretch[]): Promise<Findings> {
  const { isSettled, value } = await readBetweenBatches(ports, () =>
    Promise.all(stretches.map((stretch) => checkStretch(ports, stretch))),
  );
  return shiftFindings(
    value.reduce((sum, { shiftCount }) => sum + shiftCount, 0),
    { isSettled, value: value.flatMap(({ wrong }) => wrong) },
    value.every(({ isWhole }) => isWhole),
  );
}

interface Page {
  readonly shiftCount: number;
  /** false: there were more marks than could be looked at */
  readonly isWhole: boolean;
  readonly wrong: readonly WrongShift[];
}

async function checkStretch(ports: Ports, stretch: Stretch): Promise<Page> {
  const { database } = ports;
  const { after, last } = stretch;
  const shifts = await readRange(ports, 'shifts', {}, rangeOf(stretch));
  const [known, stored] = await Promise.all([
    shiftFactsOf(ports, shifts),
    database.find('shiftContributions', {
      where: { shiftId: { above: after, ...(last === null ? {} : { atMost: last }) } },
      limit: MAXIMUM_CONTRIBUTIONS,
    }),
  ]);
  const ids = [...new Set([...shifts.map(({ _id }) => _id), ...stored.map(({ shiftId }) => shiftId)])];
  const inHand = await shiftsInHand(ports, ids);
  const factsById = new Map(known.map(({ shiftId, facts }) => [shiftId, facts]));
  const wrong = ids
    .filter((id) => !inHand.ids.has(id))
    .flatMap((id) =>
      compare(
        id,
        stored.filter(({ shiftId }) => shiftId === id),
        factsById.get(id) ?? null,
      ),
    );
  return { shiftCount: shifts.length, isWhole: inHand.isWhole, wrong };
}

async function shiftsInHand(
  ports: Ports,
  ids: readonly ShiftId[],
): Promise<{ readonly ids: ReadonlySet<string>; readonly isWhole: boolean }> {
  const [marks, volunteers] = await Promise.all([
    ports.database.getMany('dirtyShifts', ids),
    ports.database.find('dirtyVolunteers', { where: {}, limit: MAXIMUM_MARKS }),
  ]);
  const inHand = [...marks.map(({ _id }) => _id), ...volunteers.flatMap(({ shiftIds }) => shiftIds)];
  return { ids: new Set<string>(inHand), isWhole: volunteers.length < MAXIMUM_MARKS };
}

/** No contribution says the same as one of nobody: a shift that was never folded has none. */
function compare(shiftId: ShiftId, stored: readonly Contribution[], facts: ShiftFacts | null): WrongShift[] {
  const [own, ...further] = stored;
  const expected = facts === null || facts.qualifiedCount === 0 ? null : facts;
  const isSame =
    further.length === 0 && (own === undefined ? expected === null : isEqual(own, shiftId, facts));
  if (isSame) return [];
  const day = facts?.day ?? own?.day;
  if (day === undefined) return [];
  return [
    {
      shiftId,
      day,
      storedCount: stored.reduce((sum, one) => sum + one.qualifiedCount, 0),
      storedMinutes: stored.reduce((sum, one) => sum + one.minutes, 0),
      countedCount: facts?.qualifiedCount ?? 0,
      countedMinutes: facts?.minutes ?? 0,
    },
  ];
}

function isEqual(stored: Contribution, shiftId: ShiftId, facts: ShiftFacts | null): boolean {
  if (facts === null || stored._id !== shiftContributionIdOf(facts.placeCode, shiftId)) return false;
  const { accredited, ...rest } = toShiftFacts(stored);
  const { accredited: expected, ...expectedRest } = facts;
  const entries = Object.entries(expectedRest);
  return (
    accredited?.from === expected?.from &&
    accredited?.to === expected?.to &&
    rest.minutesBefore === expectedRest.minutesBefore &&
    rest.minutesAfter === expectedRest.minutesAfter &&
    entries.every(([key, value]) => Reflect.get(rest, key) === value)
  );
}

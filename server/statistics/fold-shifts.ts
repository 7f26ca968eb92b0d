/**
 * The figures by place and by project: each marked shift is counted anew – two numbers from one aggregation
 * over its records – and the difference is added to the tallies, in one transaction with its contribution and
 * its mark.
 */
import type { DivisionCode, ShiftId } from '@domain/kernel/identifiers';
import { shiftContributionOf, type ShiftFacts } from '@domain/statistics/shift-contribution';
import type { StoredDocument } from '../kernel/documents';
import type { Ports, Transaction } from '../kernel/ports';
import { loadAutomaticMinutes, storeAutomaticMinutes } from '../supplement/automatic-minutes';
import { countBatch } from './fold-batches';
import { lifeChangesOf } from './life-changes';
import { loadShiftFacts, shiftContributionIdOf, toShiftFacts } from './shift-facts';
import { addDifferences } from './tally-writes';

type Mark = StoredDocument<'dirtyShifts'>;

/** A shift writes some twenty documents: this many stay far below a transaction's 30 s. */
const BATCH = 10;
/** a hundred for each: far more than meddling leaves */
const MAXIMUM_STORED = 1000;

export function nextShiftMarks(ports: Ports): Promise<Mark[]> {
  return ports.database.find('dirtyShifts', {
    where: {},
    orderBy: [
      ['markedAt', 'asc'],
      ['_id', 'asc'],
    ],
    limit: BATCH,
  });
}

/** Returns how many of the marks this call has folded. */
export async function foldShiftBatch(ports: Ports, marks: readonly Mark[]): Promise<number> {
  const ids = marks.map(({ _id }) => _id);
  const [known, stored, automatic] = await Promise.all([
    loadShiftFacts(ports, ids),
    storedContributionsOf(ports, ids),
    loadAutomaticMinutes(ports, ids),
  ]);
  const factsById = new Map(known.map(({ shiftId, facts }) => [shiftId, facts]));
  return ports.database.transaction(async (transaction) => {
    const changed: DivisionCode[] = [];
    let folded = 0;
    for (const mark of marks) {
      const current = await transaction.get('dirtyShifts', mark._id);
      if (current?.version !== mark.version) continue;
      const before = stored.filter(({ shiftId }) => shiftId === mark._id);
      const facts = factsById.get(mark._id) ?? null;
      changed.push(...(await foldShift(ports, transaction, mark._id, before, facts)));
      const minutes = automatic.find(({ shiftId }) => shiftId === mark._id);
      if (minutes !== undefined) await storeAutomaticMinutes(transaction, minutes);
      await transaction.remove('dirtyShifts', mark._id);
      folded += 1;
    }
    if (folded > 0) await countBatch(transaction, changed);
    return folded;
  });
}

/** One, unless somebody has meddled; read before the transaction, they hold as long as the mark does. */
function storedContributionsOf(
  ports: Ports,
  shiftIds: readonly ShiftId[],
): Promise<StoredDocument<'shiftContributions'>[]> {
  return ports.database.find('shiftContributions', {
    where: { shiftId: { in: shiftIds } },
    limit: MAXIMUM_STORED,
  });
}

/** Returns the divisions whose tallies changed. */
async function foldShift(
  ports: Ports,
  transaction: Transaction,
  shiftId: ShiftId,
  stored: readonly StoredDocument<'shiftContributions'>[],
  facts: ShiftFacts | null,
): Promise<DivisionCode[]> {
  const _id = facts === null ? '' : shiftContributionIdOf(facts.placeCode, shiftId);
  const own = stored.find((one) => one._id === _id && isOfSameLife(one, facts)) ?? null;
  const changed: DivisionCode[] = [];
  for (const other of stored) {
    if (other === own) continue;
    changed.push(...(await replace(ports, transaction, toShiftFacts(other), null)));
    await transaction.remove('shiftContributions', other._id);
  }
  if (facts === null) return changed;
  const before = own === null ? null : toShiftFacts(own);
  changed.push(...(await replace(ports, transaction, before, facts)));
  await transaction.put('shiftContributions', { _id, shiftId, ...facts });
  return changed;
}

/** The same day, project and place of the project: its days and windows can be compared. */
function isOfSameLife(stored: ShiftFacts, facts: ShiftFacts | null): boolean {
  return (
    stored.day === facts?.day &&
    stored.projectId === facts.projectId &&
    stored.projectDivision === facts.projectDivision &&
    stored.isGrassroots === facts.isGrassroots &&
    stored.urbanRuralCode === facts.urbanRuralCode
  );
}

async function replace(
  ports: Ports,
  transaction: Transaction,
  before: ShiftFacts | null,
  after: ShiftFacts | null,
): Promise<DivisionCode[]> {
  const [was, is] = [shiftContributionOf(before), shiftContributionOf(after)];
  const life = await lifeChangesOf(transaction, before, after);
  const changes = [...is.changes, ...was.changes.map(negated), ...life.changes];
  await addDifferences(ports, transaction, {
    changes,
    projectChanges: [...is.projectChanges, ...was.projectChanges.map(negated), ...life.projectChanges],
  });
  return changes.map(({ divisionCode }) => divisionCode);
}

function negated<Row extends { readonly amount: number }>(row: Row): Row {
  return { ...row, amount: -row.amount };
}

/**
 * For each marked volunteer the contribution is computed anew from the facts and the difference to the stored
 * one is added to the tallies, in one transaction that also stores the new contribution, marks the shifts,
 * and takes the mark away – if the mark is still the one that was read.
 */
import {
  contributionOf,
  differenceOf,
  type Change,
  type VolunteerFacts,
} from '@domain/statistics/contribution';
import {
  participationChangesOf,
  participationsOf,
  type Participation,
} from '@domain/statistics/participation';
import { incrementsBetween, type ChannelIncrement } from '@domain/link/channel-sums';
import { referralOf, referralOfText, textOfReferral, type Referral } from '@domain/link/referral';
import type { ProjectChange } from '@domain/statistics/tally';
import type { ShiftId, VolunteerId } from '@domain/kernel/identifiers';
import { parseContributionText, toContributionText } from '../kernel/contribution-text';
import type { StoredDocument } from '../kernel/documents';
import type { Ports, Transaction } from '../kernel/ports';
import { addToChannelSums } from '../reach/channel-sums';
import { countBatch } from './fold-batches';
import {
  participationIdOf,
  participationsOfPeople,
  participationTextOf,
  toParticipation,
  toStoredDays,
} from './participations';
import { addDifferences } from './tally-writes';
import { loadFacts } from './volunteer-facts';

type Mark = StoredDocument<'dirtyVolunteers'>;

/** digits of a township's code */
const TOWNSHIP_LENGTH = 9;

export function nextVolunteerMarks(ports: Ports, limit: number): Promise<Mark[]> {
  return ports.database.find('dirtyVolunteers', {
    where: {},
    orderBy: [
      ['markedAt', 'asc'],
      ['_id', 'asc'],
    ],
    limit,
  });
}

/**
 * Returns how many of the marks this call has folded. What is stored of a volunteer changes only in a
 * transaction that takes the mark away: read before it, it holds as long as the mark does.
 */
export async function foldVolunteerBatch(ports: Ports, marks: readonly Mark[]): Promise<number> {
  const ids = marks.map((mark) => mark._id);
  const [facts, contributions, participations] = await Promise.all([
    loadFacts(ports, ids),
    ports.database.getMany('contributions', ids),
    participationsOfPeople(ports, ids),
  ]);
  const storedById = new Map(contributions.map((one) => [one._id, one]));
  const factsById = new Map(facts.map((one) => [one.standing.volunteerId, one]));
  return ports.database.transaction(async (transaction) => {
    const changes: Change[] = [];
    const projectChanges: ProjectChange[] = [];
    const passages: ChannelIncrement[] = [];
    const shiftsFrom = new Map<ShiftId, number>();
    let folded = 0;
    for (const mark of marks) {
      const current = await transaction.get('dirtyVolunteers', mark._id);
      if (current?.version !== mark.version) continue;
      const own = factsById.get(mark._id);
      const stored = storedById.get(mark._id) ?? null;
      const referral = own === undefined ? null : referralOf(own);
      changes.push(...(await storeContribution(transaction, mark._id, stored, own, referral)));
      passages.push(...incrementsBetween(referralOfText(stored?.referral ?? ''), referral));
      const before = participations
        .filter(({ volunteerId }) => volunteerId === mark._id)
        .map(toParticipation);
      const after = own === undefined ? [] : participationsOf(own);
      projectChanges.push(...(await storeParticipations(transaction, mark._id, before, after)));
      for (const shiftId of mark.shiftIds)
        shiftsFrom.set(shiftId, Math.min(mark.markedAt, shiftsFrom.get(shiftId) ?? mark.markedAt));
      await transaction.remove('dirtyVolunteers', mark._id);
      folded += 1;
    }
    for (const [shiftId, from] of shiftsFrom) await markShift(transaction, ports, shiftId, from);
    await addDifferences(ports, transaction, { changes, projectChanges });
    await addToChannelSums(transaction, passages);
    const changed = changes.map(({ divisionCode }) => divisionCode);
    if (folded > 0) await countBatch(transaction, changed);
    return folded;
  });
}

/**
 * Only the fold and repairs write these marks, so no check-out waits for another. `from`: since when the
 * shift may be counted wrongly; an earlier instant in the mark stays.
 */
export async function markShift(
  transaction: Transaction,
  ports: Pick<Ports, 'randomId'>,
  shiftId: ShiftId,
  from: number,
): Promise<void> {
  const known = await transaction.get('dirtyShifts', shiftId);
  const markedAt = Math.min(from, known?.markedAt ?? from);
  await transaction.put('dirtyShifts', { _id: shiftId, version: ports.randomId(), markedAt });
}

async function storeContribution(
  transaction: Transaction,
  volunteerId: VolunteerId,
  stored: StoredDocument<'contributions'> | null,
  facts: VolunteerFacts | undefined,
  referral: Referral | null,
): Promise<Change[]> {
  const changes = facts === undefined ? [] : contributionOf(facts);
  const difference = differenceOf(toChanges(stored), changes);
  await transaction.put('contributions', {
    ...{ _id: volunteerId, ...toStored(changes) },
    ...toStoredReferral(referral),
  });
  return difference;
}

/** A project's participants are distinct persons: a document each, +1 on the first and second day (ST19). */
async function storeParticipations(
  transaction: Transaction,
  volunteerId: VolunteerId,
  before: readonly Participation[],
  after: readonly Participation[],
): Promise<ProjectChange[]> {
  const isIn = (list: readonly Participation[], one: Participation): boolean =>
    list.some((other) => participationTextOf([other]) === participationTextOf([one]));
  const gone = before.filter((one) => !isIn(after, one));
  const come = after.filter((one) => !isIn(before, one));
  for (const { projectId } of gone) {
    const stays = after.some((one) => one.projectId === projectId);
    if (!stays) await transaction.remove('participations', participationIdOf(projectId, volunteerId));
  }
  for (const one of come) {
    const _id = participationIdOf(one.projectId, volunteerId);
    await transaction.put('participations', { _id, volunteerId, ...toStoredDays(one) });
  }
  return [...participationChangesOf(gone, -1), ...participationChangesOf(come)];
}

/** What is stored of one volunteer's contribution. */
export function toStored(changes: readonly Change[]): Omit<StoredDocument<'contributions'>, '_id'> {
  const townships = new Set(changes.map(({ divisionCode }) => divisionCode.slice(0, TOWNSHIP_LENGTH)));
  const [only = ''] = townships;
  const isOne = townships.size === 1 && only.length === TOWNSHIP_LENGTH;
  return { changes: toContributionText(changes), township: isOne ? only : '' };
}

/** The text of the referral; most people have none, and no field. */
export function toStoredReferral(
  referral: Referral | null,
): Pick<StoredDocument<'contributions'>, 'referral'> {
  return referral === null ? {} : { referral: textOfReferral(referral) };
}

/** The changes that are stored; none without a document. */
export function toChanges(stored: StoredDocument<'contributions'> | null | undefined): Change[] {
  return parseContributionText(stored?.changes ?? '');
}

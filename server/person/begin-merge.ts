/**
 * 合并的开始 (RM2, RM5): in one transaction the registration that ends stops being anybody's to act with. Its
 * accounts sign in to the survivor, its number is free, its cards are worthless, its children have the
 * survivor as their guardian. Its records go over afterwards, one by one (work-merges.ts).
 */
import type { VolunteerId } from '@domain/kernel/identifiers';
import { rejected, type Rejection } from '@domain/kernel/result';
import type { ErrorCode } from '@contract/error-codes';
import { endGuardianship } from '../guardian/end-guardianship';
import type { StoredDocument } from '../kernel/documents';
import type { Transaction } from '../kernel/ports';
import type { RequestContext } from '../kernel/procedure';
import { markVolunteer } from '../statistics/mark';
import { mergeMemberships } from '../team/merge-memberships';
import { accountOf, isClaimed, missesAccounts, type BoundAccounts } from '../volunteer/accounts';
import { personEntryIdOf } from '../volunteer/person-ledger';
import { withProfileOf } from '../volunteer/profile';
import { loadPair, type Pair } from './merge-preview';
import { removeIdentity } from '../volunteer/identities';
import { mergeStandings } from '../wake/standing';

/** as `cards.ts` begins to count */
const FIRST_CARD_VERSION = 1;

export interface Beginning {
  readonly survivorId: VolunteerId;
  readonly otherId: VolunteerId;
  readonly accounts: { readonly survivor: BoundAccounts; readonly other: BoundAccounts };
  readonly requestId: string;
}

/** Round trips: five to look, two for each account, six for each child, ten more. Null: it has begun. */
export async function beginMerge(
  transaction: Transaction,
  context: RequestContext,
  { survivorId, otherId, accounts, requestId }: Beginning,
): Promise<Rejection<ErrorCode> | null> {
  const { ports, now } = context;
  const pair = await loadPair(transaction, context, survivorId, otherId);
  if ('kind' in pair) return pair;
  const { survivor, other } = pair;
  for (const id of [...(survivor.mergedIds ?? []), ...(other.mergedIds ?? [])]) {
    if ((await transaction.get('volunteers', id))?.status === 'merging') return rejected('merge.underWay');
  }
  const isStale = missesAccounts(accounts.survivor, survivor) || missesAccounts(accounts.other, other);
  // A phone found one of the records meanwhile: asking again takes it along.
  if (isStale) return rejected('system.busy');
  const claimCount = (survivor.claimCount ?? 0) + 1;
  const mergedIds = [...(survivor.mergedIds ?? []), otherId, ...(other.mergedIds ?? [])];
  // A record of a roster that nobody has opened: what the person agreed to lies with the other one.
  const consents = isClaimed(survivor) ? survivor.consents : other.consents;
  const kept = withProfileOf({ ...survivor, consents, claimCount, mergedIds }, other, now);
  await transaction.put('volunteers', kept);
  const { profile: _profile, ...ending } = other;
  await transaction.put('volunteers', { ...ending, status: 'merging', mergedInto: survivorId });
  await mergeMemberships(transaction, context, kept);
  await removeIdentity(transaction, ports, ports.secrets.open(other.idNumberBox));
  for (const id of [...accounts.survivor.ids, ...accounts.other.ids]) {
    const account = await transaction.get('accounts', id);
    if (account === null || ![survivorId, otherId].includes(account.volunteerId)) continue;
    await transaction.put('accounts', accountOf(id, kept, account.boundAt));
  }
  const card = await transaction.get('volunteerCards', otherId);
  const version = (card?.version ?? FIRST_CARD_VERSION) + 1;
  await transaction.put('volunteerCards', { _id: otherId, version, replacedAt: now, requestId });
  await giveChildren(transaction, context, pair, requestId);
  await mergeStandings(transaction, pair.survivor._id, pair.other._id);
  await giveGuardian(transaction, context, pair, requestId);
  for (const volunteerId of [survivorId, otherId]) {
    await addEntry(transaction, context, volunteerId, requestId);
    await markVolunteer(transaction, context, volunteerId, null);
  }
  return null;
}

async function addEntry(
  transaction: Transaction,
  context: RequestContext,
  volunteerId: VolunteerId,
  requestId: string,
): Promise<void> {
  await transaction.add('personLedger', {
    _id: personEntryIdOf(context, 'merge', `${requestId}:${volunteerId}`),
    ...{ volunteerId, deed: 'merged', at: context.now, requestId, divisionCode: null, childIds: [] },
  });
}

/** RM5: whose guardian the one was, the other is, by an entry that ends a consent and one that gives it. */
async function giveChildren(
  transaction: Transaction,
  { now }: RequestContext,
  { survivor, other }: Pair,
  requestId: string,
): Promise<void> {
  const childIds = (await transaction.get('guardians', other._id))?.childIds ?? [];
  // The set is written anyway: adding a child at this moment clashes.
  await transaction.put('guardians', { _id: other._id, childIds: [] });
  const own = (await transaction.get('guardians', survivor._id))?.childIds ?? [];
  await transaction.put('guardians', { _id: survivor._id, childIds: [...new Set([...own, ...childIds])] });
  for (const childId of childIds) {
    const guardianship = await transaction.get('guardianships', childId);
    if (guardianship?.isInForce !== true || guardianship.guardianId !== other._id) continue;
    await handOver(transaction, guardianship, { guardianId: survivor._id, childId, requestId, now });
  }
}

interface HandingOver {
  readonly guardianId: VolunteerId;
  readonly childId: VolunteerId;
  readonly requestId: string;
  readonly now: number;
}
async function handOver(
  transaction: Transaction,
  known: StoredDocument<'guardianships'>,
  { guardianId, childId, requestId, now }: HandingOver,
): Promise<void> {
  const version = known.consentVersion;
  const entries = [
    { kind: 'revoked', guardianId: known.guardianId },
    { kind: 'given', guardianId },
  ] as const;
  for (const [place, entry] of entries.entries()) {
    const _id = `${childId}:${String(known.seq + place + 1)}`;
    await transaction.add('guardianConsents', { _id, childId, ...entry, version, at: now, requestId });
  }
  await transaction.put('guardianships', { ...known, guardianId, seq: known.seq + entries.length });
}

/** Who acts for the one that ends acts for the survivor, unless somebody does already. */
async function giveGuardian(
  transaction: Transaction,
  { now }: RequestContext,
  { survivor, other }: Pair,
  requestId: string,
): Promise<void> {
  const ward = await transaction.get('guardianships', other._id);
  if (ward?.isInForce !== true) return;
  const { guardianId, consentVersion } = ward;
  await endGuardianship(transaction, { guardianId, childId: other._id, requestId, now });
  const own = await transaction.get('guardianships', survivor._id);
  if (own?.isInForce === true || guardianId === survivor._id) return;
  const childId = survivor._id;
  const seq = (own?.seq ?? 0) + 1;
  await transaction.put('guardianships', { ...ward, _id: childId, isInForce: true, seq, useCount: 0 });
  const _id = `${childId}:${String(seq)}`;
  const entry = { _id, childId, guardianId, kind: 'given', version: consentVersion, at: now } as const;
  await transaction.add('guardianConsents', { ...entry, requestId });
  const childIds = (await transaction.get('guardians', guardianId))?.childIds ?? [];
  await transaction.put('guardians', { _id: guardianId, childIds: [...new Set([...childIds, childId])] });
}

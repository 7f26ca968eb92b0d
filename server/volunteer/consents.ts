/** 隐私与授权 (CO1–CO5): the volunteer's document says what is in force, 本人流水 what was said when. */
import { CONSENT_VERSIONS } from '@contract/consent.contract';
import type { ParsedInputOf } from '@contract/procedures';
import type { VolunteerId } from '@domain/kernel/identifiers';
import { rejected, type Rejection } from '@domain/kernel/result';
import { consentsAfter } from '@domain/volunteer/consent';
import { findKeptChild, isKept } from '../guardian/kept-child';
import type { StoredDocument } from '../kernel/documents';
import type { Transaction } from '../kernel/ports';
import { requireAccount, type Handler, type RequestContext } from '../kernel/procedure';
import { boundAccounts, locationVersionOf, missesAccounts, type BoundAccounts } from './accounts';
import { personEntryIdOf } from './person-ledger';

type Volunteer = StoredDocument<'volunteers'>;
type Input = ParsedInputOf<'volunteer.changeConsent'>;

/** Account, the person and the set of children, then the children together. */
export const listConsents: Handler<'volunteer.listConsents'> = async (_input, context) => {
  const { volunteerId } = await requireAccount(context);
  const { database } = context.ports;
  const [volunteer, guardian] = await Promise.all([
    database.get('volunteers', volunteerId),
    database.get('guardians', volunteerId),
  ]);
  if (volunteer?.status !== 'active') return rejected('volunteer.inactive');
  const childIds = guardian?.childIds ?? [];
  const children = childIds.length === 0 ? [] : await database.getMany('volunteers', childIds);
  return {
    consents: volunteer.consents,
    children: children
      .filter((child) => isKept(child, context.now))
      .map(({ _id, name, consents }) => ({ volunteerId: _id, name, consents })),
  };
};

/**
 * Round trips: account, begin, entry, (guardianship), volunteer; document, entry, commit; for the location
 * two before and two for every account.
 */
export const changeConsent: Handler<'volunteer.changeConsent'> = async (input, context) => {
  const { ports, now } = context;
  const { volunteerId: ownId } = await requireAccount(context);
  const { kind, isGiven, version, requestId } = input;
  if (isGiven && version !== CONSENT_VERSIONS[kind]) return rejected('consent.textChanged');
  const entryId = personEntryIdOf(context, 'consent', requestId);
  const accounts = kind === 'location' ? await boundAccounts(ports, input.childId ?? ownId) : null;
  return ports.database.transaction(async (transaction) => {
    const done = await transaction.get('personLedger', entryId);
    const volunteer = await personOf(transaction, context, input, ownId);
    if ('kind' in volunteer) return volunteer;
    const after = done === null ? consentsAfter(volunteer.consents, { kind, version, isGiven }, now) : null;
    const changed = { ...volunteer, consents: after ?? volunteer.consents };
    if (accounts !== null) {
      if (missesAccounts(accounts, volunteer)) return rejected('system.busy');
      await copyLocation(transaction, accounts, changed);
    }
    if (after === null) return { consents: volunteer.consents, outcome: 'already' as const };
    await transaction.put('volunteers', changed);
    await transaction.add('personLedger', {
      _id: entryId,
      volunteerId: volunteer._id,
      deed: isGiven ? 'consented' : 'consentRevoked',
      at: now,
      requestId,
      divisionCode: null,
      childIds: [],
      consents: [{ kind, version }],
    });
    return { consents: after, outcome: 'changed' as const };
  });
};

async function copyLocation(
  transaction: Transaction,
  { ids }: BoundAccounts,
  { _id: volunteerId, consents }: Volunteer,
): Promise<void> {
  const locationVersion = locationVersionOf(consents);
  for (const id of ids) {
    const account = await transaction.get('accounts', id);
    if (account?.volunteerId !== volunteerId || account.locationVersion === locationVersion) continue;
    await transaction.put('accounts', { ...account, locationVersion });
  }
}

/** Whose consent it is: one's own, or that of a child under 14 whose profile one keeps. */
async function personOf(
  transaction: Transaction,
  context: RequestContext,
  { childId }: Input,
  ownId: VolunteerId,
): Promise<Volunteer | Rejection<'child.notYours' | 'volunteer.inactive'>> {
  if (childId !== null) {
    const child = await findKeptChild(transaction, { childId, guardianId: ownId, now: context.now });
    return child ?? rejected('child.notYours');
  }
  const own = await transaction.get('volunteers', ownId);
  return own?.status === 'active' ? own : rejected('volunteer.inactive');
}

/** CO3: a position is taken only while its owner agrees; the account says so, which is read anyway. */
export async function refusePosition(
  context: RequestContext,
): Promise<Rejection<'consent.locationMissing'> | null> {
  const { locationVersion } = await requireAccount(context);
  return locationVersion === CONSENT_VERSIONS.location ? null : rejected('consent.locationMissing');
}

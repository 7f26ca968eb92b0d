/**
 * 认领: a person registered already proves the phone number on record, and this WeChat account becomes theirs.
 * Who was imported agrees to the consent text by it (IM9).
 */
import type { ParsedInputOf } from '@contract/procedures';
import { rejected } from '@domain/kernel/result';
import { civilDayOf } from '@domain/time/civil-day';
import { decideIdentity } from '@domain/volunteer/volunteer';
import type { StoredDocument } from '../kernel/documents';
import type { Transaction } from '../kernel/ports';
import { requireOpenId, type Handler, type RequestContext } from '../kernel/procedure';
import { accountOf, isClaimed } from './accounts';
import { personEntryIdOf } from './person-ledger';
import { toOwnVolunteer } from './volunteer-view';
import { findIdentity } from './identities';

type Volunteer = StoredDocument<'volunteers'>;

export const claim: Handler<'volunteer.claim'> = async (input, context) => {
  const { ports } = context;
  const openId = requireOpenId(context);
  const identity = decideIdentity(input.idNumber, civilDayOf(context.now));
  if (identity.kind === 'rejected') return identity;
  const record = await findIdentity(ports.database, ports, identity.text);
  const volunteer = record === null ? null : await ports.database.get('volunteers', record.volunteerId);
  const account = await context.actor.account();
  if (account !== null) {
    if (volunteer === null || account.volunteerId !== volunteer._id)
      return rejected('volunteer.accountTaken');
    return { volunteer: toOwnVolunteer(volunteer), outcome: 'already' };
  }
  const phone = await ports.platform.phoneNumberOf(input.phoneCode);
  if (phone === null) return rejected('volunteer.phoneCodeInvalid');
  // One answer for every mismatch: it must not tell a stranger which part was right.
  if (volunteer === null || volunteer.name !== input.name || volunteer.status !== 'active') {
    return rejected('volunteer.claimMismatch');
  }
  if (!ports.secrets.hashes('phone', phone).includes(volunteer.phoneHash))
    return rejected('volunteer.claimMismatch');
  return ports.database.transaction(async (transaction) => {
    // Read again inside: an import may be undone, or the person may have left meanwhile. Counted, so that
    // leaving misses no account.
    const current = await transaction.get('volunteers', volunteer._id);
    if (current?.status !== 'active') return rejected('volunteer.claimMismatch');
    const bound = await transaction.get('accounts', openId);
    if (bound !== null && bound.volunteerId !== current._id) return rejected('volunteer.accountTaken');
    if (bound === null) {
      const claimed = { ...current, claimCount: (current.claimCount ?? 0) + 1 };
      await transaction.put(
        'volunteers',
        isClaimed(current) ? claimed : await agree(input, context, transaction, claimed),
      );
      await transaction.add('accounts', accountOf(openId, current, context.now));
    }
    return { volunteer: toOwnVolunteer(current), outcome: 'claimed' as const };
  });
};

/** Of who was imported, once: the phone is proved, the text agreed to. One round trip. */
async function agree(
  { requestId, consentVersion }: ParsedInputOf<'volunteer.claim'>,
  context: RequestContext,
  transaction: Transaction,
  imported: Volunteer,
): Promise<Volunteer> {
  const basic = { kind: 'basic' as const, version: consentVersion };
  await transaction.add('personLedger', {
    _id: personEntryIdOf(context, 'claim', imported._id),
    ...{ volunteerId: imported._id, deed: 'consented', at: context.now, requestId },
    ...{ divisionCode: null, childIds: [], consents: [basic] },
  });
  return { ...imported, isPhoneVerified: true, consents: [{ ...basic, at: context.now }] };
}

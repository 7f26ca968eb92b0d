/**
 * 认领: a person registered already proves the phone number on record, and this WeChat account becomes theirs.
 * Who was imported agrees to the consent text by it (IM9).
 */
import { rejected } from '@domain/kernel/result';
import { civilDayOf } from '@domain/time/civil-day';
import { decideIdentity } from '@domain/volunteer/volunteer';
import { requireOpenId, type Handler } from '../kernel/procedure';
import { accountOf } from './register';
import { toOwnVolunteer } from './volunteer-view';

export const claim: Handler<'volunteer.claim'> = async (input, context) => {
  const { ports } = context;
  const openId = requireOpenId(context);
  const identity = decideIdentity(input.idNumber, civilDayOf(context.now));
  if (identity.kind === 'rejected') return identity;
  const record = await ports.database.get('identities', ports.secrets.hash('idNumber', identity.text));
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
  if (volunteer.phoneHash !== ports.secrets.hash('phone', phone)) return rejected('volunteer.claimMismatch');
  return ports.database.transaction(async (transaction) => {
    // Read again inside: an import may be undone meanwhile.
    const current = await transaction.get('volunteers', volunteer._id);
    if (current === null) return rejected('volunteer.claimMismatch');
    const bound = await transaction.get('accounts', openId);
    if (bound === null) await transaction.add('accounts', accountOf(openId, current, context.now));
    if (current.consents.length === 0) {
      const consents = [{ kind: 'basic' as const, version: input.consentVersion, at: context.now }];
      await transaction.put('volunteers', { ...current, consents, isPhoneVerified: true });
    }
    return { volunteer: toOwnVolunteer(current), outcome: 'claimed' as const };
  });
};

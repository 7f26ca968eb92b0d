/**
 * 注册: one person, one registration. The keyed hash of the id number is the id of a document, so two phones
 * racing for the same person clash in the database; the second is shown the way to claim, never a dead end.
 */
import { rejected, type Rejection } from '@domain/kernel/result';
import { civilDayOf } from '@domain/time/civil-day';
import { decideIdentity } from '@domain/volunteer/volunteer';
import { redactPhone } from '@domain/volunteer/redact';
import type { IdNumber } from '@domain/volunteer/id-number';
import type { ParsedInputOf } from '@contract/procedures';
import type { ErrorCode } from '@contract/error-codes';
import { pathNameOf } from '../geography/division-lookup';
import type { StoredDocument } from '../kernel/documents';
import { requireOpenId, type Handler, type RequestContext } from '../kernel/procedure';
import { markVolunteer } from '../statistics/mark';
import { originOfRegistration } from '../reach/registration-origin';
import { cityOf } from '../system/city';
import { accountOf } from './accounts';
import { homesOf } from './homes';
import { newVolunteer } from './new-volunteer';
import { personEntryIdOf } from './person-ledger';
import { toOwnVolunteer } from './volunteer-view';
import { addIdentity, findIdentity } from './identities';

type Input = ParsedInputOf<'volunteer.register'>;
type Volunteer = StoredDocument<'volunteers'>;

export const register: Handler<'volunteer.register'> = async (input, context) => {
  const openId = requireOpenId(context);
  const identity = decideIdentity(input.idNumber, civilDayOf(context.now));
  if (identity.kind === 'rejected') return identity;
  const known = await knownOutcome(context, openId, identity.text);
  if (known !== null) return known;
  const prepared = await prepareVolunteer(input, context, identity);
  if ('kind' in prepared) return prepared;
  return context.ports.database.transaction(async (transaction) => {
    // Read again inside: a retry, or a second phone, may have registered meanwhile.
    const taken = await findIdentity(transaction, context.ports, identity.text);
    const account = await transaction.get('accounts', openId);
    const known = await transaction.get('volunteers', taken?.volunteerId ?? prepared._id);
    if (account !== null) {
      if (known === null || account.volunteerId !== known._id) return rejected('volunteer.accountTaken');
      return { volunteer: toOwnVolunteer(known), outcome: 'already' as const };
    }
    if (taken !== null) return rejected('volunteer.duplicatePerson');
    // The request that registered them, come again after they left.
    if (known !== null) return rejected('volunteer.inactive');
    await addIdentity(transaction, context.ports, identity.text, prepared._id);
    await transaction.add('volunteers', prepared);
    for (const home of homesOf(prepared)) await transaction.add('homes', home);
    await transaction.add('accounts', accountOf(openId, prepared, context.now));
    await transaction.add('personLedger', entryOf(context, input.requestId, prepared));
    await markVolunteer(transaction, context, prepared._id, null);
    return { volunteer: toOwnVolunteer(prepared), outcome: 'registered' as const };
  });
};

/** What was agreed to when registering (CO1). */
function entryOf(
  context: RequestContext,
  requestId: string,
  { _id: volunteerId, consents }: Volunteer,
): StoredDocument<'personLedger'> {
  return {
    _id: personEntryIdOf(context, 'register', requestId),
    ...{ volunteerId, deed: 'consented', at: context.now, requestId },
    ...{ divisionCode: null, childIds: [] },
    consents: consents.map(({ kind, version }) => ({ kind, version })),
  };
}

/** Answers what needs no writing: this account's own registration again, or somebody else's id number. */
async function knownOutcome(context: RequestContext, openId: string, idNumber: string) {
  const { database } = context.ports;
  const [identity, account] = await Promise.all([
    findIdentity(database, context.ports, idNumber),
    database.get('accounts', openId),
  ]);
  if (account !== null && identity?.volunteerId === account.volunteerId) {
    const volunteer = await database.get('volunteers', account.volunteerId);
    if (volunteer === null) return rejected('volunteer.inactive');
    return { volunteer: toOwnVolunteer(volunteer), outcome: 'already' as const };
  }
  if (account !== null) return rejected('volunteer.accountTaken');
  return identity === null ? null : rejected('volunteer.duplicatePerson');
}

async function prepareVolunteer(
  input: Input,
  context: RequestContext,
  identity: IdNumber,
): Promise<Volunteer | Rejection<ErrorCode>> {
  const { ports } = context;
  const { cityCode } = await cityOf(ports);
  const division = await ports.database.get('divisions', input.communityCode);
  if (division === null || division.level !== 'community') return rejected('division.notFound');
  const isPhoneVerified = input.phone.kind === 'wechat';
  const phone =
    input.phone.kind === 'wechat'
      ? await ports.platform.phoneNumberOf(input.phone.code)
      : input.phone.phoneNumber;
  if (phone === null) return rejected('volunteer.phoneCodeInvalid');
  const origin = await originOfRegistration(ports, input);
  return newVolunteer(context, cityCode, identity, {
    name: input.name,
    phoneBox: ports.secrets.seal(phone),
    phoneHash: ports.secrets.hash('phone', phone),
    maskedPhone: redactPhone(phone),
    isPhoneVerified,
    divisionCode: division._id,
    divisionName: pathNameOf(division),
    consentVersion: input.consentVersion,
    channel: input.channel,
    ...(origin === null ? {} : { origin }),
    optionalConsents: input.optionalConsents,
    source: `${requireOpenId(context)}:${input.requestId}`,
  });
}

/**
 * 更正姓名、身份证号 (NC1–NC4): the keyed hash changes hands in the same transaction, so one person is one
 * registration at every moment; a number that somebody has already leads to merging.
 */
import { rejected, type Rejection } from '@domain/kernel/result';
import { civilDayOf } from '@domain/time/civil-day';
import { ageOn, readIdNumber, type IdNumber } from '@domain/volunteer/id-number';
import { redactName } from '@domain/volunteer/redact';
import { MINIMUM_OWN_REGISTRATION_AGE } from '@domain/volunteer/volunteer';
import type { ErrorCode } from '@contract/error-codes';
import type { StoredDocument } from '../kernel/documents';
import type { Transaction } from '../kernel/ports';
import type { RequestContext } from '../kernel/procedure';
import { missesAccounts, type BoundAccounts } from '../volunteer/accounts';
import { personEntryIdOf } from '../volunteer/person-ledger';
import { mayHandlePeople } from './office-scope';
import { addIdentity, findIdentity, removeIdentity } from '../volunteer/identities';

type Volunteer = StoredDocument<'volunteers'>;
type PersonRequest = StoredDocument<'personRequests'>;

export interface NewIdentity {
  readonly name: string | null;
  readonly idNumber: string | null;
}
interface Judged {
  /** null: the number stays */
  readonly identity: IdNumber | null;
}

/** May it be so? Two round trips for a number, none for a name. */
export async function judgeIdentity(
  reader: Pick<Transaction, 'get'>,
  context: RequestContext,
  volunteer: Volunteer,
  { name, idNumber }: NewIdentity,
): Promise<Judged | Rejection<ErrorCode>> {
  const { ports, now } = context;
  if (volunteer.status !== 'active') return rejected('volunteer.inactive');
  const isOtherName = name !== null && name !== volunteer.name;
  if (idNumber === null) return isOtherName ? { identity: null } : rejected('person.nothingChanges');
  const identity = readIdNumber(idNumber, civilDayOf(now));
  if (identity.kind === 'fault') return rejected('volunteer.idNumberInvalid', { fault: identity.fault });
  const isSame = identity.text === ports.secrets.open(volunteer.idNumberBox);
  if (isSame) return isOtherName ? { identity: null } : rejected('person.nothingChanges');
  const age = ageOn(identity.birthDay, civilDayOf(now));
  const isKept = (await reader.get('guardianships', volunteer._id))?.isInForce === true;
  if (age < MINIMUM_OWN_REGISTRATION_AGE && !isKept) {
    return rejected('volunteer.tooYoung', { age, minimumAge: MINIMUM_OWN_REGISTRATION_AGE });
  }
  const taken = await findIdentity(reader, ports, identity.text);
  return taken === null ? { identity } : refusalOfTaken(reader, context, taken.volunteerId);
}

/** Whose number it is is said to an office that may merge the two; to another only that it is taken. */
async function refusalOfTaken(
  reader: Pick<Transaction, 'get'>,
  context: RequestContext,
  volunteerId: Volunteer['_id'],
): Promise<Rejection<'person.idNumberTaken'>> {
  const holder = await reader.get('volunteers', volunteerId);
  const isHere = holder !== null && (await mayHandlePeople(context, [holder]));
  return rejected('person.idNumberTaken', isHere ? { volunteerNumber: holder.volunteerNumber } : {});
}

/** Round trips: three to look, two for each account, five more. The request as it is to be stored. */
export async function changeIdentity(
  transaction: Transaction,
  context: RequestContext,
  request: PersonRequest,
  accounts: BoundAccounts,
  requestId: string,
): Promise<PersonRequest | Rejection<ErrorCode>> {
  const { ports, now } = context;
  const volunteer = await transaction.get('volunteers', request.volunteerId);
  if (volunteer === null) return rejected('person.notFound');
  const open = (box: string | null) => (box === null ? null : ports.secrets.open(box));
  const wish = { name: open(request.nameBox), idNumber: open(request.idNumberBox) };
  const judged = await judgeIdentity(transaction, context, volunteer, wish);
  if ('kind' in judged) return judged;
  if (missesAccounts(accounts, volunteer)) return rejected('system.busy');
  const name = wish.name ?? volunteer.name;
  const changed = { ...volunteer, name, ...(await takeNumber(transaction, context, volunteer, judged)) };
  await transaction.put('volunteers', changed);
  const { birthDay } = changed;
  for (const id of accounts.ids) {
    const account = await transaction.get('accounts', id);
    if (account?.volunteerId !== volunteer._id) continue;
    await transaction.put('accounts', { ...account, maskedName: redactName(name), birthDay });
  }
  await transaction.add('personLedger', {
    _id: personEntryIdOf(context, 'identity', requestId),
    ...{ volunteerId: volunteer._id, deed: 'identityChanged', at: now, requestId },
    ...{ divisionCode: null, childIds: [] },
  });
  const before = { nameBox: ports.secrets.seal(volunteer.name), idNumberBox: volunteer.idNumberBox };
  return { ...request, before, state: 'done', isOpen: false };
}

/** NC2: the old hash leads to nobody, the new one to this person. */
async function takeNumber(
  transaction: Transaction,
  { ports }: RequestContext,
  { _id: volunteerId, idNumberBox }: Volunteer,
  { identity }: Judged,
): Promise<Partial<Pick<Volunteer, 'idNumberBox' | 'birthDay' | 'sex'>>> {
  if (identity === null) return {};
  await removeIdentity(transaction, ports, ports.secrets.open(idNumberBox));
  await addIdentity(transaction, ports, identity.text, volunteerId);
  const { birthDay, sex } = identity;
  return { idNumberBox: ports.secrets.seal(identity.text), birthDay, sex };
}

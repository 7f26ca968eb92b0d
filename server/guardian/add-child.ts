/** 添加孩子 (GU1, GU2): a child's profile, or the recorded consent to what a youth does. */
import { rejected } from '@domain/kernel/result';
import type { VolunteerId } from '@domain/kernel/identifiers';
import { civilDayOf } from '@domain/time/civil-day';
import { decideWard, MAXIMUM_CHILDREN } from '@domain/volunteer/guardianship';
import type { IdNumber } from '@domain/volunteer/id-number';
import type { ParsedInputOf } from '@contract/procedures';
import type { StoredDocument } from '../kernel/documents';
import type { Transaction } from '../kernel/ports';
import { requireAccount, type Handler, type RequestContext } from '../kernel/procedure';
import { markVolunteer } from '../statistics/mark';
import { cityOf } from '../system/city';
import { homesOf } from '../volunteer/homes';
import { newVolunteer } from '../volunteer/new-volunteer';
import { addIdentity, findIdentity } from '../volunteer/identities';

type Input = ParsedInputOf<'guardian.addChild'>;
type Volunteer = StoredDocument<'volunteers'>;

export const addChild: Handler<'guardian.addChild'> = async (input, context) => {
  const { ports, now } = context;
  const { volunteerId: guardianId } = await requireAccount(context);
  const guardian = await ports.database.get('volunteers', guardianId);
  if (guardian?.status !== 'active') return rejected('volunteer.inactive');
  const ward = decideWard(guardian.birthDay, input.idNumber, civilDayOf(now));
  if (ward.kind === 'rejected') return ward;
  const { identity, needsProfile } = ward;
  const { cityCode } = await cityOf(ports);
  const profile = needsProfile ? profileOf(context, cityCode, identity, input, guardian) : null;
  return ports.database.transaction(async (transaction) => {
    // Read again inside: the guardian may have left meanwhile (RG10).
    const self = await transaction.get('volunteers', guardianId);
    if (self?.status !== 'active') return rejected('volunteer.inactive');
    const known = await findIdentity(transaction, ports, identity.text);
    const child = known === null ? profile : await transaction.get('volunteers', known.volunteerId);
    // One answer for every mismatch: it must not tell a stranger who is registered.
    if (child === null || child.name !== input.name || child.status !== 'active') {
      return rejected('child.mismatch');
    }
    // The request that added the child, come again after it was taken out (RG10).
    const isGone = known === null && (await transaction.get('volunteers', child._id)) !== null;
    if (isGone) return rejected('child.mismatch');
    const before = await transaction.get('guardianships', child._id);
    if (before?.isInForce === true) {
      if (before.guardianId !== guardianId) return rejected('child.hasGuardian');
      return { childId: child._id, outcome: 'already' as const };
    }
    const children = (await transaction.get('guardians', guardianId))?.childIds ?? [];
    if (children.length >= MAXIMUM_CHILDREN) return rejected('child.tooMany', { maximum: MAXIMUM_CHILDREN });
    if (known === null) await addProfile(transaction, context, identity, child);
    await transaction.put('guardians', { _id: guardianId, childIds: [...children, child._id] });
    await addConsent(transaction, context, input, { guardianId, childId: child._id, seq: before?.seq ?? 0 });
    return { childId: child._id, outcome: 'added' as const };
  });
};

/** Home and phone are the guardian's: with that phone the child claims the record one day (RG3). */
function profileOf(
  context: RequestContext,
  cityCode: Parameters<typeof newVolunteer>[1],
  identity: IdNumber,
  input: Input,
  guardian: Volunteer,
): Volunteer {
  const { phoneBox, phoneHash, maskedPhone, isPhoneVerified, divisionName, residences } = guardian;
  const home = residences[residences.length - 1];
  if (home === undefined) throw new Error('invariant broken: a volunteer has a residence');
  return newVolunteer(context, cityCode, identity, {
    name: input.name,
    phoneBox,
    phoneHash,
    maskedPhone,
    isPhoneVerified,
    divisionCode: home.divisionCode,
    divisionName,
    consentVersion: input.consentVersion,
    channel: 'guardian',
    optionalConsents: [],
    source: `${guardian._id}:child:${input.requestId}`,
  });
}

async function addProfile(
  transaction: Transaction,
  context: RequestContext,
  identity: IdNumber,
  child: Volunteer,
): Promise<void> {
  await addIdentity(transaction, context.ports, identity.text, child._id);
  await transaction.add('volunteers', child);
  for (const home of homesOf(child)) await transaction.add('homes', home);
  await markVolunteer(transaction, context, child._id, null);
}

interface Consent {
  readonly guardianId: VolunteerId;
  readonly childId: VolunteerId;
  readonly seq: number;
}

async function addConsent(
  transaction: Transaction,
  { now }: RequestContext,
  input: Input,
  { guardianId, childId, seq }: Consent,
): Promise<void> {
  const { consentVersion, relation, requestId } = input;
  await transaction.put('guardianships', {
    _id: childId,
    guardianId,
    relation,
    isInForce: true,
    consentVersion,
    consentedAt: now,
    seq: seq + 1,
    useCount: 0,
  });
  await transaction.add('guardianConsents', {
    _id: `${childId}:${String(seq + 1)}`,
    childId,
    guardianId,
    kind: 'given',
    version: consentVersion,
    at: now,
    requestId,
  });
}

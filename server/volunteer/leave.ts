/**
 * 注销 (RG10): what says who somebody is goes, what was served stays counted. Who has left is nobody's account
 * and no id number's any more, so the same person may register anew.
 */
import type { VolunteerId } from '@domain/kernel/identifiers';
import { rejected, type Rejection } from '@domain/kernel/result';
import { civilDayOf } from '@domain/time/civil-day';
import { coarseBirthDay, leftDayOf } from '@domain/volunteer/leave';
import { cancelUpcoming, listUpcoming } from '../enrolment/cancel-upcoming';
import { endGuardianship } from '../guardian/end-guardianship';
import { findKeptChild } from '../guardian/kept-child';
import { forgetOrders } from '../demand/forget-orders';
import type { StoredDocument } from '../kernel/documents';
import type { Transaction } from '../kernel/ports';
import { requireAccount, requireOpenId, type Handler, type RequestContext } from '../kernel/procedure';
import { forgetAgreements, forgetMessages } from '../message/forget-messages';
import { markVolunteer } from '../statistics/mark';
import { copySaid } from '../team/said';
import { boundAccounts, missesAccounts, type BoundAccounts } from './accounts';
import { personEntryIdOf } from './person-ledger';
import { removeIdentity } from './identities';

type Volunteer = StoredDocument<'volunteers'>;

/** Account, (guardianship,) who leaves; then what is open, what is ahead and the children, together. */
export const getLeaving: Handler<'volunteer.getLeaving'> = async (input, context) => {
  const { volunteerId: ownId } = await requireAccount(context);
  const { database } = context.ports;
  const leaver = await leaverOf(database, context, input.childId, ownId);
  if ('kind' in leaver) return leaver;
  const [openVisit, upcoming, guardian] = await Promise.all([
    findOpenVisit(context, leaver._id),
    listUpcoming(context, leaver._id),
    database.get('guardians', leaver._id),
  ]);
  const childIds = guardian?.childIds ?? [];
  const children = childIds.length === 0 ? [] : await database.getMany('volunteers', childIds);
  return {
    name: leaver.name,
    openVisit: openVisit === null ? null : { shiftId: openVisit.shiftId, title: openVisit.title },
    upcomingCount: upcoming.length,
    childNames: children.map(({ name }) => name),
  };
};

/** Oneself, or a child under 14 whose profile one keeps. */
async function leaverOf(
  reader: Pick<Transaction, 'get'>,
  { now }: RequestContext,
  childId: VolunteerId | null,
  ownId: VolunteerId,
): Promise<Volunteer | Rejection<'volunteer.inactive' | 'child.notYours'>> {
  if (childId !== null) {
    return (await findKeptChild(reader, { childId, guardianId: ownId, now })) ?? rejected('child.notYours');
  }
  const own = await reader.get('volunteers', ownId);
  return own?.status === 'active' ? own : rejected('volunteer.inactive');
}

async function findOpenVisit(
  { ports }: RequestContext,
  volunteerId: VolunteerId,
): Promise<StoredDocument<'attendances'> | null> {
  const where = { volunteerId, state: 'checkedIn' };
  const [visit] = await ports.database.find('attendances', { where, limit: 1 });
  return visit ?? null;
}

/**
 * Seats go back first, so that an instance that dies leaves nobody's seat taken; then the person leaves in
 * one transaction; then what was taken meanwhile goes back, and what was to be told is dropped. Sent again,
 * it finds its entry and does the last once more.
 */
export const leave: Handler<'volunteer.leave'> = async (input, context) => {
  const { requestId } = input;
  const { database } = context.ports;
  const entryId = personEntryIdOf(context, 'leave', requestId);
  const done = await database.get('personLedger', entryId);
  if (done !== null) {
    await giveBack(context, [done.volunteerId, ...done.childIds], requestId);
    await forgetMessages(context.ports, done.volunteerId);
    await forgetOrders(context, done.volunteerId);
    return { outcome: 'already' };
  }
  const account = await context.actor.account();
  if (account === null) return rejected('actor.registrationRequired');
  const whom = { childId: input.childId, ownId: account.volunteerId };
  const leaver = await leaverOf(database, context, whom.childId, whom.ownId);
  if ('kind' in leaver) return leaver;
  const volunteerId = leaver._id;
  const [openVisit, guardian] = await Promise.all([
    findOpenVisit(context, volunteerId),
    database.get('guardians', volunteerId),
  ]);
  if (openVisit !== null) return rejected('volunteer.visitOpen', { title: openVisit.title });
  await giveBack(context, [volunteerId, ...(guardian?.childIds ?? [])], requestId);
  const accounts = await boundAccounts(context.ports, volunteerId);
  const left = await database.transaction((transaction) =>
    leaveIn(transaction, context, { ...whom, accounts, entryId, requestId }),
  );
  if ('kind' in left) return left;
  await giveBack(context, [volunteerId, ...left.childIds], requestId);
  await forgetMessages(context.ports, volunteerId);
  await forgetOrders(context, volunteerId);
  return { outcome: left.isNew ? 'left' : 'already' };
};

async function giveBack(
  context: RequestContext,
  volunteerIds: readonly VolunteerId[],
  requestId: string,
): Promise<void> {
  const actor = requireOpenId(context);
  for (const volunteerId of volunteerIds) await cancelUpcoming(context, volunteerId, { requestId, actor });
}

interface Goer {
  readonly childId: VolunteerId | null;
  readonly ownId: VolunteerId;
  readonly accounts: BoundAccounts;
  readonly entryId: string;
  readonly requestId: string;
}
interface Left {
  readonly childIds: readonly VolunteerId[];
  readonly isNew: boolean;
}

async function leaveIn(
  transaction: Transaction,
  context: RequestContext,
  { childId, ownId, accounts, entryId, requestId }: Goer,
): Promise<Left | Rejection<'volunteer.inactive' | 'child.notYours' | 'system.busy'>> {
  const { ports, now } = context;
  const done = await transaction.get('personLedger', entryId);
  if (done !== null) return { childIds: done.childIds, isNew: false };
  const volunteer = await leaverOf(transaction, context, childId, ownId);
  if ('kind' in volunteer) return volunteer;
  const volunteerId = volunteer._id;
  // A phone found the record meanwhile: leaving again lets that go, too.
  if (missesAccounts(accounts, volunteer)) return rejected('system.busy');
  await removeIdentity(transaction, ports, ports.secrets.open(volunteer.idNumberBox));
  for (const id of accounts.ids) {
    if ((await transaction.get('accounts', id))?.volunteerId === volunteerId) {
      await transaction.remove('accounts', id);
    }
  }
  await forgetAgreements(transaction, volunteerId);
  const childIds = await endGuardianships(transaction, context, volunteerId, requestId);
  const gone = withoutIdentity(volunteer, now);
  await transaction.put('volunteers', gone);
  await copySaid(transaction, ports, gone);
  await transaction.add('personLedger', {
    ...{ _id: entryId, volunteerId, deed: 'left', at: now, requestId, divisionCode: null },
    childIds: [...childIds],
  });
  await markVolunteer(transaction, context, volunteerId, null);
  return { childIds, isNew: true };
}

/** Of children acted for, and of the youth who leaves. The set is written anyway: adding a child clashes. */
async function endGuardianships(
  transaction: Transaction,
  { now }: RequestContext,
  volunteerId: VolunteerId,
  requestId: string,
): Promise<VolunteerId[]> {
  const childIds = (await transaction.get('guardians', volunteerId))?.childIds ?? [];
  for (const childId of childIds) {
    await endGuardianship(transaction, { guardianId: volunteerId, childId, requestId, now });
  }
  await transaction.put('guardians', { _id: volunteerId, childIds: [] });
  const own = await transaction.get('guardianships', volunteerId);
  if (own?.isInForce === true) {
    const { guardianId } = own;
    await endGuardianship(transaction, { guardianId, childId: volunteerId, requestId, now });
  }
  return childIds;
}

/** What is left is counted: when and where somebody was registered, sex, and the year of birth. */
export function withoutIdentity(volunteer: Volunteer, now: number): Volunteer {
  const { profile: _profile, ...counted } = volunteer;
  return {
    ...counted,
    name: '',
    birthDay: coarseBirthDay(volunteer.birthDay),
    idNumberBox: '',
    phoneBox: '',
    phoneHash: '',
    maskedPhone: '',
    isPhoneVerified: false,
    status: 'cancelled',
    leftDay: leftDayOf(volunteer.registeredDay, civilDayOf(now)),
  };
}

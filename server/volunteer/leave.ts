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
import type { StoredDocument } from '../kernel/documents';
import type { Transaction } from '../kernel/ports';
import { requireAccount, requireOpenId, type Handler, type RequestContext } from '../kernel/procedure';
import { markVolunteer } from '../statistics/mark';
import { personEntryIdOf } from './person-ledger';

type Volunteer = StoredDocument<'volunteers'>;

/** Phones one person has found the record with; more are not in use. */
const MAXIMUM_ACCOUNTS = 50;

/** Account, then what is open, what is ahead and the children, together. */
export const getLeaving: Handler<'volunteer.getLeaving'> = async (_input, context) => {
  const { volunteerId } = await requireAccount(context);
  const { database } = context.ports;
  const [openVisit, upcoming, guardian] = await Promise.all([
    findOpenVisit(context, volunteerId),
    listUpcoming(context, volunteerId),
    database.get('guardians', volunteerId),
  ]);
  const childIds = guardian?.childIds ?? [];
  const children = childIds.length === 0 ? [] : await database.getMany('volunteers', childIds);
  return {
    openVisit: openVisit === null ? null : { shiftId: openVisit.shiftId, title: openVisit.title },
    upcomingCount: upcoming.length,
    childNames: children.map(({ name }) => name),
  };
};

async function findOpenVisit(
  { ports }: RequestContext,
  volunteerId: VolunteerId,
): Promise<StoredDocument<'attendances'> | null> {
  const where = { volunteerId, state: 'checkedIn' };
  const [visit] = await ports.database.find('attendances', { where, limit: 1 });
  return visit ?? null;
}

/**
 * Seats go back first, so that an instance that dies leaves nobody's seat taken; then the person leaves in one
 * transaction; then what was taken meanwhile goes back. Sent again, it finds its entry and does the last again.
 */
export const leave: Handler<'volunteer.leave'> = async (input, context) => {
  const { requestId } = input;
  const { database } = context.ports;
  const entryId = personEntryIdOf(context, requestId);
  const done = await database.get('personLedger', entryId);
  if (done !== null) {
    await giveBack(context, [done.volunteerId, ...done.childIds], requestId);
    return { outcome: 'already' };
  }
  const account = await context.actor.account();
  if (account === null) return rejected('actor.registrationRequired');
  const { volunteerId } = account;
  const [volunteer, openVisit] = await Promise.all([
    database.get('volunteers', volunteerId),
    findOpenVisit(context, volunteerId),
  ]);
  if (volunteer?.status !== 'active') return rejected('volunteer.inactive');
  if (openVisit !== null) return rejected('volunteer.visitOpen', { title: openVisit.title });
  await giveBack(context, [volunteerId], requestId);
  const accounts = await database.find('accounts', { where: { volunteerId }, limit: MAXIMUM_ACCOUNTS });
  const accountIds = accounts.map(({ _id }) => _id);
  const left = await database.transaction((transaction) =>
    leaveIn(transaction, context, { volunteerId, accountIds, entryId, requestId }),
  );
  if ('kind' in left) return left;
  await giveBack(context, [volunteerId, ...left.childIds], requestId);
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
  readonly volunteerId: VolunteerId;
  readonly accountIds: readonly string[];
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
  { volunteerId, accountIds, entryId, requestId }: Goer,
): Promise<Left | Rejection<'volunteer.inactive' | 'child.notYours'>> {
  const { ports, now } = context;
  const done = await transaction.get('personLedger', entryId);
  if (done !== null) return { childIds: done.childIds, isNew: false };
  const volunteer = await transaction.get('volunteers', volunteerId);
  if (volunteer?.status !== 'active') return rejected('volunteer.inactive');
  const identityId = ports.secrets.hash('idNumber', ports.secrets.open(volunteer.idNumberBox));
  await transaction.remove('identities', identityId);
  for (const id of accountIds) {
    if ((await transaction.get('accounts', id))?.volunteerId === volunteerId) {
      await transaction.remove('accounts', id);
    }
  }
  const childIds = await endGuardianships(transaction, context, volunteerId, requestId);
  await transaction.put('volunteers', withoutIdentity(volunteer, now));
  await transaction.add('personLedger', {
    ...{ _id: entryId, volunteerId, deed: 'left', at: now, requestId, divisionCode: null },
    childIds: [...childIds],
  });
  await markVolunteer(transaction, context, volunteerId, null);
  return { childIds, isNew: true };
}

/** Of the children acted for, and of the youth who leaves. The set is written in any case: adding one clashes. */
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
function withoutIdentity(volunteer: Volunteer, now: number): Volunteer {
  return {
    ...volunteer,
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

/** 我的数据 (MD1–MD3): what is stored about the person who asks, and about nobody else. */
import { redactIdNumber, redactPhone } from '@domain/volunteer/redact';
import type { VolunteerId } from '@domain/kernel/identifiers';
import { rejected } from '@domain/kernel/result';
import { SHOWN_ENTRIES } from '@contract/my-data.contract';
import type { ViewOf } from '@contract/procedures';
import { pathNameOf } from '../geography/division-lookup';
import { ownHonours } from '../commendation/list';
import { importedOf } from '../attendance/attendance-document';
import { pageOf, parseCursor, type Page } from '../kernel/cursor';
import type { StoredDocument } from '../kernel/documents';
import type { Database } from '../kernel/ports';
import { requireAccount, type Handler, type RequestContext } from '../kernel/procedure';
import { ownTeams } from '../team/members';
import { listAgreements, pageOfMessages, toMessageView } from '../message/list-messages';
import { ownOrigin } from '../reach/own-origin';
import { ownInvitations } from '../wake/own-invitations';
import { personEntryIdOf } from './person-ledger';
import { profileViewOf } from './profile';

type Volunteer = StoredDocument<'volunteers'>;
type Attendance = StoredDocument<'attendances'>;

/** A record or a message in the file is a quarter of a kilobyte. */
const PAGE = 200;

/** Account and person, then ten look-ups together, then the children's names. */
export const getMyData: Handler<'volunteer.getMyData'> = async (_input, context) => {
  const { volunteerId } = await requireAccount(context);
  const volunteer = await context.ports.database.get('volunteers', volunteerId);
  if (volunteer?.status !== 'active') return rejected('volunteer.inactive');
  return dataOf(volunteer, context);
};

async function dataOf(
  volunteer: Volunteer,
  { ports, now }: RequestContext,
): Promise<ViewOf<'volunteer.getMyData'>> {
  const { database, secrets } = ports;
  const { _id: volunteerId, residences } = volunteer;
  const own = [volunteerId, ...(volunteer.mergedIds ?? [])];
  const codes = [...new Set(residences.map(({ divisionCode }) => divisionCode))];
  const [
    divisions,
    guardian,
    guardianship,
    entries,
    looks,
    agreements,
    honours,
    teams,
    orders,
    invited,
    origin,
  ] = await Promise.all([
    database.getMany('divisions', codes),
    database.get('guardians', volunteerId),
    database.get('guardianships', volunteerId),
    latestDeeds(database, volunteerId),
    database.find('accessLog', {
      where: { volunteerIds: volunteerId },
      orderBy: [['at', 'desc']],
      limit: SHOWN_ENTRIES,
    }),
    listAgreements(database, volunteerId),
    ownHonours({ database }, own),
    ownTeams(database, own),
    database.find('orders', {
      where: { askerKeys: { in: own } },
      orderBy: [
        ['placedAt', 'desc'],
        ['_id', 'asc'],
      ],
      limit: SHOWN_ENTRIES,
    }),
    ownInvitations(ports, volunteer, now),
    ownOrigin(ports, volunteer.origin),
  ]);
  const childIds = guardian?.childIds ?? [];
  const children = childIds.length === 0 ? [] : await database.getMany('volunteers', childIds);
  const nameOf = new Map(divisions.map((division) => [division._id, pathNameOf(division)]));
  const { name, sex, birthDay, maskedPhone, isPhoneVerified, volunteerNumber, registeredDay } = volunteer;
  return {
    ...{ name, sex, birthDay, maskedPhone, isPhoneVerified, volunteerNumber, registeredDay },
    maskedIdNumber: redactIdNumber(secrets.open(volunteer.idNumberBox)),
    homes: residences.map(({ divisionCode, fromDay }) => ({
      divisionName: nameOf.get(divisionCode) ?? divisionCode,
      fromDay,
    })),
    profile: profileViewOf(volunteer),
    childNames: children.map((child) => child.name),
    hasGuardian: guardianship?.isInForce === true,
    deeds: entries.map(({ deed, at }) => ({ deed, at })),
    looks: looks.map(({ at, procedure }) => ({ at, procedure })),
    agreements: agreements.map(({ kind, choice, choseAt, remainingCount }) => ({
      ...{ kind, choice, choseAt, remainingCount },
    })),
    honours,
    teams: teams.map(({ teamName, standing, changedAt }) => ({ teamName, standing, changedAt })),
    orders: orders.map(({ need, placedAt, state }) => ({ need, placedAt, state })),
    ...invited,
    origin,
  };
}

function latestDeeds(
  database: Database,
  volunteerId: VolunteerId,
): Promise<StoredDocument<'personLedger'>[]> {
  return database.find('personLedger', {
    where: { volunteerId },
    orderBy: [
      ['at', 'desc'],
      ['_id', 'asc'],
    ],
    limit: SHOWN_ENTRIES,
  });
}

/** A used code answers as such; the number that is on record already needs no new one. */
export const changePhone: Handler<'volunteer.changePhone'> = async (input, context) => {
  const { ports, now } = context;
  const { volunteerId } = await requireAccount(context);
  const { requestId } = input;
  const entryId = personEntryIdOf(context, 'phone', requestId);
  // A code is good for one exchange: who repeats the request has used it.
  const done = await ports.database.get('personLedger', entryId);
  const phone = done === null ? await ports.platform.phoneNumberOf(input.phoneCode) : null;
  if (done === null && phone === null) return rejected('volunteer.phoneCodeInvalid');
  return ports.database.transaction(async (transaction) => {
    const volunteer = await transaction.get('volunteers', volunteerId);
    if (volunteer?.status !== 'active') return rejected('volunteer.inactive');
    if (phone === null) return { maskedPhone: volunteer.maskedPhone, outcome: 'already' as const };
    const phoneHash = ports.secrets.hash('phone', phone);
    if (ports.secrets.hashes('phone', phone).includes(volunteer.phoneHash) && volunteer.isPhoneVerified) {
      return { maskedPhone: volunteer.maskedPhone, outcome: 'already' as const };
    }
    const maskedPhone = redactPhone(phone);
    const phoneBox = ports.secrets.seal(phone);
    await transaction.put('volunteers', {
      ...volunteer,
      ...{ phoneBox, phoneHash, maskedPhone, isPhoneVerified: true },
    });
    await transaction.add('personLedger', {
      ...{ _id: entryId, volunteerId, deed: 'phoneChanged', at: now, requestId },
      ...{ divisionCode: null, childIds: [] },
    });
    return { maskedPhone, outcome: 'changed' as const };
  });
};

/** Every page is of the same request, which is on record before the first answer leaves. */
export const takeData: Handler<'volunteer.takeData'> = async (input, context) => {
  const { database } = context.ports;
  const { volunteerId } = await requireAccount(context);
  const { requestId } = input;
  const volunteer = await database.get('volunteers', volunteerId);
  if (volunteer?.status !== 'active') return rejected('volunteer.inactive');
  const entryId = personEntryIdOf(context, 'data', requestId);
  await database.transaction(async (transaction) => {
    if ((await transaction.get('personLedger', entryId)) !== null) return;
    await transaction.add('personLedger', {
      ...{ _id: entryId, volunteerId, deed: 'dataTaken', at: context.now, requestId },
      ...{ divisionCode: null, childIds: [] },
    });
  });
  const [recordsFrom, messagesFrom] = input.cursor?.split(BETWEEN) ?? [null, null];
  const [profile, records, messages] = await Promise.all([
    dataOf(volunteer, context),
    pageFrom(recordsFrom, (cursor) => pageOfRecords(context, volunteerId, cursor)),
    pageFrom(messagesFrom, (cursor) => pageOfMessages(database, volunteerId, cursor, PAGE)),
  ]);
  const cursors = [records.nextCursor, messages.nextCursor];
  const isWhole = cursors.every((cursor) => cursor === null);
  const nextCursor = isWhole ? null : cursors.map((cursor) => cursor ?? READ).join(BETWEEN);
  return {
    profile,
    records: records.rows.map(toTaken),
    messages: messages.rows.map(toMessageView),
    nextCursor,
  };
};

/** A page of records and a page of messages come together; a list that is read is not read again. */
const BETWEEN = '|';
const READ = '-';

async function pageFrom<Row>(
  cursor: string | null | undefined,
  read: (cursor: string | null) => Promise<Page<Row>>,
): Promise<Page<Row>> {
  return cursor === READ ? { rows: [], nextCursor: null } : read(cursor ?? null);
}

async function pageOfRecords(
  { ports }: RequestContext,
  volunteerId: VolunteerId,
  cursor: string | null,
): Promise<Page<Attendance>> {
  const found = await ports.database.find('attendances', {
    where: { volunteerId },
    orderBy: [
      ['startsAt', 'desc'],
      ['_id', 'asc'],
    ],
    after: parseCursor(cursor),
    limit: PAGE + 1,
  });
  return pageOf(found, PAGE, (row) => [row.startsAt, row._id]);
}

function toTaken(record: Attendance) {
  const { title, placeName, startsAt, endsAt, state, creditedMinutes, ...visit } = record;
  const checkedInAt = visit.checkIn?.at ?? null;
  const checkedOutAt = visit.checkOut?.at ?? null;
  const shown = { title, placeName, startsAt, endsAt, state, checkedInAt, checkedOutAt, creditedMinutes };
  return { ...shown, ...importedOf(record) };
}

/**
 * What came of a wake (WK7): everybody assigned, by the facts as they are now – also who was not reached, has
 * left, or was merged into another registration. A page of members in five round trips.
 */
import { messageIdOf } from '@domain/message/message-kind';
import { civilDayOf, DAY_MS } from '@domain/time/civil-day';
import { SERVED_WITHIN_DAYS, servedWithin } from '@domain/wake/dormancy';
import type { VolunteerId } from '@domain/kernel/identifiers';
import type { ArmCounts } from '@contract/wake.contract';
import type { StoredDocument } from '../kernel/documents';
import type { Ports } from '../kernel/ports';
import { loadFacts } from '../statistics/volunteer-facts';
import type { WakeDocument } from './judge-homes';
import { memberIdOf } from './standing';

type Member = StoredDocument<'wakeMembers'>;
type Volunteer = StoredDocument<'volunteers'>;
type Arms = WakeDocument['measured'];

const MEMBERS_AT_ONCE = 50;
/** A merge of a merge of a merge: more is a mistake. */
const MERGES_FOLLOWED = 3;
/** Of one person; thirty days have no more shifts that one can be at. */
const ENROLMENTS = 1_000;

const NO_ARM: ArmCounts = { assigned: 0, reached: 0, opened: 0, enrolled: 0, served: 0 };
export const NO_ARMS: Arms = { invited: NO_ARM, holdOut: NO_ARM };

export async function measureMembers(ports: Ports, wake: WakeDocument, now: number) {
  const members = await membersAfter(ports, wake, wake.cursor, MEMBERS_AT_ONCE);
  const counted = await asCounted(ports, wake, members);
  const ids = [...new Set(counted.map(({ personId }) => personId))];
  const [served, enrolled, sent] = await Promise.all([
    servedOf(ports, ids, counted, now),
    enrolledOf(ports, ids, counted),
    sentOf(ports, wake, counted),
  ]);
  const arms = counted.reduce<Arms>((sums, { member }) => {
    const { _id, arm, openedAt } = member;
    const isOpened = openedAt !== null;
    const one = sums[arm];
    const next: ArmCounts = {
      assigned: one.assigned + 1,
      reached: one.reached + Number(isOpened || sent.has(_id)),
      opened: one.opened + Number(isOpened),
      enrolled: one.enrolled + Number(enrolled.has(_id)),
      served: one.served + Number(served.has(_id)),
    };
    return { ...sums, [arm]: next };
  }, wake.measured);
  const nextCursor = members.length < MEMBERS_AT_ONCE ? null : (members.at(-1)?._id ?? null);
  return { arms, memberCount: members.length, nextCursor };
}

/** By the ids, which begin with the wake's. One round trip. */
export function membersAfter(
  { database }: Pick<Ports, 'database'>,
  { _id }: Pick<WakeDocument, '_id'>,
  cursor: string,
  limit: number,
): Promise<Member[]> {
  return database.find('wakeMembers', {
    where: { _id: { above: cursor === '' ? `${_id}:` : cursor, below: `${_id};` } },
    orderBy: [['_id', 'asc']],
    limit,
  });
}

interface Counted {
  readonly member: Member;
  /** whose records are the member's now */
  readonly personId: VolunteerId;
}

/**
 * A person counts once: as the registration that stays if it was assigned, else as the first of those
 * that were merged into it, in the order of ids.
 */
async function asCounted(
  { database }: Ports,
  { _id: wakeId }: WakeDocument,
  members: readonly Member[],
): Promise<Counted[]> {
  const people = new Map<VolunteerId, Volunteer>();
  let asked: VolunteerId[] = members.map(({ volunteerId }) => volunteerId);
  for (let turn = 0; turn <= MERGES_FOLLOWED && asked.length > 0; turn += 1) {
    const found = await database.getMany('volunteers', [...new Set(asked)]);
    for (const one of found) people.set(one._id, one);
    asked = found.flatMap(({ status, mergedInto }) =>
      status === 'merged' && mergedInto !== undefined && !people.has(mergedInto) ? [mergedInto] : [],
    );
  }
  const survivorOf = (id: VolunteerId): VolunteerId => {
    let one = people.get(id);
    for (let turn = 0; turn < MERGES_FOLLOWED && one?.status === 'merged'; turn += 1)
      one = one.mergedInto === undefined ? undefined : people.get(one.mergedInto);
    return one?._id ?? id;
  };
  const merged = members.filter(({ volunteerId }) => survivorOf(volunteerId) !== volunteerId);
  const rivals = merged.flatMap(({ volunteerId }) => {
    const survivorId = survivorOf(volunteerId);
    return [survivorId, ...(people.get(survivorId)?.mergedIds ?? [])].map((id) => memberIdOf(wakeId, id));
  });
  const assigned = new Set(
    (rivals.length === 0 ? [] : await database.getMany('wakeMembers', [...new Set(rivals)])).map(
      ({ _id }) => _id,
    ),
  );
  return members.flatMap((member): Counted[] => {
    const personId = survivorOf(member.volunteerId);
    if (personId === member.volunteerId) return [{ member, personId }];
    if (assigned.has(memberIdOf(wakeId, personId))) return [];
    const others = (people.get(personId)?.mergedIds ?? []).map((id) => memberIdOf(wakeId, id));
    const isFirst = others.every((id) => id >= member._id || !assigned.has(id));
    return isFirst ? [{ member, personId }] : [];
  });
}

async function servedOf(
  ports: Ports,
  ids: readonly VolunteerId[],
  counted: readonly Counted[],
  now: number,
): Promise<ReadonlySet<string>> {
  const facts = ids.length === 0 ? [] : await loadFacts(ports, ids);
  const recordsBy = new Map(facts.map(({ standing, records }) => [standing.volunteerId, records]));
  return new Set(
    counted.flatMap(({ member, personId }) => {
      const records = recordsBy.get(personId) ?? [];
      return servedWithin(records, civilDayOf(member.assignedAt), civilDayOf(now)) ? [member._id] : [];
    }),
  );
}

/** An enrolment, by whatever way, that was made in the thirty days and not taken back. */
async function enrolledOf(
  { database }: Ports,
  ids: readonly VolunteerId[],
  counted: readonly Counted[],
): Promise<ReadonlySet<string>> {
  const first = Math.min(...counted.map(({ member }) => member.assignedAt));
  const found =
    ids.length === 0
      ? []
      : await database.find('attendances', {
          where: { volunteerId: { in: ids }, startsAt: { above: first } },
          limit: ENROLMENTS,
        });
  return new Set(
    counted.flatMap(({ member: { _id, assignedAt }, personId }) =>
      found.some(
        ({ volunteerId, enrolledAt, state }) =>
          volunteerId === personId &&
          state !== 'enrolmentCancelled' &&
          state !== 'voided' &&
          enrolledAt !== null &&
          enrolledAt >= assignedAt &&
          enrolledAt < assignedAt + SERVED_WITHIN_DAYS * DAY_MS,
      )
        ? [_id]
        : [],
    ),
  );
}

async function sentOf(
  { database }: Ports,
  { _id: wakeId }: WakeDocument,
  counted: readonly Counted[],
): Promise<ReadonlySet<string>> {
  const invited = counted.filter(({ member }) => member.arm === 'invited');
  if (invited.length === 0) return new Set();
  const idOf = ({ member }: Counted): string => messageIdOf('invitation', wakeId, member.volunteerId);
  const messages = await database.getMany('messages', invited.map(idOf));
  const sent = new Set(messages.filter(({ state }) => state === 'sent').map(({ _id }) => _id));
  return new Set(invited.flatMap((one) => (sent.has(idOf(one)) ? [one.member._id] : [])));
}

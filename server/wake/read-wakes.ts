/** 唤醒 as offices read it: counts, arms, and masked people whose list is on record (RO4). */
import { rejected } from '@domain/kernel/result';
import type { WakeId } from '@domain/kernel/identifiers';
import { redactName } from '@domain/volunteer/redact';
import type { WakePerson } from '@contract/wake.contract';
import { mayInspect, officeDivisions } from '../kernel/actor';
import { pageOf, parseCursor } from '../kernel/cursor';
import type { Ports } from '../kernel/ports';
import type { Handler, RequestContext } from '../kernel/procedure';
import { logLook } from '../trail/access-log';
import { judgeHomes, townshipOf, type Judged, type WakeDocument } from './judge-homes';
import { membersAfter } from './measure';
import { toWakeView } from './wake-view';

const PAGE = 20;
/** A page looks through homes in stretches until it has enough rows, and never through more than four. */
const STRETCH = 50;
const ENOUGH_ROWS = 25;
const MAXIMUM_STRETCHES = 4;

async function ownWake(context: RequestContext, wakeId: WakeId): Promise<WakeDocument | null> {
  const [wake, grants] = await Promise.all([
    context.ports.database.get('wakes', wakeId),
    context.actor.grants(),
  ]);
  return wake !== null && mayInspect(grants, wake.divisionCode) ? wake : null;
}

export const getWake: Handler<'wake.get'> = async ({ wakeId }, context) => {
  const wake = await ownWake(context, wakeId);
  return wake === null ? rejected('wake.notFound') : { wake: toWakeView(wake) };
};

/** Two round trips. */
export const listWakes: Handler<'wake.list'> = async ({ cursor }, context) => {
  const found = await context.ports.database.find('wakes', {
    where: { officeKeys: { in: officeDivisions(await context.actor.grants()) } },
    orderBy: [
      ['madeAt', 'desc'],
      ['_id', 'asc'],
    ],
    after: parseCursor(cursor),
    limit: PAGE + 1,
  });
  const page = pageOf(found, PAGE, ({ madeAt, _id }) => [madeAt, _id]);
  return { wakes: page.rows.map(toWakeView), nextCursor: page.nextCursor };
};

type Row = Omit<Judged, 'exclusion'>;

/**
 * Before the start who could be invited now; afterwards who was assigned, and not to which arm: an office
 * that knew would look after those it left out (WK4). Round trips: wake, grants; four stretches of five, or
 * two; the townships, the access log.
 */
export const listWakePeople: Handler<'wake.listPeople'> = async ({ wakeId, cursor }, context) => {
  const wake = await ownWake(context, wakeId);
  if (wake === null) return rejected('wake.notFound');
  const { ports, now } = context;
  const { rows, nextCursor } =
    wake.startedAt === null
      ? await candidates(ports, wake, cursor, now)
      : await assigned(ports, wake, cursor);
  const townships = [...new Set(rows.map(({ home }) => townshipOf(home)))];
  const [divisions] = await Promise.all([
    ports.database.getMany('divisions', townships),
    logLook(context, {
      ...{ procedure: 'wake.listPeople', divisionCode: wake.divisionCode, measure: '' },
      volunteerIds: rows.map(({ volunteer }) => volunteer._id),
    }),
  ]);
  const names = new Map(divisions.map(({ _id, name }) => [_id, name]));
  return {
    people: rows.map(({ volunteer, home, past, opening, reachability, field }): WakePerson => ({
      maskedName: redactName(volunteer.name),
      townshipName: names.get(townshipOf(home)) ?? '',
      ...{ past, opening, reachability, field },
    })),
    nextCursor,
  };
};

interface Rows {
  readonly rows: readonly Row[];
  readonly nextCursor: string | null;
}

async function candidates(
  ports: Ports,
  wake: WakeDocument,
  cursor: string | null,
  now: number,
): Promise<Rows> {
  const rows: Row[] = [];
  let nextCursor = cursor;
  for (let turn = 0; turn < MAXIMUM_STRETCHES && rows.length < ENOUGH_ROWS; turn += 1) {
    const page = await judgeHomes(ports, wake, nextCursor, now, STRETCH);
    rows.push(...page.meant.filter(({ exclusion }) => exclusion === null));
    nextCursor = page.nextCursor;
    if (nextCursor === null) break;
  }
  return { rows, nextCursor };
}

/** A cursor of elsewhere cannot leave the wake's members. */
async function assigned(ports: Ports, wake: WakeDocument, cursor: string | null): Promise<Rows> {
  const isOurs = cursor?.startsWith(`${wake._id}:`) === true;
  const members = await membersAfter(ports, wake, isOurs ? cursor : '', ENOUGH_ROWS);
  const ids = members.map(({ volunteerId }) => volunteerId);
  const people = ids.length === 0 ? [] : await ports.database.getMany('volunteers', ids);
  const byId = new Map(people.map((one) => [one._id, one]));
  const rows = members.flatMap(({ volunteerId, home, past, opening, reachability, field }): Row[] => {
    const volunteer = byId.get(volunteerId);
    return volunteer === undefined ? [] : [{ volunteer, home, past, opening, reachability, field }];
  });
  return { rows, nextCursor: members.length < ENOUGH_ROWS ? null : (members.at(-1)?._id ?? null) };
}

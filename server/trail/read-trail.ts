/** What both lists of the trail need: whose entries one may read, from when to when, and who acted. */
import { contains } from '@domain/geography/division';
import { isShortId, SHORT_ID_LENGTH, type DivisionCode } from '@domain/kernel/identifiers';
import { addDays, startOfDay, type CivilDay } from '@domain/time/civil-day';
import { isProcedureName } from '@contract/procedure-name';
import { procedures } from '@contract/procedures';
import { officeDivisions } from '../kernel/actor';
import type { Condition, Where } from '../kernel/ports';
import type { RequestContext } from '../kernel/procedure';
import { actorIdOf } from './keys';

export const TRAIL_PAGE = 20;
export const NEWEST_FIRST = [
  ['at', 'desc'],
  ['_id', 'asc'],
] as const;

/** The offices one reads for, each that another one contains left out. One round trip: roles. */
export async function readableOffices({ actor }: RequestContext): Promise<DivisionCode[]> {
  const own = officeDivisions(await actor.grants());
  return own.filter((code) => !own.some((other) => other !== code && contains(other, code)));
}

export function within(fromDay: CivilDay | null, toDay: CivilDay | null): Where {
  const at: Condition = {
    ...(fromDay === null ? {} : { atLeast: startOfDay(fromDay) }),
    ...(toDay === null ? {} : { below: startOfDay(addDays(toDay, 1)) }),
  };
  return Object.keys(at).length === 0 ? {} : { at };
}

/**
 * Under which ids a person is told of: that in the number, said with the city's code or without, and those of
 * registrations that became this one (RM5). One round trip.
 */
export async function subjectIdsOf({ ports }: RequestContext, number: string): Promise<string[]> {
  const end = number.slice(-SHORT_ID_LENGTH);
  const volunteer = isShortId(end) ? await ports.database.get('volunteers', end) : null;
  return [end, ...(volunteer?.mergedIds ?? [])];
}

/** What a procedure calls itself, up to where it begins to explain. */
export function deedNameOf(name: string): string {
  const summary = isProcedureName(name) ? procedures[name].summary : name;
  return summary.split(/[，：；（]/)[0] ?? summary;
}

interface Acted {
  readonly openId: string;
  readonly actorId?: string;
  readonly scopeName?: string;
  readonly procedure: string;
  readonly at: number;
  readonly source?: string;
  readonly clientIp?: string;
}

/** Who acted in a page of entries, by account: masked names of whom is registered. One round trip. */
export async function actorsOf({ ports }: RequestContext, entries: readonly Acted[]) {
  const openIds = [...new Set(entries.map(({ openId }) => openId))];
  const accounts = await ports.database.getMany('accounts', openIds);
  const names = new Map(accounts.map(({ _id, maskedName }) => [_id, maskedName]));
  return ({ openId, actorId, scopeName, procedure, at, source, clientIp }: Acted) => ({
    ...{ at, source: source ?? '', clientIp: clientIp ?? '', deedName: deedNameOf(procedure) },
    actorId: actorId ?? actorIdOf(ports.secrets, openId),
    actorName: names.get(openId) ?? scopeName ?? '',
  });
}

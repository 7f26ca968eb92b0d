/** Whose offices may see and decide on these people's registrations: of a division around all their homes. */
import { officesOver } from '@domain/geography/division';
import type { DivisionCode, VolunteerId } from '@domain/kernel/identifiers';
import { mayInspect, officeDivisions } from '../kernel/actor';
import type { StoredDocument } from '../kernel/documents';
import { requireOpenId, type RequestContext } from '../kernel/procedure';
import { logLook } from '../trail/access-log';

type Volunteer = StoredDocument<'volunteers'>;
export type Officer = StoredDocument<'personRequests'>['maker'];

export function homeOf({ residences }: Pick<Volunteer, 'residences'>): DivisionCode {
  const home = residences[residences.length - 1];
  if (home === undefined) throw new Error('invariant broken: a volunteer has a residence');
  return home.divisionCode;
}

export function officeKeysOf(people: readonly Volunteer[]): DivisionCode[] {
  const [first = [], ...others] = people.map((person) => officesOver(homeOf(person)));
  return first.filter((code) => others.every((lineage) => lineage.includes(code)));
}

/** An office of a division that contains the homes of all of them. */
export async function mayHandlePeople(
  { actor }: RequestContext,
  people: readonly Volunteer[],
): Promise<boolean> {
  const grants = await actor.grants();
  return officeKeysOf(people).some((code) => mayInspect(grants, code));
}

/** An office as the list of requests names it: by what its role is for. */
export async function officerOf(context: RequestContext): Promise<Officer> {
  const [grants, account] = await Promise.all([context.actor.grants(), context.actor.account()]);
  const name = grants.find(({ role }) => role === 'countyOffice' || role === 'cityOffice')?.scopeName ?? '';
  return { openId: requireOpenId(context), volunteerId: account?.volunteerId ?? null, name };
}

/**
 * RO4: on record before the answer leaves, with the narrowest division that holds all their homes – so that a
 * county reads what the city looked at –; none is the office's own.
 */
export async function logPeople(
  context: RequestContext,
  procedure: string,
  volunteerIds: readonly VolunteerId[],
  homes: readonly DivisionCode[] = [],
): Promise<void> {
  if (volunteerIds.length === 0) return;
  const [own] = officeDivisions(await context.actor.grants());
  const divisionCode = homes[homes.length - 1] ?? own;
  if (divisionCode === undefined) throw new Error('invariant broken: the audience lets only offices in');
  await logLook(context, { procedure, divisionCode, measure: '', volunteerIds });
}

/** Days of which the demo has something to show: a long one, and two shifts that were closed. */
import type { StoredDocument } from '@server/kernel/documents';
import { makeClosedShifts, withClosedShifts, type ClosedShifts } from './closed-shifts';
import { makeLongDay, withLongDay, type LongDay } from './long-day';
import type { SyntheticPerson } from './people';
import { suitsPersona } from './personas';
import type { Programme } from './programme';
import type { SeedContext } from './target';

export interface SpecialDays {
  readonly longDay: LongDay;
  readonly closed: ClosedShifts | null;
  readonly shifts: readonly StoredDocument<'shifts'>[];
}

export function specialDaysOf(
  { target, secrets, now }: SeedContext,
  { projects }: Programme,
  volunteers: number,
): SpecialDays | null {
  const [project] = projects;
  if (project === undefined) return null;
  const longDay = makeLongDay(secrets, now, project);
  const closed = makeClosedShifts(secrets, now, project, volunteers);
  target.insert('activities', [longDay.activity, ...(closed === null ? [] : [closed.activity])]);
  const shifts = [longDay.shift, ...(closed === null ? [] : [closed.agreed, closed.reviewed])];
  target.insert('shifts', shifts);
  return { longDay, closed, shifts };
}

/** The first people who suit; in a tiny city anybody does. */
export function candidatesOf(people: readonly SyntheticPerson[]): SyntheticPerson[] {
  const suited = people.filter(({ volunteer, records }) => suitsPersona(volunteer, records.length));
  return [...new Set([...suited, ...people])];
}

/**
 * 演示: the volunteer one can be, and two more, were there all day yesterday; the volunteer and six others at
 * the shifts that were closed.
 */
export function joined(
  context: SeedContext,
  { longDay, closed }: SpecialDays,
  made: readonly SyntheticPerson[],
): SyntheticPerson[] {
  const [volunteer, , ...others] = candidatesOf(made);
  const known = new Map(made.map((person) => [person.volunteer._id, person]));
  const join = (people: readonly (SyntheticPerson | undefined)[], add: Join): void => {
    const present = people.flatMap((person) => (person && known.get(person.volunteer._id)) ?? []);
    for (const person of add(present)) known.set(person.volunteer._id, person);
  };
  join([volunteer, others[0], others[1]], (people) => withLongDay(context, longDay, people));
  if (closed !== null) {
    join([volunteer, ...others.slice(2, 8)], (people) => withClosedShifts(context, closed, people));
  }
  return made.map((person) => known.get(person.volunteer._id) ?? person);
}
type Join = (people: readonly SyntheticPerson[]) => SyntheticPerson[];

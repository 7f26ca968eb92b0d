/** 我的资料 of some synthetic people, and the teams of their county they are in: drawn by number like them. */
import { SERVICE_FIELDS } from '@domain/project/project';
import { DAY_MS } from '@domain/time/civil-day';
import {
  chosenOf,
  POLITICAL_STATUSES,
  SKILL_LIST_VERSION,
  SKILLS,
  TIME_SLOTS,
} from '@domain/volunteer/profile';
import type { VolunteerId } from '@domain/kernel/identifiers';
import type { StoredDocument } from '@server/kernel/documents';
import { membershipIdOf } from '@server/team/team-view';
import { saidBy } from '@server/team/said';
import { mixed } from '../names';
import type { SyntheticPerson } from './people';

type Team = Pick<StoredDocument<'teams'>, '_id' | 'name' | 'divisionCode'>;

/** One in three has said something of themself. */
const HAVE_ONE = 3;
/** One in two of them is in a team of the own county. */
const ARE_IN = 2;
const IN_SINCE_DAYS = 200;

/** Nobody whose part somebody plays: they fill it in themselves. */
export function withProfiles(
  people: readonly SyntheticPerson[],
  personas: readonly VolunteerId[],
  now: number,
): SyntheticPerson[] {
  return people.map((person, index) => {
    const { volunteer } = person;
    if (mixed(index, 41) % HAVE_ONE !== 0 || personas.includes(volunteer._id)) return person;
    return { ...person, volunteer: { ...volunteer, profile: profileOf(index, now) } };
  });
}

function drawn<Value extends string>(
  list: readonly Value[],
  index: number,
  salt: number,
  one: number,
): Value[] {
  return chosenOf(
    list,
    list.filter((_value, place) => mixed(index, salt + place) % one === 0),
  );
}

function profileOf(index: number, now: number): NonNullable<SyntheticPerson['volunteer']['profile']> {
  return {
    skills: drawn(SKILLS, index, 500, 5),
    fields: drawn(SERVICE_FIELDS, index, 540, 3),
    times: drawn(TIME_SLOTS, index, 560, 4),
    politicalStatus: POLITICAL_STATUSES[mixed(index, 42) % (3 * POLITICAL_STATUSES.length)] ?? null,
    workUnit: '',
    listVersion: SKILL_LIST_VERSION,
    changedAt: now - (1 + (mixed(index, 43) % 90)) * DAY_MS,
  };
}

export function demoMemberships(
  teams: readonly Team[],
  people: readonly SyntheticPerson[],
  now: number,
): StoredDocument<'memberships'>[] {
  return people.flatMap(({ volunteer }, index) => {
    if (volunteer.profile === undefined || mixed(index, 44) % ARE_IN !== 0) return [];
    const home = volunteer.residences[0]?.divisionCode ?? '';
    const near = teams.filter(({ divisionCode }) => home.startsWith(divisionCode));
    const team = near[mixed(index, 45) % Math.max(1, near.length)];
    if (team === undefined) return [];
    const { _id: teamId, name: teamName } = team;
    return [
      {
        ...{ _id: membershipIdOf(teamId, volunteer._id), teamId, teamName, volunteerId: volunteer._id },
        ...{ state: 'member' as const, changedAt: now - (1 + (mixed(index, 46) % IN_SINCE_DAYS)) * DAY_MS },
        ...saidBy(volunteer),
      },
    ];
  });
}

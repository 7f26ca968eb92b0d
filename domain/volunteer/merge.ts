/** 合并 (RM1–RM8): two registrations of one person become one; the survivor's word holds where they differ. */
import { rejected, type Rejection } from '../kernel/result';
import type { CivilDay } from '../time/civil-day';
import type { Residence, VolunteerStatus } from './volunteer';

/** What two registrations can have in common without anybody reading it. */
export const SHARED_TRAITS = ['name', 'phone', 'birthDay', 'idNumber'] as const;
export type SharedTrait = (typeof SHARED_TRAITS)[number];

/** A mistyped number differs in one or two places, or two neighbours are exchanged. */
export const NEAR_ID_NUMBER_PLACES = 2;
/** Shorter explains nothing. */
export const SHORTEST_EXPLANATION = 4;

export interface Likeness {
  readonly name: string;
  readonly phoneHash: string;
  readonly birthDay: CivilDay;
  readonly idNumber: string;
}

export function sharedTraitsOf(one: Likeness, other: Likeness): SharedTrait[] {
  const isShared: Readonly<Record<SharedTrait, boolean>> = {
    name: one.name === other.name,
    phone: one.phoneHash === other.phoneHash,
    birthDay: one.birthDay === other.birthDay,
    idNumber: differingPlaces(one.idNumber, other.idNumber) <= NEAR_ID_NUMBER_PLACES,
  };
  return SHARED_TRAITS.filter((trait) => isShared[trait]);
}

function differingPlaces(one: string, other: string): number {
  if (one.length !== other.length) return Number.POSITIVE_INFINITY;
  return Array.from(one).filter((character, place) => character !== other[place]).length;
}

export interface MergeFacts {
  readonly isSame: boolean;
  readonly statuses: readonly VolunteerStatus[];
  readonly traits: readonly SharedTrait[];
  /** children of both, together, and the most a guardian has */
  readonly childCount: number;
  readonly mostChildren: number;
}
export type MergeRefusal = Rejection<
  'merge.samePerson' | 'merge.nothingInCommon' | 'merge.tooManyChildren' | 'volunteer.inactive'
>;

/** Null: they may be merged (RM1). */
export function refusalOfMerge(facts: MergeFacts): MergeRefusal | null {
  if (facts.isSame) return rejected('merge.samePerson');
  if (facts.statuses.some((status) => status !== 'active')) return rejected('volunteer.inactive');
  if (facts.traits.length === 0) return rejected('merge.nothingInCommon');
  const { childCount, mostChildren } = facts;
  return childCount > mostChildren ? rejected('merge.tooManyChildren', { maximum: mostChildren }) : null;
}

export interface Membership {
  readonly registeredAt: number;
  readonly registeredDay: CivilDay;
  readonly residences: readonly Residence[];
}

/**
 * Registered since the earlier of both days (RM2): before the survivor's own first day the person lived where
 * the other registration says, from then on where the survivor's does.
 */
export function membershipAfter(survivor: Membership, other: Membership): Membership {
  if (other.registeredDay >= survivor.registeredDay) return survivor;
  const { registeredAt, registeredDay } = other;
  const before = other.residences.filter(({ fromDay }) => fromDay < survivor.registeredDay);
  const [first, ...later] = survivor.residences.filter(
    ({ fromDay }, place, all) => fromDay > survivor.registeredDay || isLastUpTo(survivor, all, place),
  );
  if (first === undefined) return { ...survivor, registeredAt, registeredDay };
  const own = { ...first, fromDay: laterOf(first.fromDay, survivor.registeredDay) };
  const isHomeAlready = before[before.length - 1]?.divisionCode === own.divisionCode;
  return { registeredAt, registeredDay, residences: [...before, ...(isHomeAlready ? [] : [own]), ...later] };
}

/** The home in which the survivor registered. */
function isLastUpTo({ registeredDay }: Membership, all: readonly Residence[], place: number): boolean {
  const next = all[place + 1];
  return next === undefined || next.fromDay > registeredDay;
}

function laterOf(one: CivilDay, other: CivilDay): CivilDay {
  return one > other ? one : other;
}

/** Who is meant by a wake (WK1–WK3), home by home: a page of people judged in five round trips, by index. */
import { hasOneLeft } from '@domain/message/agreement';
import { subscriptionIdOf } from '@domain/message/message-kind';
import { countyOf, lineageOf } from '@domain/geography/division';
import type { DivisionCode } from '@domain/kernel/identifiers';
import type { ServiceField } from '@domain/project/project';
import { civilDayOf } from '@domain/time/civil-day';
import { isInForce } from '@domain/volunteer/consent';
import { dormancyOf, type Dormant, type Past } from '@domain/wake/dormancy';
import { exclusionOf, type Exclusion } from '@domain/wake/invite';
import { CONSENT_VERSIONS } from '@contract/consent.contract';
import type { WakeCounts, WakePerson } from '@contract/wake.contract';
import type { StoredDocument } from '../kernel/documents';
import type { Ports } from '../kernel/ports';
import { loadVolunteers, VOLUNTEERS_AT_ONCE, type KnownVolunteer } from '../statistics/volunteer-facts';
import { homesIn } from '../volunteer/homes';
import { fieldsOf } from './open-shifts';
import { standingOf } from './standing';

export type WakeDocument = StoredDocument<'wakes'>;
type Opening = WakePerson['opening'];

export interface Judged {
  readonly volunteer: StoredDocument<'volunteers'>;
  readonly home: DivisionCode;
  readonly past: Past;
  readonly opening: Opening;
  readonly reachability: WakePerson['reachability'];
  readonly field: ServiceField | null;
  readonly exclusion: Exclusion | null;
}
export interface JudgedPage {
  readonly homeCount: number;
  readonly dormantCount: number;
  /** the dormant whom the filter means */
  readonly meant: readonly Judged[];
  /** of the last home looked at; null: there is none after it */
  readonly nextCursor: string | null;
}

const TOWNSHIP = 2;

export function townshipOf(home: DivisionCode): DivisionCode {
  return lineageOf(home)[TOWNSHIP] ?? home;
}

function openingOf(home: DivisionCode, openTownships: readonly DivisionCode[]): Opening {
  if (openTownships.includes(townshipOf(home))) return 'township';
  const county = countyOf(home) ?? home;
  return openTownships.some((code) => code.startsWith(county)) ? 'county' : 'none';
}

type Filter = Pick<WakeDocument, 'past' | 'opening' | 'field'>;
type Traits = Pick<Judged, 'past' | 'opening' | 'field'>;
export function isMeant(filter: Filter, traits: Traits): boolean {
  const isOfPast = filter.past === 'any' || (filter.past === 'never') === (traits.past === 'never');
  const isNear =
    filter.opening === 'any' ||
    traits.opening === 'township' ||
    (filter.opening === 'county' && traits.opening === 'county');
  return isOfPast && isNear && (filter.field === null || filter.field === traits.field);
}

interface Known extends KnownVolunteer {
  readonly dormant: Dormant;
}

export async function judgeHomes(
  ports: Ports,
  wake: WakeDocument,
  cursor: string | null,
  now: number,
  size = VOLUNTEERS_AT_ONCE,
): Promise<JudgedPage> {
  const homes = await homesIn(ports, wake.divisionCode, cursor, size);
  const ids = [...new Set(homes.map(({ volunteerId }) => volunteerId))];
  const people = ids.length === 0 ? [] : await loadVolunteers(ports, ids);
  const day = civilDayOf(now);
  // Who lived in several places has as many homes: the one of today counts.
  const here = new Set(homes.map(({ _id }) => _id));
  const dormants = people.flatMap((person): Known[] => {
    const dormant = dormancyOf(person.facts, wake.window, day);
    return dormant !== null && here.has(`${dormant.home}:${person.volunteer._id}`)
      ? [{ ...person, dormant }]
      : [];
  });
  const judged = await judge(ports, wake, dormants, now);
  return {
    homeCount: homes.length,
    dormantCount: dormants.length,
    meant: judged.filter((one) => isMeant(wake, one)),
    nextCursor: homes.length < size ? null : (homes.at(-1)?._id ?? null),
  };
}

async function judge(
  ports: Ports,
  { openTownships }: WakeDocument,
  dormants: readonly Known[],
  now: number,
): Promise<Judged[]> {
  if (dormants.length === 0) return [];
  const { database } = ports;
  const ids = dormants.map(({ volunteer }) => volunteer._id);
  const [agreements, standings, fields] = await Promise.all([
    database.getMany(
      'subscriptions',
      ids.map((id) => subscriptionIdOf(id, 'invitation')),
    ),
    database.getMany('invitationStandings', ids),
    fieldsOf(
      ports,
      dormants.flatMap(({ dormant }) => dormant.lastProjectId ?? []),
    ),
  ]);
  const templateId = ports.messageTemplates.invitation?.templateId ?? '';
  const agreed = new Set(
    agreements.filter((row) => hasOneLeft(row, templateId)).map(({ volunteerId }) => volunteerId),
  );
  const standingBy = new Map(standings.map((one) => [one._id, one]));
  return dormants.map(({ volunteer, dormant }): Judged => {
    const { _id, phoneHash } = volunteer;
    const { home, past, lastProjectId } = dormant;
    return {
      ...{ volunteer, home, past },
      opening: openingOf(home, openTownships),
      reachability: agreed.has(_id) ? 'message' : phoneHash === '' ? 'neither' : 'phone',
      field: lastProjectId === null ? null : (fields.get(lastProjectId) ?? null),
      exclusion: exclusionFor(volunteer, standingBy.get(_id) ?? null, now),
    };
  });
}

/** Also asked in the transaction that assigns. */
export function exclusionFor(
  { status, consents, birthDay }: StoredDocument<'volunteers'>,
  standing: StoredDocument<'invitationStandings'> | null,
  now: number,
): Exclusion | null {
  const hasConsent = isInForce(consents, 'basic', CONSENT_VERSIONS.basic);
  const invitee = { isActive: status === 'active', hasConsent, birthDay, standing: standingOf(standing) };
  return exclusionOf(invitee, now);
}

export const NO_COUNTS: WakeCounts = {
  ...{ examined: 0, dormant: 0, meant: 0, invitable: 0 },
  excluded: { inactive: 0, noConsent: 0, minor: 0, paused: 0, recent: 0 },
  pasts: { never: 0, recent: 0, longAgo: 0 },
  openings: { township: 0, county: 0, none: 0 },
  reachabilities: { message: 0, phone: 0, neither: 0 },
  fields: {
    ...{ civility: 0, elderCare: 0, environment: 0, education: 0, rescue: 0 },
    ...{ health: 0, fireSafety: 0, tourism: 0, none: 0 },
  },
};

export function withPage(counts: WakeCounts, page: JudgedPage): WakeCounts {
  const next: WakeCounts = structuredClone(counts);
  next.examined += page.homeCount;
  next.dormant += page.dormantCount;
  for (const { exclusion, past, opening, reachability, field } of page.meant) {
    next.meant += 1;
    if (exclusion !== null) {
      next.excluded[exclusion] += 1;
      continue;
    }
    next.invitable += 1;
    next.pasts[past] += 1;
    next.openings[opening] += 1;
    next.reachabilities[reachability] += 1;
    next.fields[field ?? 'none'] += 1;
  }
  return next;
}

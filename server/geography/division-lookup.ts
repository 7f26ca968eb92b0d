import { lineageOf } from '@domain/geography/division';
import type { DivisionCode } from '@domain/kernel/identifiers';
import type { StoredDocument } from '../kernel/documents';
import type { Ports } from '../kernel/ports';

type DivisionDocument = StoredDocument<'divisions'>;

/** 马尔康市 · 马尔康镇 · 达萨街社区: county, township and community; the city goes without saying. */
export function pathNameOf(division: DivisionDocument): string {
  const names = division.ancestors.slice(1).map((ancestor) => ancestor.name);
  return [...names, division.name].join(' · ');
}

const FAMILY_LIMIT = 500;
/** sorts after every digit */
const AFTER_DIGITS = '~';
const CHILD_LEVEL = {
  city: 'county',
  county: 'township',
  township: 'community',
  community: 'community',
} as const;
const LEVELS = ['city', 'county', 'township', 'community'] as const;

/** A city has some hundred townships; a province's largest some three hundred. */
const UPPER_LIMIT = 1000;

/** A division with everything below it down to the townships, in one round trip. */
export function upperDivisionsIn(ports: Ports, divisionCode: DivisionCode): Promise<DivisionDocument[]> {
  return ports.database.find('divisions', {
    where: {
      level: { in: ['city', 'county', 'township'] },
      _id: { atLeast: divisionCode, below: `${divisionCode}${AFTER_DIGITS}` },
    },
    orderBy: [['_id', 'asc']],
    limit: UPPER_LIMIT,
  });
}

/** The next communities in a division after `after`, in the order of codes; one round trip. */
export function communitiesIn(
  ports: Ports,
  divisionCode: DivisionCode,
  after: string | null,
  limit: number,
): Promise<DivisionDocument[]> {
  const range = { atLeast: divisionCode, below: `${divisionCode}${AFTER_DIGITS}` };
  return ports.database.find('divisions', {
    where: { level: 'community', _id: after === null ? range : { ...range, above: after } },
    orderBy: [['_id', 'asc']],
    limit,
  });
}

/** A division and its children in one round trip: codes begin with their parent's. */
export async function familyOf(ports: Ports, divisionCode: DivisionCode): Promise<DivisionDocument[]> {
  const level = LEVELS[lineageOf(divisionCode).length - 1] ?? 'city';
  return ports.database.find('divisions', {
    where: {
      level: { in: [level, CHILD_LEVEL[level]] },
      _id: { atLeast: divisionCode, below: `${divisionCode}${AFTER_DIGITS}` },
    },
    orderBy: [['_id', 'asc']],
    limit: FAMILY_LIMIT,
  });
}

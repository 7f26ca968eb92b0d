/** The stored divisions of a city, out of its extract: for the demo city and for a first deployment alike. */
import { levelOf, lineageOf, parentOf, parseDivisionCode } from '@domain/geography/division';
import { settlementOf, type UrbanRuralCode } from '@domain/geography/urban-rural';
import { parseCivilDay } from '@domain/time/civil-day';
import type { StoredDocument } from '@server/kernel/documents';
import type { CodedName, ExtractPopulation } from './division-extract';

type Division = StoredDocument<'divisions'>;

/** What is read of an extract. */
export interface CityExtract {
  readonly city: CodedName;
  readonly divisions: readonly CodedName[];
  readonly population: readonly Omit<ExtractPopulation, 'derivation'>[];
}

/** Every division, the city first. Throws when one has no parent in the extract. */
export function divisionDocuments(
  extract: CityExtract,
  urbanRuralCodeOf: (code: string) => UrbanRuralCode | null,
): Division[] {
  const rows = [extract.city, ...extract.divisions];
  const names = new Map(rows.map(({ code, name }) => [code, name]));
  const nameOf = (code: string): string => {
    const name = names.get(code);
    if (name === undefined) throw new Error(`no division ${code} in the extract`);
    return name;
  };
  const ruralCounts = countRuralCommunities(rows, urbanRuralCodeOf);
  return rows.map((row) => {
    const code = parseDivisionCode(row.code);
    return {
      _id: code,
      name: row.name,
      level: levelOf(code),
      parentCode: parentOf(code),
      ancestors: lineageOf(code)
        .slice(0, -1)
        .map((divisionCode) => ({ divisionCode, name: nameOf(divisionCode) })),
      population: populationOf(extract, row.code),
      settlementPopulation: [],
      urbanRuralCode: urbanRuralCodeOf(row.code),
      ruralCommunityCount: ruralCounts.get(code) ?? 0,
    };
  });
}

function populationOf(extract: CityExtract, code: string): Division['population'] {
  return extract.population
    .filter((row) => row.divisionCode === code)
    .map((row) => ({
      residents: row.residents,
      referenceDay: parseCivilDay(row.referenceDay),
      document: row.document,
    }));
}

/** By division: how many communities in it are rural (ST20). */
function countRuralCommunities(
  rows: readonly CodedName[],
  urbanRuralCodeOf: (code: string) => UrbanRuralCode | null,
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { code } of rows) {
    if (settlementOf(urbanRuralCodeOf(code)) !== 'rural') continue;
    for (const above of lineageOf(parseDivisionCode(code))) counts.set(above, (counts.get(above) ?? 0) + 1);
  }
  return counts;
}

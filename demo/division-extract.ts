/**
 * The divisions and residents of one city, cut out of the national list.
 * Why pure: the script that writes the file, the seed that reads it and the tests share one definition.
 */

/** Level below the city. Codes have 6, 9 and 12 digits; a parent's code is a prefix of its children's. */
export type ExtractLevel = 'county' | 'township' | 'community';

export interface ExtractDivision {
  readonly code: string;
  readonly name: string;
  readonly level: ExtractLevel;
}

export interface ExtractPopulation {
  readonly divisionCode: string;
  /** Resident population (常住人口), persons. */
  readonly residents: number;
  /** Day the count refers to, `YYYY-MM-DD`. */
  readonly referenceDay: string;
  readonly document: string;
  /** How a figure came about when no document states it: the city's is the sum of its counties. */
  readonly derivation?: 'sumOfCounties';
}

export interface ExtractSource {
  readonly package: string;
  readonly version: string;
  /** What the package took its list from, and when. */
  readonly dataset: string;
  readonly datasetDay: string;
}

export interface DivisionExtract {
  readonly source: ExtractSource;
  /** Shanghai day on which the extract was made. */
  readonly extractedOn: string;
  readonly city: { readonly code: string; readonly name: string };
  readonly divisions: readonly ExtractDivision[];
  readonly population: readonly ExtractPopulation[];
}

/** A row of the national list, at any level. */
export interface CodedName {
  readonly code: string;
  readonly name: string;
}

export interface NationalList {
  readonly cities: readonly CodedName[];
  readonly counties: readonly CodedName[];
  readonly townships: readonly CodedName[];
  readonly communities: readonly CodedName[];
}

/** A county row of a census file. */
export interface CensusRow {
  readonly divisionCode: string;
  readonly name: string;
  readonly residents: number;
  readonly referenceDay: string;
  readonly document: string;
}

const CENSUS_HEADER = 'division_code,name,resident_population,reference_date,source';

/**
 * Reads a census file (header `division_code,name,resident_population,reference_date,source`, no quoting).
 * Throws with the line number on a malformed row.
 */
export function parseCensusCsv(text: string): CensusRow[] {
  const lines = text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '');
  if (lines[0] !== CENSUS_HEADER) throw new Error(`census file: the first line must be ${CENSUS_HEADER}`);
  return lines.slice(1).map((line, index) => {
    const [divisionCode, name, residents, referenceDay, document, ...rest] = line.split(',');
    const isWhole =
      /^\d{6}$/.test(divisionCode ?? '') &&
      /^\d+$/.test(residents ?? '') &&
      /^\d{4}-\d{2}-\d{2}$/.test(referenceDay ?? '') &&
      rest.length === 0;
    if (!isWhole || !divisionCode || !name || !referenceDay || !document) {
      throw new Error(`census file: row ${String(index + 2)} is malformed: ${line}`);
    }
    return { divisionCode, name, residents: Number(residents), referenceDay, document };
  });
}

/**
 * Cuts one city out of the national list and joins its census. `cityCode` is the 4-digit code.
 * Throws when the city is unknown, a county is missing on either side, or a name differs: a wrong denominator
 * must never reach a board silently.
 */
export function buildDivisionExtract(input: {
  readonly cityCode: string;
  readonly list: NationalList;
  readonly census: readonly CensusRow[];
  readonly source: ExtractSource;
  readonly extractedOn: string;
}): DivisionExtract {
  const city = input.list.cities.find((row) => row.code === input.cityCode);
  if (!city) throw new Error(`no city with code ${input.cityCode}`);
  const below = (rows: readonly CodedName[], level: ExtractLevel): ExtractDivision[] =>
    rows
      .filter((row) => row.code.startsWith(city.code))
      .map((row) => ({ code: row.code, name: row.name.trim(), level }));
  const counties = below(input.list.counties, 'county');
  const divisions = [
    ...counties,
    ...below(input.list.townships, 'township'),
    ...below(input.list.communities, 'community'),
  ].sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0));
  return {
    source: input.source,
    extractedOn: input.extractedOn,
    city: { code: city.code, name: city.name },
    divisions,
    population: input.census.length === 0 ? [] : populationOf(city.code, counties, input.census),
  };
}

function populationOf(
  cityCode: string,
  counties: readonly ExtractDivision[],
  census: readonly CensusRow[],
): ExtractPopulation[] {
  const known = new Map(counties.map((county) => [county.code, county.name]));
  for (const row of census) {
    const name = known.get(row.divisionCode);
    if (name === undefined) throw new Error(`census row ${row.divisionCode} ${row.name}: no such county`);
    if (name !== row.name)
      throw new Error(`county ${row.divisionCode}: list says ${name}, census says ${row.name}`);
  }
  const rows = counties.map((county) => {
    const found = census.filter((row) => row.divisionCode === county.code);
    const [row] = found;
    if (!row || found.length > 1) {
      throw new Error(
        `county ${county.code} ${county.name}: ${String(found.length)} census rows, expected 1`,
      );
    }
    const { divisionCode, residents, referenceDay, document } = row;
    return { divisionCode, residents, referenceDay, document };
  });
  const [first] = rows;
  if (!first || rows.some((row) => row.referenceDay !== first.referenceDay)) {
    throw new Error('census rows of one city must share one reference day');
  }
  const residents = rows.reduce((sum, row) => sum + row.residents, 0);
  const { referenceDay, document } = first;
  return [
    { divisionCode: cityCode, residents, referenceDay, document, derivation: 'sumOfCounties' },
    ...rows,
  ];
}

/** JSON with one division a line, so that next year's extract shows as a short diff. */
export function formatDivisionExtract(extract: DivisionExtract): string {
  const lines = (rows: readonly object[]): string =>
    rows.length === 0 ? '[]' : `[\n${rows.map((row) => `    ${JSON.stringify(row)}`).join(',\n')}\n  ]`;
  return [
    '{',
    `  "source": ${JSON.stringify(extract.source)},`,
    `  "extractedOn": ${JSON.stringify(extract.extractedOn)},`,
    `  "city": ${JSON.stringify(extract.city)},`,
    `  "population": ${lines(extract.population)},`,
    `  "divisions": ${lines(extract.divisions)}`,
    '}',
    '',
  ].join('\n');
}

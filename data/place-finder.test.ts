/** Every community of the demo city, as rosters write it: itself, or nobody, and never another one. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDivisionCode } from '@domain/geography/division';
import { PlaceFinder, type KnownCommunity } from '@domain/import/place-finder';
import type { DivisionExtract } from '../demo/division-extract';

const parseExtract = (text: string): DivisionExtract => JSON.parse(text) as DivisionExtract;
const extract = parseExtract(readFileSync(join(__dirname, 'divisions/513200.json'), 'utf8'));
const names = new Map(extract.divisions.map(({ code, name }) => [code, name]));
const communities = extract.divisions
  .filter(({ level }) => level === 'community')
  .map(
    ({ code, name }): KnownCommunity => ({
      code: parseDivisionCode(code),
      name,
      townshipName: names.get(code.slice(0, 9)) ?? '',
      countyName: names.get(code.slice(0, 6)) ?? '',
    }),
  );
const finder = new PlaceFinder(communities, extract.city.name);

function find(community: string, township = '', county = ''): string {
  const found = finder.find({ county, township, community });
  return found.kind === 'found' ? found.community.code : found.kind;
}
/** 新桥村委会 → 新桥村, as people write it */
const shortName = (name: string): string =>
  name.replace(/村?(村委会|村民委员会)$/, '村').replace(/(居委会|居民委员会)$/, '');

test('[IM4] with its township, its county or in an address, every community of the city is found', () => {
  expect(communities.length).toBeGreaterThan(1_000);
  const missed = communities.filter(({ code, name, townshipName, countyName }) => {
    const short = shortName(name);
    const address = `四川省阿坝州${countyName}${townshipName}${short}2组12号`;
    const ways = [find(name, townshipName), find(address), find(code)];
    // 刷经寺镇居委会 without its last words is the township.
    if (short !== townshipName) ways.push(find(short, townshipName, countyName));
    return ways.some((found) => found !== code);
  });
  expect(missed).toEqual([]);
});

test('[IM4] its name alone finds it or is ambiguous; a township’s name finds nothing', () => {
  const wrong = communities.filter(({ code, name }) => ![code, 'ambiguous'].includes(find(name)));
  expect(wrong).toEqual([]);
  const townships = extract.divisions.filter(({ level }) => level === 'township');
  expect(townships.filter(({ name }) => find(name) !== 'unknown')).toEqual([]);
  expect(townships.filter(({ name }) => find(`${name}12号`) !== 'unknown')).toEqual([]);
});

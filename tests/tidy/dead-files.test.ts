/**
 * Every source is reached from something that runs: a function, the app, a page, a script, a test, a
 * configuration.
 */
import path from 'node:path';
import ts from 'typescript';
import { nodesOf, parseSource, scripts, TEST_FILE } from './source-files';

const texts = new Map(scripts.map((script) => [script.file, script]));

const ENTRIES = [
  /^cloudfunctions\/[^/]+\/index\.ts$/,
  /^src\/app(\.config)?\.tsx?$/,
  /^src\/(pages|packages)\/.*\/index(\.config)?\.tsx?$/,
  /^scripts\/[^/]+\.ts$/,
  /^tests\/.*\.ts$/,
  /^tests\/gallery\//,
  /^tests\/app\/[^/]+\.ts$/,
  /^config\/index\.ts$/,
  /^types\/.*\.d\.ts$/,
  TEST_FILE,
];
const ALIASES: readonly (readonly [string, string])[] = [
  ['@/', 'src/'],
  ...['domain', 'contract', 'server', 'local-cloud', 'demo'].map(
    (name) => [`@${name}/`, `${name}/`] as const,
  ),
];

function targetOf(file: string, specifier: string): string | null {
  if (specifier.startsWith('.')) return path.posix.join(path.posix.dirname(file), specifier);
  const alias = ALIASES.find(([prefix]) => specifier.startsWith(prefix));
  return alias === undefined ? null : alias[1] + specifier.slice(alias[0].length);
}

/** The file itself and, of a port with two sides, both. */
function filesAt(target: string): string[] {
  const bare = target.replace(/\.(ts|tsx|js)$/, '');
  return ['', '.ts', '.tsx', '/index.ts', '.h5.ts', '.h5.tsx', '.weapp.ts', '.weapp.tsx']
    .map((end) => (end === '' ? target : bare + end))
    .filter((file) => texts.has(file));
}

/** What a file imports, or names in a text as another program's entry (`'function-worker.ts'`). */
function neighboursOf(file: string): string[] {
  const script = texts.get(file);
  if (script === undefined) return [];
  const literals = [...nodesOf(parseSource(script))].filter(ts.isStringLiteralLike).map(({ text }) => text);
  return literals.flatMap((literal) => {
    const target = targetOf(file, literal);
    if (target !== null) return filesAt(target);
    if (!/\.tsx?$/.test(literal)) return [];
    if (texts.has(literal)) return [literal];
    const folder = file.split('/')[0] ?? '';
    return [...texts.keys()].filter(
      (named) => named.startsWith(`${folder}/`) && named.endsWith(`/${literal}`),
    );
  });
}

test('no file is dead', () => {
  const queue = [...texts.keys()].filter((file) => ENTRIES.some((entry) => entry.test(file)));
  const reached = new Set(queue);
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    for (const next of neighboursOf(file)) {
      if (reached.has(next)) continue;
      reached.add(next);
      queue.push(next);
    }
  }
  expect([...texts.keys()].filter((file) => !reached.has(file))).toEqual([]);
});

test('no source of the product serves tests only', () => {
  const isTest = (file: string): boolean => TEST_FILE.test(file) || file.startsWith('tests/');
  const queue = [...texts.keys()].filter(
    (file) => !isTest(file) && ENTRIES.some((entry) => entry.test(file)),
  );
  const reached = new Set(queue);
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    for (const next of neighboursOf(file).filter((name) => !reached.has(name))) {
      reached.add(next);
      queue.push(next);
    }
  }
  // An example beside the tests that share it is no product code.
  const product = /^(domain|contract|server|cloudfunctions|src|demo)\/(?!.*-example\.ts$)/;
  expect(
    [...texts.keys()].filter((file) => product.test(file) && !isTest(file) && !reached.has(file)),
  ).toEqual([]);
});

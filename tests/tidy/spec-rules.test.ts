/**
 * Rules and tests belong together: what docs/spec says is built has a test, and no test names a rule nobody
 * wrote.
 */
import { filesMatching, scripts, TEST_FILE } from './source-files';

const ID = /[A-Z]{2}\d+(?:\.\d+)?/;
const specifications = filesMatching(/^docs\/spec\/.*\.md$/);

/** Ids of table rows, by whether their section is called "Not built yet". */
function idsOf(isBuilt: boolean): string[] {
  return specifications.flatMap(({ text }) =>
    text
      .split(/^## /m)
      .filter((section) => section.startsWith('Not built yet') !== isBuilt)
      .flatMap((section) => [...section.matchAll(new RegExp(`^\\| (${ID.source}) \\|`, 'gm'))])
      .map(([, id]) => id ?? ''),
  );
}
const built = idsOf(true);
const planned = idsOf(false);

/** Ids in brackets, as they begin the name of a test or of a rule of the contract suite. */
const tested = new Set(
  scripts
    .filter(({ file }) => TEST_FILE.test(file) || file.startsWith('tests/contract/rules/'))
    .flatMap(({ text }) => [...text.matchAll(new RegExp(`['"\`](?:\\[${ID.source}\\])+ `, 'g'))])
    .flatMap(([name]) => [...name.matchAll(new RegExp(ID.source, 'g'))].map(([id]) => id)),
);

test('the specification has rules, each id once', () => {
  expect(built.length).toBeGreaterThan(50);
  expect(new Set([...built, ...planned]).size).toBe(built.length + planned.length);
});

test('every built rule has a test that carries its id', () => {
  expect(built.filter((id) => !tested.has(id))).toEqual([]);
});

test('every id in the name of a test is a built rule', () => {
  expect([...tested].filter((id) => !built.includes(id))).toEqual([]);
});

test('a comment names only rules that are written down', () => {
  const known = new Set([...built, ...planned]);
  const unknown = scripts
    .filter(({ file }) => !file.startsWith('tests/'))
    .flatMap(({ file, text }) =>
      [...text.matchAll(/\b(?:AT|ST|CE|RG|AC|PJ|RO|LK|BI|SI|SC|DB)\d+(?:\.\d+)?/g)].map(
        ([id]) => `${file}: ${id}`,
      ),
    )
    .filter((mention) => !known.has(mention.split(': ')[1] ?? ''));
  expect(unknown).toEqual([]);
});

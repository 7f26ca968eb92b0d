import { documentSchemas } from '@server/kernel/documents';
import { declaredCollections, readFunctionFacts } from './facts';
import { CLOUD_LIMITS, isList, limitProblems } from './limits';
import type { CollectionFacts, FunctionFacts } from './model';

const none = { collections: [], functions: [], miniProgram: { directory: '', digest: '', parts: [] } };

function collectionOf(...fields: (readonly string[])[]): { collections: CollectionFacts[] } {
  const indexes = fields.map((names, place) => ({
    name: `index-${place}`,
    keys: names.map((field) => ({ field, direction: 1 as const })),
  }));
  return { collections: [{ name: 'shifts', indexes }] };
}

function functionOf(further: Partial<FunctionFacts>): { functions: FunctionFacts[] } {
  const base = {
    name: 'api',
    directory: '',
    digest: '',
    bytes: 1,
    timeoutSeconds: 20,
    timers: [],
    openApi: [],
  };
  return { functions: [{ ...base, ...further }] };
}

it('finds nothing against what the product declares', () => {
  const facts = { ...none, collections: declaredCollections(), functions: readFunctionFacts() };
  expect(facts.functions.map(({ name }) => name)).toEqual([
    'api',
    'console',
    'export',
    'fold',
    'import',
    'messages',
    'nightly',
    'page',
    'paper',
    'sweep',
  ]);
  expect(limitProblems(facts)).toEqual([]);
});

const timer = { name: 't', cron: '0 0 3 * * * *' };
const many = Array.from({ length: CLOUD_LIMITS.fieldsPerIndex + 1 }, (_none, place) => `f${place}`);

it.each<
  [string, Partial<typeof none> | { functions: FunctionFacts[] } | { collections: CollectionFacts[] }, string]
>([
  ['an index of too many fields', collectionOf(many), '最多 31 个'],
  ['an index twice', collectionOf(['a', 'b'], ['a', 'b']), '字段完全相同'],
  ['a field twice', collectionOf(['a', 'a']), '重复的字段'],
  ['a field name the cloud refuses', collectionOf(['_private']), '字段名 _private 不合规则'],
  ['a field name that is too long', collectionOf(['a'.repeat(33)]), '最多 32 个字符'],
  ['too many indexes', collectionOf(...many.slice(0, 20).map((field) => [field])), '最多 20 个'],
  ['a name no function may have', functionOf({ name: 'a' }), '名字不合规则'],
  ['a function that may run too long', functionOf({ timeoutSeconds: 901 }), '只能是 1 到 900'],
  ['a bundle that is too large', functionOf({ bytes: 60 * 1024 * 1024 }), '代码字节'],
  ['two timers', functionOf({ timers: [timer, { ...timer, name: 'u' }] }), '只留一个'],
  ['a timer of five fields', functionOf({ timers: [{ name: 't', cron: '0 3 * * *' }] }), '不是七段'],
])('finds %s', (_what, change, words) => {
  expect(limitProblems({ ...none, ...change })).toEqual([expect.stringContaining(words)]);
});

it('finds two lists in one index, which the database cannot keep in order', () => {
  const index = {
    name: 'x',
    keys: [
      { field: 'consents', direction: 1 },
      { field: 'residences', direction: 1 },
    ],
  } as const;
  const collections = [{ name: 'volunteers', indexes: [index] }];
  expect(limitProblems({ ...none, collections })).toEqual([expect.stringContaining('两个数组字段')]);
});

it('knows lists from the schemas of documents', () => {
  expect(isList('accessLog', 'volunteerIds')).toBe(true);
  expect(isList('volunteers', 'residences.divisionCode')).toBe(true);
  expect(isList('shifts', 'place.divisionCode')).toBe(false);
  expect(isList('projects', 'accreditation.validToDay')).toBe(false);
  expect(Object.keys(documentSchemas)).toContain('accessLog');
});

it('finds a package of the mini-program that is too large', () => {
  const parts = [{ name: 'weapp main package', bytes: 3, limitBytes: 2 }];
  expect(limitProblems({ ...none, miniProgram: { ...none.miniProgram, parts } })).toEqual([
    'weapp main package 有 3 字节，超过 2：把页面移到分包',
  ]);
});

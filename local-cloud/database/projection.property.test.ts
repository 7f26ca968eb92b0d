/** Picking fields from the text must give what mingo gives from the document. */
import fc from 'fast-check';
import { Query } from 'mingo';
import { runtimeToStored, textToRuntime } from './ejson';
import { buildProjection } from './projection';
import type { RuntimeDocument } from './types';

const scalar = fc.oneof(
  fc.integer(),
  fc.string(),
  fc.boolean(),
  fc.constant(null),
  fc.record({ $date: fc.integer({ min: 0, max: 4e12 }) }),
);
const inner = fc.dictionary(fc.constantFrom('x', 'y'), scalar, { maxKeys: 2 });
const value = fc.oneof(scalar, inner, fc.array(fc.oneof(scalar, inner), { maxLength: 2 }));
const anyDocument = fc
  .dictionary(fc.constantFrom('a', 'b', 'c'), value, { maxKeys: 3 })
  .map((fields) => ({ _id: 'one', ...fields }));
const anyPaths = fc.uniqueArray(fc.constantFrom('a', 'b.x', 'b.y', 'c.x', 'c.y.z'), { minLength: 1 });

test('picked fields are those of the general projection', () => {
  fc.assert(
    fc.property(anyDocument, anyPaths, fc.boolean(), (document, paths, omitsId) => {
      const projection = {
        ...Object.fromEntries(paths.map((path) => [path, 1])),
        ...(omitsId ? { _id: 0 } : {}),
      };
      const text = JSON.stringify(document);
      const [expected] = new Query({}, {}).find<RuntimeDocument>([textToRuntime(text)], projection).all();
      expect(JSON.parse(buildProjection(projection)(text))).toEqual(runtimeToStored(expected ?? {}));
    }),
  );
});

test('a field and a part of it cannot be asked for together', () => {
  expect(() => buildProjection({ a: 1, 'a.x': 1 })).toThrow(/collision/i);
  expect(() => buildProjection({ 'a.x': 1, a: 1 })).toThrow(/collision/i);
});

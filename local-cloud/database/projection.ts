/** Why this exists: the fields of a query's answer, as text ready for the wire. */
import { Query } from 'mingo';
import { isPlainObject, parseStoredText, runtimeToStored, textToRuntime } from './ejson';
import { invalidParameter, notImplemented } from './errors';
import { asRequest } from './matcher';
import type { JsonObject, RuntimeDocument } from './types';

const PROJECTION_OPERATORS = new Set(['$slice', '$elemMatch']);

export type Projection = (text: string) => string;

function checkProjection(projection: Record<string, unknown>): void {
  for (const [field, value] of Object.entries(projection)) {
    if (field.startsWith('$') || field === '') throw invalidParameter(`the projection field '${field}'`);
    if (value === 0 || value === 1 || value === true || value === false) continue;
    const operator = isPlainObject(value) ? Object.keys(value)[0] : undefined;
    if (operator === undefined || !PROJECTION_OPERATORS.has(operator)) {
      throw notImplemented(`the projection ${JSON.stringify(value)} of '${field}'`);
    }
  }
}

/** Picks whole top-level fields without decoding the document. */
function pick(fields: ReadonlySet<string>): Projection {
  return (text) => {
    const document = parseStoredText(text);
    const picked: JsonObject = {};
    for (const field of Object.keys(document)) {
      const value = document[field];
      if (fields.has(field) && value !== undefined) picked[field] = value;
    }
    return JSON.stringify(picked);
  };
}

/** Compiles a projection; undefined keeps the stored text as it is. */
export function buildProjection(projection: unknown): Projection {
  if (projection === undefined) return (text) => text;
  if (!isPlainObject(projection)) throw invalidParameter('projection must be an object');
  checkProjection(projection);
  const entries = Object.entries(projection);
  if (entries.length === 0) return (text) => text;
  const included = entries.filter(([, value]) => value === 1 || value === true).map(([field]) => field);
  const omitsId = projection['_id'] === 0 || projection['_id'] === false;
  if (
    included.length === entries.length - (omitsId ? 1 : 0) &&
    included.length > 0 &&
    included.every((field) => !field.includes('.'))
  ) {
    return pick(new Set(omitsId ? included : [...included, '_id']));
  }
  const query = new Query({}, {});
  return (text) =>
    asRequest(() => {
      const [answer] = query.find<RuntimeDocument>([textToRuntime(text)], projection).all();
      return JSON.stringify(runtimeToStored(answer ?? {}));
    });
}

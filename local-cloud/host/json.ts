/** JSON as the wire carries it, with the few parsers the host needs at its doors. */

export type JsonValue = null | boolean | number | string | JsonValue[] | JsonObject;

export interface JsonObject {
  [key: string]: JsonValue;
}

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Parses JSON text. Throws `SyntaxError` on malformed text. */
export function parseJson(text: string): JsonValue {
  return JSON.parse(text) as JsonValue;
}

/** Parses JSON text that must hold an object; empty text counts as `{}`. Throws `SyntaxError` otherwise. */
export function parseJsonObject(text: string): JsonObject {
  if (text.trim() === '') return {};
  const value = parseJson(text);
  if (!isJsonObject(value)) throw new SyntaxError('a JSON object is expected');
  return value;
}

/** JSON text of any serialisable value; what JSON cannot say (`undefined`, a function) becomes `null`. */
export function jsonTextOf(value: unknown): string {
  const isUnsayable = value === undefined || typeof value === 'function' || typeof value === 'symbol';
  return isUnsayable ? 'null' : JSON.stringify(value);
}

export function stringOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

export function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

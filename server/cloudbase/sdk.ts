/**
 * The part of wx-server-sdk the product uses, with types: the package's own say `any` or `void` where it
 * matters. `parseSdk…` are the only places where the SDK's shapes are believed.
 */
import cloud from 'wx-server-sdk';

export type SdkDocument = Record<string, unknown>;
/** an operator made by `command` */
export type SdkCommand = object;

export interface SdkDocumentReference {
  get(): Promise<{ data: SdkDocument | null }>;
  set(options: { data: SdkDocument }): Promise<unknown>;
  update(options: { data: SdkDocument }): Promise<{ stats: { updated: number } }>;
  remove(): Promise<unknown>;
}
export interface SdkQuery {
  where(condition: SdkDocument | SdkCommand): SdkQuery;
  orderBy(field: string, direction: 'asc' | 'desc'): SdkQuery;
  limit(count: number): SdkQuery;
  field(fields: Readonly<Record<string, boolean>>): SdkQuery;
  get(): Promise<{ data: SdkDocument[] }>;
  count(): Promise<{ total: number }>;
}
export interface SdkAggregate {
  match(condition: SdkDocument | SdkCommand): SdkAggregate;
  group(specification: SdkDocument): SdkAggregate;
  limit(count: number): SdkAggregate;
  end(): Promise<{ list: SdkDocument[] }>;
}
export interface SdkCollection extends SdkQuery {
  doc(id: string): SdkDocumentReference;
  add(options: { data: SdkDocument }): Promise<unknown>;
  aggregate(): SdkAggregate;
}
export interface SdkTransaction {
  collection(name: string): SdkCollection;
  commit(): Promise<unknown>;
  rollback(): Promise<unknown>;
}
export interface SdkOperators {
  in(values: readonly unknown[]): SdkCommand;
  gte(value: unknown): SdkCommand;
  gt(value: unknown): SdkCommand;
  lt(value: unknown): SdkCommand;
  lte(value: unknown): SdkCommand;
  and(...conditions: (SdkDocument | SdkCommand)[]): SdkCommand;
  or(...conditions: (SdkDocument | SdkCommand)[]): SdkCommand;
  inc(amount: number): SdkCommand;
  aggregate: { sum(expression: string | number): SdkCommand };
}
export interface SdkDatabase {
  collection(name: string): SdkCollection;
  startTransaction(): Promise<SdkTransaction>;
  command: SdkOperators;
}

/**
 * The database of the environment the function runs in; a missing document reads as null instead of throwing.
 */
export function sdkDatabase(): SdkDatabase {
  const { init, database } = parseSdkEntry(cloud);
  init({ env: cloud.DYNAMIC_CURRENT_ENV });
  return database({ throwOnNotFound: false });
}

interface SdkEntry {
  init: (configuration: { env: symbol }) => void;
  database: (configuration: { throwOnNotFound: boolean }) => SdkDatabase;
}

function parseSdkEntry(entry: unknown): SdkEntry {
  return entry as SdkEntry;
}

/** An open API call, e.g. `['phonenumber', 'getPhoneNumber']`. */
export async function callOpenApi(
  path: readonly [string, string],
  parameters: SdkDocument,
): Promise<SdkDocument> {
  const group = parseRecord(Reflect.get(cloud.openapi, path[0]));
  const call = parseCall(group[path[1]]);
  return parseRecord(await call(parameters));
}

function parseRecord(value: unknown): SdkDocument {
  return typeof value === 'object' || typeof value === 'function' ? ((value ?? {}) as SdkDocument) : {};
}

function parseCall(value: unknown): (parameters: SdkDocument) => Promise<unknown> {
  return value as (parameters: SdkDocument) => Promise<unknown>;
}

/**
 * Why this exists: exact types for the part of wx-server-sdk the contract uses; its own are `any` or
 * wrong.
 */

export type Row = Record<string, unknown>;

export interface SdkAggregate {
  addFields(value: object): SdkAggregate;
  bucket(value: object): SdkAggregate;
  count(value: string): SdkAggregate;
  facet(value: object): SdkAggregate;
  geoNear(value: object): SdkAggregate;
  group(value: object): SdkAggregate;
  limit(value: number): SdkAggregate;
  lookup(value: object): SdkAggregate;
  match(value: object): SdkAggregate;
  project(value: object): SdkAggregate;
  replaceRoot(value: object): SdkAggregate;
  sample(value: object): SdkAggregate;
  skip(value: number): SdkAggregate;
  sort(value: object): SdkAggregate;
  sortByCount(value: unknown): SdkAggregate;
  unwind(value: unknown): SdkAggregate;
  end(): Promise<{ list: Row[] }>;
}

export interface SdkQuery {
  where(condition: object): SdkQuery;
  orderBy(path: string, order: 'asc' | 'desc'): SdkQuery;
  limit(rows: number): SdkQuery;
  skip(rows: number): SdkQuery;
  field(projection: object): SdkQuery;
  get(): Promise<{ data: Row[] }>;
  update(options: { data: object; multi?: boolean }): Promise<{ stats: { updated: number } }>;
  remove(): Promise<{ stats: { removed: number } }>;
  count(): Promise<{ total: number }>;
}

export interface SdkDocument {
  get(): Promise<{ data: Row | null }>;
  set(options: { data: object }): Promise<{ stats: { updated: number; created: number } }>;
  update(options: { data: object }): Promise<{ stats: { updated: number } }>;
  remove(): Promise<{ stats: { removed: number } }>;
}

export interface SdkCollection extends SdkQuery {
  doc(id: string): SdkDocument;
  add(options: { data: object }): Promise<{ _id?: string; _ids?: string[] }>;
  aggregate(): SdkAggregate;
}

export interface SdkTransaction {
  collection(name: string): SdkCollection;
  commit(): Promise<unknown>;
  rollback(reason?: unknown): Promise<unknown>;
}

export interface SdkOperator {
  and(...conditions: unknown[]): SdkOperator;
  or(...conditions: unknown[]): SdkOperator;
}

type Make = (...values: unknown[]) => SdkOperator;
export interface SdkCommand extends Record<
  | 'eq'
  | 'neq'
  | 'gt'
  | 'gte'
  | 'lt'
  | 'lte'
  | 'in'
  | 'nin'
  | 'and'
  | 'or'
  | 'nor'
  | 'not'
  | 'exists'
  | 'mod'
  | 'all'
  | 'elemMatch'
  | 'size'
  | 'geoNear'
  | 'geoWithin'
  | 'geoIntersects'
  | 'expr'
  | 'set'
  | 'remove'
  | 'inc'
  | 'mul'
  | 'min'
  | 'max'
  | 'rename'
  | 'push'
  | 'pop'
  | 'shift'
  | 'unshift'
  | 'addToSet'
  | 'pull'
  | 'pullAll',
  Make
> {
  aggregate: Record<'sum' | 'avg' | 'max' | 'min' | 'eq' | 'and' | 'gte' | 'dateToString' | 'push', Make>;
  project: Record<'slice' | 'elemMatch', Make>;
}

export interface SdkDatabase {
  command: SdkCommand;
  Geo: Record<'Point' | 'Polygon' | 'LineString', (...values: unknown[]) => object>;
  RegExp(options: { regexp: string; options?: string }): object;
  serverDate(options?: { offset: number }): object;
  collection(name: string): SdkCollection;
  startTransaction(): Promise<SdkTransaction>;
  runTransaction(work: (transaction: SdkTransaction) => Promise<unknown>, times?: number): Promise<unknown>;
}

export interface CloudSdk {
  init(options: { env: string }): void;
  database(options?: { throwOnNotFound: boolean }): SdkDatabase;
}

/** The real module, seen through the types above. */
export function parseSdk(module: unknown): CloudSdk {
  return module as CloudSdk;
}

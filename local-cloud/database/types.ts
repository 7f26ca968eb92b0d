/** Why this exists: the shapes shared by the parts of the local database, and its public options. */

export type JsonValue = string | number | boolean | null | JsonValue[] | JsonObject;
export interface JsonObject {
  [key: string]: JsonValue;
}

/** A document as mingo sees it: dates are `Date`, everything else is JSON. */
export type RuntimeDocument = Record<string, unknown>;
/** A query as mingo sees it: dates are `Date`, regular expressions are `RegExp`. */
export type RuntimeFilter = Record<string, unknown>;

export interface DatabaseLimits {
  /** rows of a query that names no limit */
  defaultQueryRows: number;
  /** most rows one query answers */
  maxQueryRows: number;
  /** rows of an aggregation without `$limit` */
  defaultAggregateRows: number;
  /** most rows one aggregation answers */
  maxAggregateRows: number;
  /** bytes of all documents in one answer */
  maxResultBytes: number;
  /** bytes of one stored document */
  maxDocumentBytes: number;
  /** life of a transaction on the injected clock, milliseconds */
  transactionLifeMilliseconds: number;
}

export const DEFAULT_LIMITS: DatabaseLimits = {
  defaultQueryRows: 100,
  maxQueryRows: 1000,
  defaultAggregateRows: 20,
  maxAggregateRows: 10_000,
  maxResultBytes: 1024 * 1024,
  maxDocumentBytes: 16 * 1024 * 1024,
  transactionLifeMilliseconds: 30_000,
};

export interface StorageFault {
  stage: 'commit';
  message: string;
}

export interface DatabaseOptions {
  /** file of the SQLite database, or `:memory:` */
  path: string;
  /** now, epoch milliseconds UTC; server dates and transaction expiry follow it */
  clock: () => number;
  limits?: Partial<DatabaseLimits>;
  /** called once when the disk refused a commit; the database answers only errors from then on */
  onFault?: (fault: StorageFault) => void;
}

export type IndexDirection = 1 | -1 | '2dsphere';
export interface IndexKey {
  field: string;
  direction: IndexDirection;
}
export interface IndexDeclaration {
  name: string;
  keys: IndexKey[];
  unique?: boolean;
}

export interface CollectionSummary {
  name: string;
  count: number;
  indexes: IndexDeclaration[];
}

export interface DatabaseStatistics {
  /** all wire actions since the last reset */
  roundTrips: number;
  /** wire actions by name, e.g. `database.getDocument` */
  actions: Record<string, number>;
  openTransactions: number;
}

/** `null` when the document does not exist. */
export type DocumentText = string | null;

export interface SortKey {
  path: string;
  direction: 1 | -1;
}

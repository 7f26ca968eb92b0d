/** Why this exists: what a contract rule is and what it may use. */
import type { Row, SdkCollection, SdkCommand, SdkDatabase } from './sdk';

/** Collections every host must offer, with the indexes the rules rely on. */
export const PLAIN = 'contract_plain';
/** unique index on `code`, plain index on `area` and `n` */
export const INDEXED = 'contract_indexed';
/** geo index on `place` */
export const PLACES = 'contract_places';
/** never declared */
export const UNDECLARED = 'contract_never_declared';

export interface ContractHost {
  /** made with `throwOnNotFound: false` */
  database: SdkDatabase;
  /** made with the SDK's defaults */
  strictDatabase: SdkDatabase;
  empty(): Promise<void>;
  /** lets time pass for the database, milliseconds */
  elapse(milliseconds: number): Promise<void>;
  stop(): Promise<void>;
}

export interface RuleContext {
  db: SdkDatabase;
  _: SdkCommand;
  strict: SdkDatabase;
  elapse: (milliseconds: number) => Promise<void>;
}

export interface Rule {
  /** `[DB1] …` */
  title: string;
  check(context: RuleContext): Promise<void>;
}

export interface Refusal {
  errCode: unknown;
  text: string;
}

/** What a call was refused with; fails the test when it was not refused. */
export async function refusalOf(work: Promise<unknown>): Promise<Refusal> {
  try {
    await work;
  } catch (error) {
    const shape: Row = typeof error === 'object' && error !== null ? { ...error } : {};
    const message = error instanceof Error ? error.message : '';
    const code = error instanceof Error && 'errCode' in error ? error.errCode : shape['errCode'];
    const text = typeof shape['errMsg'] === 'string' ? shape['errMsg'] : '';
    return { errCode: code, text: `${text} ${message}` };
  }
  throw new Error('the call was expected to be refused');
}

export async function one(collection: SdkCollection, id: string): Promise<Row | null> {
  return (await collection.doc(id).get()).data;
}

/** Ids of rows, in the order given. */
export function ids(rows: readonly Row[]): string[] {
  return rows.map((row) => String(row['_id']));
}

/** The words by which our retry recognises a lost transaction. */
export const CONFLICT =
  /TransactionConflict|TransactionBusy|TransactionNotExist|WriteConflict|TRANSACTION_CONFLICT/i;

/**
 * Transactions with bounded attempts. The SDK's own `runTransaction` loses the conflict code of operations
 * and retries only a conflict reported by the commit (docs/spec/cloud-database.md), so the product starts,
 * commits and repeats itself.
 */
import { BusyError } from '../kernel/busy-error';
import type { SdkDatabase, SdkTransaction } from './sdk';

/**
 * With a full jitter this rides out some hundred people on one document; after it the caller is told to try
 * again.
 */
const MAXIMUM_ATTEMPTS = 12;
const BASE_DELAY_MS = 8;
const MAXIMUM_DELAY_MS = 400;
/**
 * A clash, an expired transaction, or an outcome nobody knows: `work` reads before it decides, so it is
 * repeated.
 */
const REPEATABLE = new RegExp(
  [
    'TransactionConflict|TransactionBusy|TransactionNotExist|WriteConflict',
    'TRANSACTION_CONFLICT|TRANSACTION_NOT_EXIST|E11000|duplicate key',
    'ECONNRESET|socket hang up|ETIMEDOUT|timed? ?out|REQUEST_TIMEOUT',
  ].join('|'),
  'i',
);

export async function withTransaction<Result>(
  database: SdkDatabase,
  work: (transaction: SdkTransaction) => Promise<Result>,
): Promise<Result> {
  for (let attempt = 1; attempt <= MAXIMUM_ATTEMPTS; attempt += 1) {
    let transaction: SdkTransaction | null = null;
    try {
      transaction = await database.startTransaction();
      const result = await work(transaction);
      await transaction.commit();
      return result;
    } catch (error) {
      if (transaction !== null) await rollBack(transaction);
      if (!isRepeatable(error)) throw error;
      await pause(attempt);
    }
  }
  throw new BusyError('every attempt at the transaction clashed');
}

async function rollBack(transaction: SdkTransaction): Promise<void> {
  try {
    await transaction.rollback();
  } catch {
    // Already gone: a conflict or an expiry ends the transaction in the cloud.
  }
}

function isRepeatable(error: unknown): boolean {
  return REPEATABLE.test(textOf(error));
}

/** What an error of the SDK says, wherever it says it. */
export function textOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return String(error);
  const parts = ['code', 'errCode', 'errMsg', 'message'].map((key) => String(Reflect.get(error, key) ?? ''));
  return parts.join(' ');
}

function pause(attempt: number): Promise<void> {
  const ceiling = Math.min(MAXIMUM_DELAY_MS, BASE_DELAY_MS * 2 ** attempt);
  return new Promise((resolve) => setTimeout(resolve, Math.random() * ceiling));
}

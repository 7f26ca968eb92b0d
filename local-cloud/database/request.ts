/** Why this exists: what every wire action reads from its request body. */
import { parseJson, toRuntimeFilter } from './ejson';
import { notImplemented } from './errors';
import type { Transaction, Transactions } from './transactions';
import type { RuntimeFilter } from './types';

export type Body = Record<string, unknown>;
export type Answer = Record<string, unknown>;

/** The open transaction a request names; undefined for a plain request. */
export function transactionOf(transactions: Transactions, body: Body): Transaction | undefined {
  const { transactionId } = body;
  return transactionId === undefined || transactionId === null ? undefined : transactions.get(transactionId);
}

/** The server's time; inside a transaction the cloud does not offer it, so neither do we. */
export function serverClock(clock: () => number, transaction: Transaction | undefined): () => number {
  if (transaction === undefined) return clock;
  return () => {
    throw notImplemented('serverDate inside a transaction');
  };
}

export function filterOf(body: Body, clock: () => number): RuntimeFilter {
  const { query } = body;
  return query === undefined || query === null ? {} : toRuntimeFilter(parseJson(query, 'query'), clock);
}

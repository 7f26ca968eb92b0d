/**
 * Why this exists: the one place that builds a mingo predicate, with our geo operators and without scripts.
 */
import { Query } from 'mingo';
import { requestFailed } from './errors';
import { GEO_CONTEXT } from './geo';
import type { RuntimeDocument, RuntimeFilter } from './types';

/** Test of one runtime document. Errors of mingo become refusals of the database. */
export function buildMatcher(filter: RuntimeFilter): (document: RuntimeDocument) => boolean {
  const query = asRequest(() => new Query(filter, { context: GEO_CONTEXT, scriptEnabled: false }));
  return (document) => asRequest(() => query.test(document));
}

/** Runs mingo; what it throws is a refusal of the request, not a fault of the process. */
export function asRequest<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof Error && error.name !== 'DatabaseError') throw requestFailed(error.message);
    throw error;
  }
}

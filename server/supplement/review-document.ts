/** 复核 (AT10): what an office should look at, one document for a 补录 however many reasons there are. */
import { lineageOf } from '@domain/geography/division';
import type { StoredDocument } from '../kernel/documents';
import type { Transaction } from '../kernel/ports';
import type { SupplementDocument } from './supplement-document';

export type ReviewDocument = StoredDocument<'supplementReviews'>;

export function groupOfReview(state: ReviewDocument['state']): ReviewDocument['group'] {
  return state === 'accepted' || state === 'voided' ? 'decided' : state;
}

/** As it is opened first. */
export function openedReview(supplement: SupplementDocument, now: number): ReviewDocument {
  return {
    _id: supplement._id,
    teamId: supplement.teamId,
    officeKeys: lineageOf(supplement.divisionCode),
    handlerKeys: [...supplement.handlerKeys],
    state: 'open',
    group: 'open',
    openedAt: now,
    objections: [],
    question: null,
    answer: null,
    answeredBy: null,
    decidedBy: null,
    decidedAt: null,
    requestIds: [],
  };
}

/** The stored one, opened again when it was decided; or a new one. One round trip; nothing is written. */
export async function loadReview(
  transaction: Transaction,
  supplement: SupplementDocument,
  now: number,
): Promise<ReviewDocument> {
  const known = await transaction.get('supplementReviews', supplement._id);
  if (known === null) return openedReview(supplement, now);
  if (known.group !== 'decided') return known;
  return { ...known, state: 'open', group: 'open', openedAt: now, decidedBy: null, decidedAt: null };
}

/** Two round trips. */
export async function openReview(
  transaction: Transaction,
  supplement: SupplementDocument,
  now: number,
): Promise<void> {
  await transaction.put('supplementReviews', await loadReview(transaction, supplement, now));
}

/** Several 补录 accepted or taken back at once (CS10): whom it touches, and the minutes that stand or go. */
import { rejected } from '@domain/kernel/result';
import { isOpen } from '@domain/supplement/supplement';
import { supplementIdField } from '@contract/supplement-fields';
import { mayGovern } from '../kernel/actor';
import type { StoredDocument } from '../kernel/documents';
import type { RequestContext } from '../kernel/procedure';
import { decideReviewIn, refusalOfReview } from '../supplement/reviews';
import { actingIn, type SupplementDocument } from '../supplement/supplement-document';
import { effectOfRefusal, refusalWithoutReason, seenOf, toRefusal, type BatchHandler } from './batch-deed';

type ReviewDocument = StoredDocument<'supplementReviews'>;
type ServiceRecord = StoredDocument<'attendances'> | null;

/** What a record has counted, else what an open entry would at most; nothing of what has ended. */
function minutesOf(supplement: SupplementDocument, record: ServiceRecord): number {
  if (isOpen(supplement.state)) return supplement.minutes;
  return supplement.state === 'confirmed' && record !== null ? record.creditedMinutes : 0;
}

function seenOfReview(
  { ports }: RequestContext,
  review: ReviewDocument,
  supplement: SupplementDocument,
  record: ServiceRecord,
): string {
  const facts = [review.state, review.objections.length, review.answer, supplement.state, supplement.seq];
  return seenOf(ports, [...facts, minutesOf(supplement, record)]);
}

function handlerOf(deed: 'accept' | 'void'): BatchHandler {
  return {
    refusalOf: (_context, reason) => Promise.resolve(deed === 'accept' ? null : refusalWithoutReason(reason)),
    async effectOf(context, key) {
      const { database } = context.ports;
      const id = supplementIdField.safeParse(key);
      if (!id.success) return effectOfRefusal(context.ports, rejected('supplement.notFound'));
      const [acting, review, supplement, record] = await Promise.all([
        actingIn(context),
        database.get('supplementReviews', key),
        database.get('supplements', key),
        database.get('attendances', key),
      ]);
      const isHidden = review === null || supplement === null;
      if (isHidden || !mayGovern(acting.grants, supplement.divisionCode))
        return effectOfRefusal(context.ports, rejected('supplement.notFound'));
      const refusal = refusalOfReview(acting, review, supplement, deed);
      return {
        ...{ who: supplement.maskedName, peopleCount: 1, minutes: minutesOf(supplement, record) },
        refusal: refusal === null ? null : toRefusal(refusal),
        seen: seenOfReview(context, review, supplement, record),
      };
    },
    async run(context, { key, seen, requestId, reason }) {
      const id = supplementIdField.safeParse(key);
      if (!id.success) return rejected('supplement.notFound');
      const input = { supplementId: id.data, requestId, deed, reason };
      const acting = await actingIn(context);
      return context.ports.database.transaction((transaction) =>
        decideReviewIn(transaction, context, acting, input, async (review, supplement) => {
          const record = await transaction.get('attendances', key);
          return seenOfReview(context, review, supplement, record) === seen;
        }),
      );
    },
  };
}

export const acceptReviews = handlerOf('accept');
export const voidReviews = handlerOf('void');

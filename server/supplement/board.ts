/** 补录公示 (AT10): what is entered afterwards is seen by everybody, and anybody may object. */
import { rejected, type Rejection } from '@domain/kernel/result';
import { DAY_MS } from '@domain/time/civil-day';
import type { ErrorCode } from '@contract/error-codes';
import type { ViewOf } from '@contract/procedures';
import { pageOf, parseCursor } from '../kernel/cursor';
import { requireOpenId, type Handler } from '../kernel/procedure';
import { groupOfReview, loadReview } from './review-document';
import { currentSupplementRules } from './rules';
import { SUPPLEMENT_PAGE } from './supplement-document';

/** Two round trips: rules, page. The schema of the answer names every field that may leave. */
export const listPublicSupplements: Handler<'supplement.listPublic'> = async ({ cursor }, context) => {
  const { ports, now } = context;
  const { boardDays } = await currentSupplementRules(ports);
  const found = await ports.database.find('supplements', {
    where: { isPublic: true, enteredAt: { above: now - boardDays * DAY_MS } },
    // The cursor is public too: an id would tell whose entry the last one was.
    orderBy: [
      ['enteredAt', 'desc'],
      ['publicId', 'asc'],
    ],
    after: parseCursor(cursor),
    limit: SUPPLEMENT_PAGE + 1,
  });
  const page = pageOf(found, SUPPLEMENT_PAGE, ({ enteredAt, publicId }) => [enteredAt, publicId]);
  return {
    supplements: [...page.rows],
    days: boardDays,
    nextCursor: page.nextCursor,
  };
};

/** More say nothing new; the office is told already. */
const MAXIMUM_OBJECTIONS = 20;

/** One of each account: again is already. One look-up, then a transaction of two reads and a write. */
export const objectToSupplement: Handler<'supplement.object'> = async (input, context) => {
  const { now } = context;
  const { publicId, kind, text } = input;
  const { database } = context.ports;
  const [found] = await database.find('supplements', { where: { publicId }, limit: 1 });
  if (found === undefined) return rejected('supplement.notFound');
  const mark = `objection:${requireOpenId(context)}`;
  type Objected = ViewOf<'supplement.object'> | Rejection<ErrorCode>;
  return database.transaction(async (transaction): Promise<Objected> => {
    const supplement = await transaction.get('supplements', found._id);
    if (supplement?.isPublic !== true) return rejected('supplement.notFound');
    const review = await loadReview(transaction, supplement, now);
    if (review.requestIds.includes(mark)) return { outcome: 'already' };
    if (review.objections.length >= MAXIMUM_OBJECTIONS) return rejected('supplement.objectionsFull');
    await transaction.put('supplementReviews', {
      ...review,
      group: groupOfReview(review.state),
      objections: [...review.objections, { kind, text, at: now }],
      requestIds: [...review.requestIds, mark],
    });
    return { outcome: 'done' };
  });
};

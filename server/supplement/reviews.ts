/** 复核 (AT10): an office accepts, takes back with a reason – a reversal that is on record – or asks. */
import { SHORTEST_REASON } from '@domain/attendance/decide-approval';
import { assert, rejected, type Rejection } from '@domain/kernel/result';
import { isOpen } from '@domain/supplement/supplement';
import type { ErrorCode } from '@contract/error-codes';
import type { ParsedInputOf, ViewOf } from '@contract/procedures';
import { approverKeysOf } from '../attendance/approval-document';
import { voidVisit } from '../attendance/void-record';
import { mayGovern, officeDivisions } from '../kernel/actor';
import { pageOf, parseCursor } from '../kernel/cursor';
import type { StoredDocument } from '../kernel/documents';
import type { Transaction, Where } from '../kernel/ports';
import type { Handler, RequestContext } from '../kernel/procedure';
import { groupOfReview } from './review-document';
import {
  actingIn,
  closeSupplement,
  mayHandle,
  SUPPLEMENT_PAGE,
  toSupplementView,
  type Acting,
  type SupplementDocument,
} from './supplement-document';

const OLDEST_FIRST = [
  ['openedAt', 'asc'],
  ['_id', 'asc'],
] as const;

async function pageOfReviews({ ports }: RequestContext, where: Where, cursor: string | null) {
  const found = await ports.database.find('supplementReviews', {
    where,
    orderBy: OLDEST_FIRST,
    after: parseCursor(cursor),
    limit: SUPPLEMENT_PAGE + 1,
  });
  const page = pageOf(found, SUPPLEMENT_PAGE, ({ openedAt, _id }) => [openedAt, _id]);
  const ids = page.rows.map(({ _id }) => _id);
  const supplements = new Map(
    (await ports.database.getMany('supplements', ids)).map((one) => [one._id, one]),
  );
  const rows = page.rows.flatMap((review) => {
    const supplement = supplements.get(review._id);
    return supplement === undefined ? [] : [{ review, supplement }];
  });
  return { rows, nextCursor: page.nextCursor };
}

/** Three round trips: account and roles, page, the entries. */
export const listReviews: Handler<'supplement.listReviews'> = async ({ group, cursor }, context) => {
  const acting = await actingIn(context);
  const { grants, party } = acting;
  const officeKeys = officeDivisions(grants);
  const { rows, nextCursor } = await pageOfReviews(
    context,
    { officeKeys: { in: officeKeys }, group },
    cursor,
  );
  return {
    reviews: rows.map(({ review, supplement }) => ({
      ...review,
      supplement: toSupplementView(supplement, party),
    })),
    mayDecide: officeKeys.some((divisionCode) => mayGovern(grants, divisionCode)),
    nextCursor,
  };
};

/** Bounded: an office that asks and is answered again and again keeps the last ones. */
const KEPT_REQUESTS = 60;
type Decided = ViewOf<'supplement.decideReview'> | Rejection<ErrorCode>;
type DecideInput = ParsedInputOf<'supplement.decideReview'>;

export const decideReview: Handler<'supplement.decideReview'> = async (input, context) => {
  const acting = await actingIn(context);
  return context.ports.database.transaction((transaction) =>
    decideReviewIn(transaction, context, acting, input, () => Promise.resolve(true)),
  );
};

const STATE_OF_DEED = { accept: 'accepted', void: 'voided', ask: 'asked' } as const;

type ReviewDocument = StoredDocument<'supplementReviews'>;

/** What forbids the deed whatever its reason; null: nothing. */
export function refusalOfReview(
  { grants, party }: Acting,
  review: ReviewDocument,
  supplement: SupplementDocument,
  deed: DecideInput['deed'],
): Rejection<'actor.forbidden' | 'supplement.notWaiting' | 'record.own'> | null {
  if (!mayGovern(grants, supplement.divisionCode)) return rejected('actor.forbidden');
  if (review.group === 'decided') return rejected('supplement.notWaiting');
  if (party.volunteerId === supplement.volunteerId) return rejected('record.own');
  const isOver = !isOpen(supplement.state) && supplement.state !== 'confirmed';
  return deed === 'void' && isOver ? rejected('supplement.notWaiting') : null;
}

/** `isAsSeen`: still as whoever decides has seen it. */
export async function decideReviewIn(
  transaction: Transaction,
  context: RequestContext,
  acting: Acting,
  input: DecideInput,
  isAsSeen: (review: ReviewDocument, supplement: SupplementDocument) => Promise<boolean>,
): Promise<Decided> {
  const { supplementId, requestId, deed, reason } = input;
  const review = await transaction.get('supplementReviews', supplementId);
  const supplement = await transaction.get('supplements', supplementId);
  if (review === null || supplement === null) return rejected('supplement.notFound');
  if (!mayGovern(acting.grants, supplement.divisionCode)) return rejected('actor.forbidden');
  if (review.requestIds.includes(requestId)) return { state: review.state, outcome: 'already' };
  const refusalBefore = refusalOfReview(acting, review, supplement, deed);
  if (refusalBefore !== null) return refusalBefore;
  if (!(await isAsSeen(review, supplement))) return rejected('batch.changedMeanwhile');
  if (deed !== 'accept' && reason.trim().length < SHORTEST_REASON) return rejected('record.reasonMissing');
  if (deed === 'void') {
    const refusal = await takeBack(transaction, context, acting, supplement, input);
    if (refusal !== null) return refusal;
  }
  const state = STATE_OF_DEED[deed];
  const isDecided = deed !== 'ask';
  await transaction.put('supplementReviews', {
    ...review,
    state,
    group: groupOfReview(state),
    ...(isDecided ? {} : { question: reason, answer: null, answeredBy: null }),
    decidedBy: isDecided ? acting.name : null,
    decidedAt: isDecided ? context.now : null,
    requestIds: [...review.requestIds, requestId].slice(-KEPT_REQUESTS),
  });
  return { state, outcome: 'done' };
}

/** A record is reversed, with all that hangs on it; what is none yet ends. Null: done. */
async function takeBack(
  transaction: Transaction,
  context: RequestContext,
  { party, name }: Acting,
  supplement: SupplementDocument,
  { requestId, reason }: DecideInput,
): Promise<Rejection<ErrorCode> | null> {
  const cause = { requestId, reason, actor: party.openId, actorName: name };
  if (isOpen(supplement.state)) {
    await closeSupplement(transaction, context.now, supplement._id, cause);
    return null;
  }
  if (supplement.state !== 'confirmed') return rejected('supplement.notWaiting');
  const document = await transaction.get('attendances', supplement._id);
  const shift = await transaction.get('shifts', supplement.shiftId);
  assert(document !== null && shift !== null, 'a confirmed entry has a record');
  const done = await voidVisit(transaction, context, { document, shift }, cause);
  return 'outcome' in done ? null : done;
}

/** Three round trips. */
export const listQuestions: Handler<'supplement.listQuestions'> = async ({ cursor }, context) => {
  const { grants, party } = await actingIn(context);
  const where = { handlerKeys: { in: approverKeysOf(grants) }, group: 'asked' };
  const { rows, nextCursor } = await pageOfReviews(context, where, cursor);
  return {
    questions: rows.map(({ review, supplement }) => ({
      supplement: toSupplementView(supplement, party),
      question: review.question ?? '',
    })),
    nextCursor,
  };
};

export const answerQuestion: Handler<'supplement.answerQuestion'> = async (input, context) => {
  const acting = await actingIn(context);
  const { supplementId, requestId, answer } = input;
  type Answered = ViewOf<'supplement.answerQuestion'> | Rejection<ErrorCode>;
  return context.ports.database.transaction(async (transaction): Promise<Answered> => {
    const review = await transaction.get('supplementReviews', supplementId);
    const supplement = await transaction.get('supplements', supplementId);
    if (review === null || supplement === null) return rejected('supplement.notFound');
    if (!mayHandle(acting, supplement)) return rejected('actor.forbidden');
    if (review.requestIds.includes(requestId)) return { outcome: 'already' };
    if (review.state !== 'asked') return rejected('supplement.nothingAsked');
    await transaction.put('supplementReviews', {
      ...review,
      ...{ state: 'open' as const, group: 'open' as const, answer, answeredBy: acting.name },
      requestIds: [...review.requestIds, requestId].slice(-KEPT_REQUESTS),
    });
    return { outcome: 'done' };
  });
};

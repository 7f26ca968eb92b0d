/** 核准 (RM7, NC3): another person of an office decides; what was asked for is judged anew at that moment. */
import { rejected, type Rejection } from '@domain/kernel/result';
import { SHORTEST_EXPLANATION } from '@domain/volunteer/merge';
import type { ErrorCode } from '@contract/error-codes';
import type { ParsedInputOf } from '@contract/procedures';
import { mayGovern } from '../kernel/actor';
import type { StoredDocument } from '../kernel/documents';
import type { Transaction } from '../kernel/ports';
import type { Handler, RequestContext } from '../kernel/procedure';
import { boundAccounts, type BoundAccounts } from '../volunteer/accounts';
import { beginMerge } from './begin-merge';
import { changeIdentity } from './change-identity';
import { officerOf, type Officer } from './office-scope';
import { isOwn, toRequestView } from './request-view';
import { workMerge } from './work-merges';

type Input = ParsedInputOf<'person.decideRequest'>;
type PersonRequest = StoredDocument<'personRequests'>;

/** How long the request itself goes on with a merge: most are whole by then. */
const FIRST_RUN_MS = 8_000;

interface Deciding {
  readonly input: Input;
  readonly checker: Officer;
  readonly accounts: readonly BoundAccounts[];
}

/**
 * The decision is one transaction, and so is the beginning of a merge; what follows goes on for a while here
 * and then by the timer. Round trips: grants, account, request, two for each side's accounts, then those of
 * `beginMerge` or `changeIdentity` and three more.
 */
export const decidePersonRequest: Handler<'person.decideRequest'> = async (input, context) => {
  const { database } = context.ports;
  const checker = await officerOf(context);
  const asked = await database.get('personRequests', input.personRequestId);
  if (asked === null) return rejected('person.requestNotFound');
  const ids = [asked.volunteerId, ...(asked.otherId === null ? [] : [asked.otherId])];
  const accounts = await Promise.all(ids.map((id) => boundAccounts(context.ports, id)));
  const decided = await database.transaction((transaction) =>
    decideIn(transaction, context, { input, checker, accounts }),
  );
  if ('kind' in decided) return decided;
  if (decided.request.hasWork) await workMerge(context.ports, asked._id, context.ports.now() + FIRST_RUN_MS);
  const request = (await database.get('personRequests', asked._id)) ?? decided.request;
  return { request: toRequestView(request, checker), outcome: decided.outcome };
};

interface Decided {
  readonly request: PersonRequest;
  readonly outcome: 'done' | 'already';
}
async function decideIn(
  transaction: Transaction,
  context: RequestContext,
  { input, checker, accounts }: Deciding,
): Promise<Decided | Rejection<ErrorCode>> {
  const request = await transaction.get('personRequests', input.personRequestId);
  const grants = await context.actor.grants();
  if (request === null) return rejected('person.requestNotFound');
  if (!request.officeKeys.some((code) => mayGovern(grants, code))) return rejected('person.requestNotFound');
  if (request.decisionRequestId === input.requestId) return { request, outcome: 'already' };
  if (request.state !== 'waiting') return rejected('person.requestDecided');
  if (isOwn(request, checker)) return rejected('person.ownRequest');
  if (!input.isApproved && input.reason.trim().length < SHORTEST_EXPLANATION)
    return rejected('person.explanationMissing', { minimum: SHORTEST_EXPLANATION });
  const outcome = input.isApproved
    ? await carryOut(transaction, context, request, accounts, input.requestId)
    : { ...request, state: 'refused' as const, isOpen: false, refusalReason: input.reason };
  if ('code' in outcome) return outcome;
  const decision = { checker, decidedAt: context.now, decisionRequestId: input.requestId };
  const decided = { ...outcome, ...decision };
  await transaction.put('personRequests', decided);
  return { request: decided, outcome: 'done' };
}

async function carryOut(
  transaction: Transaction,
  context: RequestContext,
  request: PersonRequest,
  [own, others]: readonly BoundAccounts[],
  requestId: string,
): Promise<PersonRequest | Rejection<ErrorCode>> {
  const { volunteerId: survivorId, otherId } = request;
  if (own === undefined) throw new Error('invariant broken: a request is about somebody');
  if (otherId === null || others === undefined)
    return changeIdentity(transaction, context, request, own, requestId);
  const accounts = { survivor: own, other: others };
  const refusal = await beginMerge(transaction, context, { survivorId, otherId, accounts, requestId });
  return refusal ?? { ...request, state: 'working', hasWork: true };
}

/**
 * 申请合并或更正 (RM1, NC1): written down with its reason and evidence; nothing is changed before another
 * decides.
 */
import { rejected, type Rejection } from '@domain/kernel/result';
import { SHORTEST_EXPLANATION } from '@domain/volunteer/merge';
import { redactName } from '@domain/volunteer/redact';
import type { ErrorCode } from '@contract/error-codes';
import type { ViewOf } from '@contract/procedures';
import type { StoredDocument } from '../kernel/documents';
import { requireOpenId, type Handler, type RequestContext } from '../kernel/procedure';
import { judgeIdentity, type NewIdentity } from './change-identity';
import { loadPair } from './merge-preview';
import { mayHandlePeople, officeKeysOf, officerOf, type Officer } from './office-scope';
import { toRequestView } from './request-view';

type PersonRequest = StoredDocument<'personRequests'>;
type Volunteer = StoredDocument<'volunteers'>;
type Asked = ViewOf<'person.requestMerge'> | Rejection<ErrorCode>;

interface Explained {
  readonly requestId: string;
  readonly reason: string;
  readonly evidence: string;
}

/** Round trips: grants, account, four for the pair, begin, read, write, commit. */
export const requestMerge: Handler<'person.requestMerge'> = async (input, context) => {
  const maker = await officerOf(context);
  const done = await alreadyAsked(context, input.requestId, maker);
  if (done !== null) return done;
  const refusal = refusalOfWords(input);
  if (refusal !== null) return refusal;
  const pair = await loadPair(context.ports.database, context, input.survivorId, input.otherId);
  if ('kind' in pair) return pair;
  const { survivor, other } = pair;
  return store(context, input, maker, {
    kind: 'merge',
    ...subjectOf([survivor, other]),
    otherId: other._id,
    otherMaskedName: redactName(other.name),
    otherVolunteerNumber: other.volunteerNumber,
    nameBox: null,
    idNumberBox: null,
  });
};

/** Round trips: grants, account, person, guardianship, number, begin, read, write, commit. */
export const requestIdentityChange: Handler<'person.requestIdentityChange'> = async (input, context) => {
  const { ports } = context;
  const maker = await officerOf(context);
  const done = await alreadyAsked(context, input.requestId, maker);
  if (done !== null) return done;
  const refusal = refusalOfWords(input);
  if (refusal !== null) return refusal;
  const volunteer = await ports.database.get('volunteers', input.volunteerId);
  const isHere = volunteer !== null && (await mayHandlePeople(context, [volunteer]));
  if (!isHere) return rejected('person.notFound');
  const wish: NewIdentity = { name: input.name, idNumber: input.idNumber };
  const verdict = await judgeIdentity(ports.database, context, volunteer, wish);
  if ('kind' in verdict) return verdict;
  return store(context, input, maker, {
    kind: 'identity',
    ...subjectOf([volunteer]),
    otherId: null,
    otherMaskedName: null,
    otherVolunteerNumber: null,
    nameBox: input.name === null ? null : ports.secrets.seal(input.name),
    idNumberBox: verdict.identity === null ? null : ports.secrets.seal(verdict.identity.text),
  });
};

function refusalOfWords({ reason, evidence }: Explained): Rejection<'person.explanationMissing'> | null {
  const isExplained = [reason, evidence].every((text) => text.trim().length >= SHORTEST_EXPLANATION);
  return isExplained ? null : rejected('person.explanationMissing', { minimum: SHORTEST_EXPLANATION });
}

function subjectOf(people: readonly [Volunteer, ...Volunteer[]]) {
  const [{ _id: volunteerId, name, volunteerNumber }] = people;
  return { volunteerId, maskedName: redactName(name), volunteerNumber, officeKeys: officeKeysOf(people) };
}

function personRequestIdOf(context: RequestContext, requestId: string): string {
  return context.ports.secrets.shortId('person-request', `${requireOpenId(context)}:${requestId}`);
}

async function alreadyAsked(
  context: RequestContext,
  requestId: string,
  maker: Officer,
): Promise<Asked | null> {
  const known = await context.ports.database.get('personRequests', personRequestIdOf(context, requestId));
  return known === null ? null : { request: toRequestView(known, maker), outcome: 'already' };
}

async function store(
  context: RequestContext,
  { requestId, reason, evidence }: Explained,
  maker: Officer,
  subject: Pick<
    PersonRequest,
    | 'kind'
    | 'volunteerId'
    | 'otherId'
    | 'maskedName'
    | 'volunteerNumber'
    | 'otherMaskedName'
    | 'otherVolunteerNumber'
    | 'officeKeys'
    | 'nameBox'
    | 'idNumberBox'
  >,
): Promise<Asked> {
  const _id = personRequestIdOf(context, requestId);
  const asked: PersonRequest = {
    ...subject,
    ...{ _id, reason, evidence, maker, state: 'waiting', isOpen: true, askedAt: context.now },
    ...{ before: null, checker: null, decidedAt: null, refusalReason: null, decisionRequestId: null },
    ...{ movedCount: 0, droppedCount: 0, hasWork: false, mergedAt: null },
  };
  const own = maker.volunteerId;
  if (own !== null && [asked.volunteerId, asked.otherId].includes(own)) return rejected('person.ownRequest');
  return context.ports.database.transaction(async (transaction) => {
    const known = await transaction.get('personRequests', _id);
    if (known !== null) return { request: toRequestView(known, maker), outcome: 'already' as const };
    await transaction.add('personRequests', asked);
    return { request: toRequestView(asked, maker), outcome: 'asked' as const };
  });
}

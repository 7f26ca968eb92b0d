/** Who sees which 补录 (AT10): those who handle them, the volunteers they are about, their guardians. */
import { rejected } from '@domain/kernel/result';
import { approverKeysOf } from '../attendance/approval-document';
import { pageOf, parseCursor } from '../kernel/cursor';
import type { Handler, RequestContext } from '../kernel/procedure';
import {
  actingIn,
  mayHandle,
  NEWEST_FIRST,
  SUPPLEMENT_PAGE,
  toSupplementView,
  type Acting,
  type SupplementDocument,
} from './supplement-document';
import { logLook } from '../trail/access-log';

function pageView(found: readonly SupplementDocument[], { party }: Acting) {
  const page = pageOf(found, SUPPLEMENT_PAGE, ({ enteredAt, _id }) => [enteredAt, _id]);
  return {
    supplements: page.rows.map((row) => toSupplementView(row, party)),
    nextCursor: page.nextCursor,
  };
}

/** Two round trips: account and roles, page. */
export const listSupplements: Handler<'supplement.listToHandle'> = async ({ group, cursor }, context) => {
  const acting = await actingIn(context);
  const found = await context.ports.database.find('supplements', {
    where: { handlerKeys: { in: approverKeysOf(acting.grants) }, group },
    orderBy: NEWEST_FIRST,
    after: parseCursor(cursor),
    limit: SUPPLEMENT_PAGE + 1,
  });
  return pageView(found, acting);
};

/** Three round trips: account and roles, the children one acts for, page. */
export const listMySupplements: Handler<'supplement.listMine'> = async ({ cursor }, context) => {
  const acting = await actingIn(context);
  const { volunteerId } = acting.party;
  if (volunteerId === null) return { supplements: [], nextCursor: null };
  const { database } = context.ports;
  const childIds = (await database.get('guardians', volunteerId))?.childIds ?? [];
  const found = await database.find('supplements', {
    where: { volunteerId: { in: [volunteerId, ...childIds] } },
    orderBy: NEWEST_FIRST,
    after: parseCursor(cursor),
    limit: SUPPLEMENT_PAGE + 1,
  });
  return pageView(found, acting);
};

const STEPS_SHOWN = 20;

/**
 * Evidence shows people, so a look by anybody but the volunteer is on record before the answer leaves. Round
 * trips: account and roles, entry, guardianship of a child, evidence and steps at once, log, addresses.
 */
export const getSupplement: Handler<'supplement.get'> = async ({ supplementId }, context) => {
  const { database, platform } = context.ports;
  const acting = await actingIn(context);
  const supplement = await database.get('supplements', supplementId);
  if (supplement === null) return rejected('supplement.notFound');
  const isAbout = acting.party.volunteerId === supplement.volunteerId;
  const isAllowed = isAbout || mayHandle(acting, supplement) || (await isGuardian(context, supplement));
  if (!isAllowed) return rejected('supplement.notFound');
  const { seq, evidenceIds } = supplement;
  const stepIds = Array.from({ length: Math.min(seq, STEPS_SHOWN) }, (_none, index) => seq - index);
  const [evidence, steps] = await Promise.all([
    database.getMany('evidence', evidenceIds),
    database.getMany(
      'supplementSteps',
      stepIds.map((one) => `${supplementId}:${String(one)}`),
    ),
  ]);
  if (!isAbout)
    await logLook(context, {
      procedure: 'supplement.get',
      divisionCode: supplement.divisionCode,
      measure: `supplement:${supplement._id}`,
      volunteerIds: [supplement.volunteerId],
    });
  const urls = await platform.fileUrls(evidence.map(({ fileId }) => fileId));
  return {
    supplement: toSupplementView(supplement, acting.party),
    evidence: evidence.map(({ kind }, index) => ({ kind, url: urls[index] ?? '' })),
    steps: steps
      .sort((a, b) => b.seq - a.seq)
      .map(({ seq: number, to, at, actorName, reason }) => ({
        seq: number,
        to,
        at,
        byName: actorName,
        reason,
      })),
  };
};

async function isGuardian(
  { ports, actor }: RequestContext,
  supplement: SupplementDocument,
): Promise<boolean> {
  const account = await actor.account();
  if (account === null) return false;
  const guardianship = await ports.database.get('guardianships', supplement.volunteerId);
  return guardianship?.isInForce === true && guardianship.guardianId === account.volunteerId;
}

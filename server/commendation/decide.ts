/** 登记、核对、撤销 (CM1–CM3): by an office of the subject's county or of the city; two people for every honour. */
import { officesOver } from '@domain/geography/division';
import {
  parseCommendationId,
  parseProjectId,
  parseTeamId,
  parseVolunteerId,
  type DivisionCode,
} from '@domain/kernel/identifiers';
import { rejected, type Rejection } from '@domain/kernel/result';
import { civilDayOf } from '@domain/time/civil-day';
import { decideCheck, decideProposal, decideRevocation, isOfCity } from '@domain/training/commendation';
import { redactName } from '@domain/volunteer/redact';
import type { ErrorCode } from '@contract/error-codes';
import type { ParsedInputOf } from '@contract/procedures';
import { mayGovern, officeDivisions, type RoleGrant } from '../kernel/actor';
import type { StoredDocument } from '../kernel/documents';
import type { Ports, Transaction } from '../kernel/ports';
import { requireOpenId, type Handler, type RequestContext } from '../kernel/procedure';
import { homeOf, officerOf } from '../person/office-scope';
import { toCommendationView } from './commendation-view';

type Commendation = StoredDocument<'commendations'>;

interface Subject {
  /** in full */
  readonly name: string;
  readonly shownName: string;
  readonly divisionCode: DivisionCode;
}

/** One round trip. Null: nobody, or no longer. */
async function subjectOf(
  { database }: Ports,
  { kind, subjectId }: Pick<ParsedInputOf<'commendation.propose'>, 'kind' | 'subjectId'>,
): Promise<Subject | null> {
  switch (kind) {
    case 'volunteer': {
      const volunteer = await database.get('volunteers', parseVolunteerId(subjectId));
      if (volunteer?.status !== 'active') return null;
      const { name } = volunteer;
      return { name, shownName: redactName(name), divisionCode: homeOf(volunteer) };
    }
    case 'team': {
      const team = await database.get('teams', parseTeamId(subjectId));
      return team && { name: team.name, shownName: team.name, divisionCode: team.divisionCode };
    }
    case 'project': {
      const project = await database.get('projects', parseProjectId(subjectId));
      return project && { name: project.title, shownName: project.title, divisionCode: project.divisionCode };
    }
  }
}

function isCityOffice(grants: readonly RoleGrant[]): boolean {
  return officeDivisions(grants).some((code) => isOfCity(code) && mayGovern(grants, code));
}

/**
 * Who lives or works elsewhere is nobody here. Round trips: subject, grants, account; begin, 1, 1, commit.
 */
export const proposeCommendation: Handler<'commendation.propose'> = async (input, context) => {
  const { ports, now } = context;
  const [subject, grants, maker] = await Promise.all([
    subjectOf(ports, input),
    context.actor.grants(),
    officerOf(context),
  ]);
  const isKnown = subject !== null && mayGovern(grants, subject.divisionCode) && subject.name === input.name;
  if (!isKnown) return rejected('commendation.subjectNotFound');
  const { kind, subjectId, title, level, documentNumber, day, reason, requestId } = input;
  const refusal = decideProposal({
    ...{ level, day, today: civilDayOf(now) },
    isCityOffice: isCityOffice(grants),
    isOwn: kind === 'volunteer' && maker.volunteerId === subjectId,
  });
  if (refusal !== null) return refusal;
  const openId = requireOpenId(context);
  const words = [title, documentNumber, reason].join('\n');
  if ((await ports.platform.checkContent(openId, words)) !== 'pass')
    return rejected('activity.contentRefused');
  const _id = parseCommendationId(ports.secrets.shortId('commendation', `${openId}:${requestId}`));
  return ports.database.transaction(async (transaction) => {
    const known = await transaction.get('commendations', _id);
    const commendation: Commendation = known ?? {
      ...{ _id, kind, subjectId, title, level, documentNumber, day, reason, maker, requestId },
      subjectName: subject.shownName,
      officeKeys: officesOver(subject.divisionCode),
      state: 'waiting',
      madeAt: now,
      ...{ checker: null, checkedAt: null, endReason: null, revokedBy: null },
    };
    if (known === null) await transaction.add('commendations', commendation);
    return { commendation: toCommendationView(commendation, openId) };
  });
};

export const decideCommendation: Handler<'commendation.decide'> = async (input, context) => {
  const checker = await officerOf(context);
  return change(context, input, (known) => {
    const { isApproved, reason } = input;
    const { state, maker, subjectId } = known;
    const decision = decideCheck({ state, maker, checker, subjectId, isApproved, reason });
    if (decision.kind === 'rejected') return decision;
    const endReason = isApproved ? null : reason;
    return { state: decision.state, checker, checkedAt: context.now, endReason };
  });
};

export const revokeCommendation: Handler<'commendation.revoke'> = async (input, context) => {
  const revokedBy = await officerOf(context);
  return change(context, input, ({ state }) => {
    const { reason } = input;
    return decideRevocation(state, reason) ?? { state: 'revoked' as const, endReason: reason, revokedBy };
  });
};

/** Of those that the own offices see; the same request again answers what it did. Round trips: 6. */
async function change(
  context: RequestContext,
  { commendationId, requestId }: Pick<ParsedInputOf<'commendation.revoke'>, 'commendationId' | 'requestId'>,
  decide: (known: Commendation) => Partial<Commendation> | Rejection<ErrorCode>,
) {
  const grants = await context.actor.grants();
  const openId = requireOpenId(context);
  return context.ports.database.transaction(async (transaction: Transaction) => {
    const known = await transaction.get('commendations', commendationId);
    const mayDecide = known?.officeKeys.some((code) => mayGovern(grants, code)) === true;
    if (known === null || !mayDecide) return rejected('commendation.notFound');
    if (known.requestId === requestId) return { commendation: toCommendationView(known, openId) };
    const decision = decide(known);
    if ('kind' in decision && decision.kind === 'rejected') return decision;
    const changed: Commendation = { ...known, ...decision, requestId };
    await transaction.put('commendations', changed);
    return { commendation: toCommendationView(changed, openId) };
  });
}

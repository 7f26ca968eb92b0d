/**
 * 指标 (ST34). Listing takes two round trips – roles, rows. Adding and withdrawing take roles, one look-up and
 * one transaction of at most four single documents, whatever the number of targets.
 */
import { lineageOf } from '@domain/geography/division';
import { parseTargetId, type DivisionCode } from '@domain/kernel/identifiers';
import { rejected, type Rejection } from '@domain/kernel/result';
import { periodInForce, refusalOfTarget, type TargetIndicator } from '@domain/statistics/target';
import { civilDayOf } from '@domain/time/civil-day';
import type { ErrorCode } from '@contract/error-codes';
import { mayGovern, officeDivisions } from '../kernel/actor';
import type { StoredDocument } from '../kernel/documents';
import type { Ports, Transaction } from '../kernel/ports';
import { requireOpenId, type Handler } from '../kernel/procedure';
import { mayRead } from './read-scope';

export type TargetDocument = StoredDocument<'targets'>;
type Outcome = { target: TargetDocument } | Rejection<ErrorCode>;

/** A division gets a few targets a year. */
const MAXIMUM_TARGETS = 200;

/** The targets of a division and of those above it: what may be in force there. One round trip. */
export function targetsOfLineage(ports: Ports, divisionCode: DivisionCode): Promise<TargetDocument[]> {
  return ports.database.find('targets', {
    where: { divisionCode: { in: lineageOf(divisionCode) } },
    orderBy: [
      ['fromDay', 'desc'],
      ['_id', 'asc'],
    ],
    limit: MAXIMUM_TARGETS,
  });
}

export function toTargetView({ _id, setBy: _setBy, withdrawnBy: _withdrawnBy, ...target }: TargetDocument) {
  return { targetId: _id, ...target };
}

export const listTargets: Handler<'statistics.listTargets'> = async ({ divisionCode }, context) => {
  const grants = await context.actor.grants();
  if (!mayRead(officeDivisions(grants), divisionCode)) return rejected('actor.forbidden');
  const targets = await context.ports.database.find('targets', {
    where: { divisionCode },
    orderBy: [
      ['fromDay', 'desc'],
      ['_id', 'asc'],
    ],
    limit: MAXIMUM_TARGETS,
  });
  return { targets: targets.map(toTargetView), mayEdit: mayGovern(grants, divisionCode) };
};

export const addTarget: Handler<'statistics.addTarget'> = async (input, context) => {
  const { ports } = context;
  if (!mayGovern(await context.actor.grants(), input.divisionCode)) return rejected('actor.forbidden');
  const division = await ports.database.get('divisions', input.divisionCode);
  if (division === null) return rejected('division.notFound');
  const { requestId, ...proposal } = input;
  const openId = requireOpenId(context);
  const target: TargetDocument = {
    ...proposal,
    _id: parseTargetId(ports.secrets.shortId('target', `${openId}:${requestId}`)),
    divisionName: division.name,
    setBy: openId,
    setAt: context.now,
    withdrawnDay: null,
    withdrawnBy: null,
  };
  const outcome = await ports.database.transaction((transaction) => addOnce(transaction, target));
  return 'kind' in outcome ? outcome : { target: toTargetView(outcome.target) };
};

/** Decides on the one document that holds the taken days, so two offices at once cannot both be right. */
async function addOnce(transaction: Transaction, target: TargetDocument): Promise<Outcome> {
  const known = await transaction.get('targets', target._id);
  if (known !== null) return { target: known };
  const { divisionCode, indicator, fromDay, toDay } = target;
  const taken = await takenPeriods(transaction, divisionCode, indicator);
  const refusal = refusalOfTarget(target, taken.periods);
  if (refusal !== null) return refusal;
  const periods = [...taken.periods, { targetId: target._id, fromDay, toDay }];
  await transaction.put('targetPeriods', { ...taken, periods });
  await transaction.add('targets', target);
  return { target };
}

export const withdrawTarget: Handler<'statistics.withdrawTarget'> = async ({ targetId }, context) => {
  const { database } = context.ports;
  const grants = await context.actor.grants();
  const found = await database.get('targets', targetId);
  if (found === null) return rejected('target.notFound');
  if (!mayGovern(grants, found.divisionCode)) return rejected('actor.forbidden');
  const outcome = await database.transaction(async (transaction): Promise<Outcome> => {
    const target = await transaction.get('targets', targetId);
    if (target === null) return rejected('target.notFound');
    if (target.withdrawnDay !== null) return { target };
    const withdrawn = {
      ...target,
      withdrawnDay: civilDayOf(context.now),
      withdrawnBy: requireOpenId(context),
    };
    const taken = await takenPeriods(transaction, target.divisionCode, target.indicator);
    const rest = periodInForce(withdrawn);
    const others = taken.periods.filter((period) => period.targetId !== targetId);
    const periods = rest === null ? others : [...others, { targetId, ...rest }];
    await transaction.put('targetPeriods', { ...taken, periods });
    await transaction.put('targets', withdrawn);
    return { target: withdrawn };
  });
  return 'kind' in outcome ? outcome : { target: toTargetView(outcome.target) };
};

async function takenPeriods(
  transaction: Transaction,
  divisionCode: DivisionCode,
  indicator: TargetIndicator,
): Promise<StoredDocument<'targetPeriods'>> {
  const _id = `${divisionCode}:${indicator}`;
  return (await transaction.get('targetPeriods', _id)) ?? { _id, periods: [] };
}

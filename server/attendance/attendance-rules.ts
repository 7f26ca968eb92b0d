/**
 * 签到规则 of the city (AT2, AT7): one document that is read when an activity is created – its shifts keep a
 * copy, so a check-in reads nothing more – and one for every version there ever was. Reading takes grants and
 * one document, changing grants and a transaction of three, a page of versions one more.
 */
import { DEFAULT_RULES, refusalOfRules } from '@domain/attendance/attendance-rules';
import { SHORTEST_REASON } from '@domain/attendance/decide-approval';
import { rejected, type Rejection } from '@domain/kernel/result';
import type { RulesVersion } from '@contract/crediting.contract';
import type { ErrorCode } from '@contract/error-codes';
import { officeDivisions, type RoleGrant } from '../kernel/actor';
import type { StoredDocument } from '../kernel/documents';
import type { Ports } from '../kernel/ports';
import { requireOpenId, type Handler, type RequestContext } from '../kernel/procedure';
import { cityOf } from '../system/city';
import { numbersBelow } from './record-history';

type Version = StoredDocument<'attendanceRules'>;
const CURRENT_ID = 'current';
const PAGE = 20;

/** One round trip. */
export async function currentRules(ports: Ports): Promise<RulesVersion> {
  return toView(await ports.database.get('attendanceRules', CURRENT_ID));
}

function toView(version: Version | null): RulesVersion {
  if (version === null) {
    return { version: 0, rules: DEFAULT_RULES, reason: '', setByName: '', setAt: null };
  }
  const { version: number, rules, reason, setByName, setAt } = version;
  return { version: number, rules, reason, setByName, setAt };
}

/** What makes the caller the office of the whole city. */
export async function cityGrantOf({ ports, actor }: RequestContext): Promise<RoleGrant | undefined> {
  const { cityCode } = await cityOf(ports);
  return (await actor.grants()).find(
    ({ role, scope }) =>
      role === 'cityOffice' && scope.kind === 'division' && scope.divisionCode === cityCode,
  );
}

export const getRules: Handler<'attendance.getRules'> = async (_input, context) => {
  const grants = await context.actor.grants();
  if (officeDivisions(grants).length === 0) return rejected('actor.forbidden');
  const current = await currentRules(context.ports);
  return { current, mayChange: (await cityGrantOf(context)) !== undefined };
};

export const listRuleVersions: Handler<'attendance.listRuleVersions'> = async ({ cursor }, context) => {
  const { database } = context.ports;
  if (officeDivisions(await context.actor.grants()).length === 0) return rejected('actor.forbidden');
  const { version } = await currentRules(context.ports);
  const { numbers, nextCursor } = numbersBelow(version, cursor, PAGE);
  const found = await database.getMany('attendanceRules', numbers.map(String));
  return { versions: found.sort((a, b) => b.version - a.version).map(toView), nextCursor };
};

export const changeRules: Handler<'attendance.changeRules'> = async (input, context) => {
  const office = await cityGrantOf(context);
  if (office === undefined) return rejected('actor.forbidden');
  const refusal = refusalOfRules(input.rules);
  if (refusal !== null) return refusal;
  if (input.reason.trim().length < SHORTEST_REASON) return rejected('rules.reasonMissing');
  return context.ports.database.transaction(
    async (transaction): Promise<{ current: RulesVersion } | Rejection<ErrorCode>> => {
      const known = await transaction.get('attendanceRules', CURRENT_ID);
      if (known?.requestId === input.requestId) return { current: toView(known) };
      if (input.version !== (known?.version ?? 0)) return rejected('rules.changedMeanwhile');
      const version = input.version + 1;
      const next = {
        version,
        rules: input.rules,
        reason: input.reason,
        setBy: requireOpenId(context),
        setByName: office.scopeName,
        setAt: context.now,
        requestId: input.requestId,
      };
      await transaction.put('attendanceRules', { _id: CURRENT_ID, ...next });
      await transaction.add('attendanceRules', { _id: String(version), ...next });
      return { current: toView({ _id: CURRENT_ID, ...next }) };
    },
  );
};

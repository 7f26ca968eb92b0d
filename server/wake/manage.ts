/** 唤醒 as an office makes, starts, stops and counts it anew (WK2): the walks themselves are a timer's. */
import { officesOver } from '@domain/geography/division';
import { rejected, type Rejection } from '@domain/kernel/result';
import { parseWakeId, type WakeId } from '@domain/kernel/identifiers';
import { civilDayOf } from '@domain/time/civil-day';
import type { ErrorCode } from '@contract/error-codes';
import { WAKE_MAXIMUM_PEOPLE } from '@contract/wake.contract';
import { mayGovern } from '../kernel/actor';
import { requireOpenId, type Handler, type RequestContext } from '../kernel/procedure';
import { officerOf } from '../person/office-scope';
import { NO_COUNTS, type WakeDocument } from './judge-homes';
import { NO_ARMS } from './measure';
import { MEASURED_ANEW } from './work-wakes';
import { toWakeView } from './wake-view';

/** The same request makes one. Round trips: grants, division, title's check, account; begin, 1, 2, commit. */
export const makeWake: Handler<'wake.make'> = async (input, context) => {
  const { ports, now } = context;
  const { requestId, divisionCode, ...wishes } = input;
  if (!mayGovern(await context.actor.grants(), divisionCode)) return rejected('actor.forbidden');
  const division = await ports.database.get('divisions', divisionCode);
  if (division === null) return rejected('division.notFound');
  const openId = requireOpenId(context);
  if ((await ports.platform.checkContent(openId, input.title)) !== 'pass')
    return rejected('activity.contentRefused');
  const { name: makerName } = await officerOf(context);
  const _id = parseWakeId(ports.secrets.shortId('wake', `${openId}:${requestId}`));
  return ports.database.transaction(async (transaction) => {
    const known = await transaction.get('wakes', _id);
    const wake: WakeDocument = known ?? {
      ...{ _id, divisionCode, ...wishes, divisionName: division.name, makerName, madeAt: now },
      officeKeys: officesOver(divisionCode),
      ...{ phase: 'counting', step: 0, workAt: now, takenUntil: null, cursor: '', walked: 0 },
      ...{ openTownships: [], counts: NO_COUNTS, countedAt: null, startedAt: null, assignedDay: null },
      ...{ isStopped: false, measured: NO_ARMS, result: null },
    };
    if (known === null) await transaction.add('wakes', wake);
    return { wake: toWakeView(wake) };
  });
};

/** A change takes the wake from whatever run has it. Round trips: grants; begin, 1, 2, commit. */
async function change(
  context: RequestContext,
  wakeId: WakeId,
  decide: (wake: WakeDocument) => Partial<WakeDocument> | Rejection<ErrorCode>,
) {
  const grants = await context.actor.grants();
  return context.ports.database.transaction(async (transaction) => {
    const wake = await transaction.get('wakes', wakeId);
    if (wake === null || !mayGovern(grants, wake.divisionCode)) return rejected('wake.notFound');
    const decision = decide(wake);
    if ('kind' in decision) return decision;
    if (Object.keys(decision).length === 0) return { wake: toWakeView(wake) };
    const changed: WakeDocument = { ...wake, ...decision, step: wake.step + 1, takenUntil: null };
    await transaction.put('wakes', changed);
    return { wake: toWakeView(changed) };
  });
}

/** Started once, the same command finds it so. */
export const startWake: Handler<'wake.start'> = ({ wakeId }, context) =>
  change(context, wakeId, ({ phase, counts, startedAt, isStopped }) => {
    if (isStopped) return rejected('wake.over');
    if (startedAt !== null) return {};
    if (phase !== 'ready') return rejected('wake.notReady');
    if (counts.invitable === 0) return rejected('wake.nobody');
    if (counts.invitable > WAKE_MAXIMUM_PEOPLE)
      return rejected('wake.tooMany', { count: counts.invitable, maximum: WAKE_MAXIMUM_PEOPLE });
    return { phase: 'inviting', startedAt: context.now, workAt: context.now, cursor: '', walked: 0 };
  });

/** Whoever is assigned by then is counted on, as everybody was meant to be. */
export const stopWake: Handler<'wake.stop'> = ({ wakeId }, context) =>
  change(context, wakeId, ({ isStopped, startedAt, assignedDay }) => {
    if (isStopped) return {};
    const { now } = context;
    if (startedAt === null) return { isStopped: true, phase: 'resting', workAt: null };
    return { isStopped: true, assignedDay: assignedDay ?? civilDayOf(now), workAt: now, ...MEASURED_ANEW };
  });

export const measureWake: Handler<'wake.measure'> = ({ wakeId }, context) =>
  change(context, wakeId, ({ phase, startedAt }) => {
    if (phase === 'measuring') return {};
    if (phase !== 'resting' || startedAt === null) return rejected('wake.notReady');
    return { ...MEASURED_ANEW, workAt: context.now };
  });

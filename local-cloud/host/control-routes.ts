import { parseFaultRule } from '../faults/fault-rules';
import type { Grant } from '../open-api/subscribe-messages';
import type { ControlRoute } from './control-types';
import type { ControlledCloud } from './controlled-cloud';
import { HttpError } from './http-error';
import { jsonAnswer } from './http-types';
import { isJsonObject, numberOf, parseJson, stringOf, type JsonObject, type JsonValue } from './json';

/** Routes that change something. */
export function controlRoutes(cloud: ControlledCloud): ControlRoute[] {
  return [
    { method: 'POST', path: 'timers/*/run', handle: ({ parameter }) => runTimer(cloud, parameter) },
    { method: 'POST', path: 'clock', handle: ({ body }) => setClock(cloud, body) },
    {
      method: 'POST',
      path: 'faults',
      handle: ({ body }) => jsonAnswer(cloud.faults.add(parseFaultRule(body)), 201),
    },
    {
      method: 'DELETE',
      path: 'faults',
      handle: () => {
        cloud.faults.clear();
        return jsonAnswer({ faults: [] });
      },
    },
    { method: 'DELETE', path: 'faults/*', handle: ({ parameter }) => removeFault(cloud, parameter) },
    { method: 'POST', path: 'subscriptions/accept', handle: ({ body }) => acceptMessages(cloud, body) },
    { method: 'POST', path: 'subscriptions', handle: ({ body }) => setSubscriptions(cloud, body) },
    {
      method: 'POST',
      path: 'phone-code',
      handle: ({ body }) => jsonAnswer(cloud.openApi.phoneNumbers.mint(stringOf(body['phoneNumber']) ?? '')),
    },
    {
      method: 'POST',
      path: 'seed',
      handle: async ({ body }) => {
        const report = await cloud.seed(body);
        cloud.functions.recycle();
        return jsonAnswer(report);
      },
    },
    {
      method: 'POST',
      path: 'reset',
      handle: async () => {
        await cloud.reset();
        cloud.functions.recycle();
        return jsonAnswer({ reset: true });
      },
    },
  ];
}

export function clockView(cloud: ControlledCloud): JsonObject {
  const now = cloud.clock.now();
  return { now, iso: new Date(now).toISOString(), offsetMs: cloud.clock.offsetMs };
}

async function runTimer(cloud: ControlledCloud, name: string): Promise<ReturnType<typeof jsonAnswer>> {
  const started = performance.now();
  const { id, result } = await cloud.timers.runNow(name);
  const durationMs = Math.round(performance.now() - started);
  if (!result.ok) {
    return jsonAnswer({ code: result.code, message: result.message, requestId: id, durationMs }, 500);
  }
  return jsonAnswer({ requestId: id, durationMs, result: parseJson(result.text) });
}

function instantOf(value: JsonValue | undefined): number | undefined {
  if (typeof value !== 'string') return numberOf(value);
  const instant = Date.parse(value);
  return Number.isNaN(instant) ? undefined : instant;
}

function setClock(cloud: ControlledCloud, body: JsonObject): ReturnType<typeof jsonAnswer> {
  const offsetMs = numberOf(body['offsetMs']);
  const advanceMs = numberOf(body['advanceMs']);
  const now = instantOf(body['now']);
  try {
    if (offsetMs !== undefined) cloud.clock.setOffset(offsetMs);
    else if (advanceMs !== undefined) cloud.clock.advance(advanceMs);
    else if (now !== undefined) cloud.clock.setNow(now);
    else throw new RangeError('one of offsetMs, advanceMs, now (epoch ms or ISO text) is needed');
  } catch (error) {
    throw new HttpError(400, 'INVALID_CLOCK', error instanceof Error ? error.message : 'invalid clock');
  }
  return jsonAnswer(clockView(cloud));
}

function removeFault(cloud: ControlledCloud, id: string): ReturnType<typeof jsonAnswer> {
  if (!cloud.faults.remove(id)) throw new HttpError(404, 'FAULT_NOT_FOUND', `there is no fault ${id}`);
  return jsonAnswer({ faults: cloud.faults.list() });
}

function grantOf(value: JsonValue): Grant {
  const openid = isJsonObject(value) ? stringOf(value['openid']) : undefined;
  const templateId = isJsonObject(value) ? stringOf(value['templateId']) : undefined;
  if (!isJsonObject(value) || openid === undefined || templateId === undefined) {
    throw new HttpError(400, 'INVALID_GRANT', 'a grant needs openid and templateId');
  }
  return { openid, templateId, count: numberOf(value['count']) ?? 1 };
}

/** Stands for the tap on 允许 in WeChat's dialog. */
function acceptMessages(cloud: ControlledCloud, body: JsonObject): ReturnType<typeof jsonAnswer> {
  const openid = stringOf(body['openid']) ?? '';
  const templateIds = Array.isArray(body['templateIds']) ? body['templateIds'] : [];
  if (openid === '' || !templateIds.every((one) => typeof one === 'string')) {
    throw new HttpError(400, 'INVALID_GRANT', 'an acceptance needs openid and templateIds');
  }
  cloud.openApi.messages.accept(openid, templateIds);
  return jsonAnswer(cloud.openApi.messages.ledger());
}

function setSubscriptions(cloud: ControlledCloud, body: JsonObject): ReturnType<typeof jsonAnswer> {
  const grants = Array.isArray(body['grants']) ? body['grants'].map(grantOf) : [];
  cloud.openApi.messages.setLedger(body['enforced'] !== false, grants);
  return jsonAnswer(cloud.openApi.messages.ledger());
}

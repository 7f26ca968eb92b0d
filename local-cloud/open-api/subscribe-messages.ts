import { randomUUID } from 'node:crypto';
import type { VirtualClock } from '../host/clock';
import { isJsonObject, stringOf, type JsonObject } from '../host/json';
import { RingBuffer } from '../host/ring-buffer';
import {
  accepted,
  refused,
  type OpenApiAnswer,
  type OpenApiCall,
  type OpenApiContext,
} from './open-api-types';

export interface SentMessage {
  readonly id: string;
  readonly sentAt: number;
  readonly openid: string;
  readonly templateId: string;
  readonly page: string | null;
  readonly data: JsonObject;
  readonly errcode: number;
  readonly errmsg: string;
}

export interface Grant {
  readonly openid: string;
  readonly templateId: string;
  readonly count: number;
}

interface Verdict {
  readonly errcode: number;
  readonly errmsg: string;
}

const KEPT_MESSAGES = 1000;
/** Longest value by the kind of template field, in characters. */
const FIELD_LIMITS: Record<string, number> = {
  thing: 20,
  number: 32,
  letter: 32,
  symbol: 5,
  character_string: 32,
  phone_number: 17,
  car_number: 8,
  name: 20,
  phrase: 5,
};

/** `2026年11月26日 10:05`; the clock may be left out. */
const TIME = /^\d{4}年\d{1,2}月\d{1,2}日( \d{2}:\d{2})?$/;

function isFitting(field: string, text: string): boolean {
  const kind = field.replace(/\d+$/, '');
  if (kind === 'time' || kind === 'date') return TIME.test(text);
  const limit = FIELD_LIMITS[kind];
  return limit === undefined || Array.from(text).length <= limit;
}

function problemOfData(data: JsonObject): string | null {
  for (const [field, entry] of Object.entries(data)) {
    const value = isJsonObject(entry) ? entry['value'] : undefined;
    if (typeof value !== 'string' && typeof value !== 'number') return `data.${field}.value is empty`;
    if (value === '' || !isFitting(field, String(value))) return `data.${field}.value is invalid`;
  }
  return null;
}

/** Subscription messages that would have been sent, and who agreed to receive them. */
export class SubscribeMessages {
  readonly sent = new RingBuffer<SentMessage>(KEPT_MESSAGES);
  /** Off: everybody agreed. On: only those with a grant, one message each. */
  private isEnforced: boolean;
  private readonly grants = new Map<string, Grant>();
  private readonly clock: VirtualClock;

  constructor(private readonly context: OpenApiContext) {
    this.clock = context.clock;
    this.isEnforced = context.needsGrants === true;
  }

  send(call: OpenApiCall): OpenApiAnswer {
    const { parameters } = call;
    const openid = stringOf(parameters['touser']) ?? '';
    const templateId = stringOf(parameters['template_id']) ?? '';
    const data = isJsonObject(parameters['data']) ? parameters['data'] : {};
    const page = stringOf(parameters['page']) ?? null;
    const { errcode, errmsg } = this.judge(openid, templateId, page, data);
    this.sent.push({
      id: randomUUID(),
      sentAt: this.clock.now(),
      openid,
      templateId,
      page,
      data,
      errcode,
      errmsg,
    });
    return errcode === 0 ? accepted() : refused(errcode, errmsg);
  }

  setLedger(isEnforced: boolean, grants: Grant[]): void {
    this.isEnforced = isEnforced;
    this.grants.clear();
    for (const grant of grants) this.grants.set(keyOf(grant.openid, grant.templateId), grant);
  }

  /** As a tap on 允许 does: one more message of each template. */
  accept(openid: string, templateIds: readonly string[]): void {
    for (const templateId of templateIds) {
      const key = keyOf(openid, templateId);
      this.grants.set(key, { openid, templateId, count: (this.grants.get(key)?.count ?? 0) + 1 });
    }
  }

  ledger(): { enforced: boolean; grants: Grant[] } {
    return { enforced: this.isEnforced, grants: [...this.grants.values()] };
  }

  clear(): void {
    this.sent.clear();
    this.setLedger(this.context.needsGrants === true, []);
  }

  private judge(openid: string, templateId: string, page: string | null, data: JsonObject): Verdict {
    if (openid === '') return { errcode: 40003, errmsg: 'invalid openid' };
    if (templateId === '') return { errcode: 40037, errmsg: 'invalid template_id' };
    const path = page?.split('?')[0];
    if (path !== undefined && this.context.pages?.includes(path) === false) {
      return { errcode: 41030, errmsg: 'invalid page' };
    }
    const problem = problemOfData(data);
    if (problem !== null) return { errcode: 47003, errmsg: `argument invalid! ${problem}` };
    if (!this.isEnforced) return { errcode: 0, errmsg: 'ok' };
    const key = keyOf(openid, templateId);
    const grant = this.grants.get(key);
    if (grant === undefined || grant.count <= 0) {
      return { errcode: 43101, errmsg: 'user refuse to accept the msg' };
    }
    this.grants.set(key, { ...grant, count: grant.count - 1 });
    return { errcode: 0, errmsg: 'ok' };
  }
}

function keyOf(openid: string, templateId: string): string {
  return JSON.stringify([openid, templateId]);
}

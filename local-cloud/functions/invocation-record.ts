import type { JsonValue } from '../host/json';
import type { LogLevel } from './worker-messages';

export interface AdminCallRecord {
  readonly action: string;
  readonly subject: string;
  readonly durationMs: number;
  readonly code: string | null;
}

export interface LogLine {
  readonly level: LogLevel;
  readonly text: string;
}

/** What the inspector and tests see of one invocation. */
export interface InvocationRecord {
  readonly id: string;
  /** Order of arrival; the clock may jump. */
  readonly sequence: number;
  readonly functionName: string;
  readonly trigger: 'gateway' | 'nested' | 'timer' | 'direct';
  readonly parentId: string | null;
  readonly duplicateOf: string | null;
  readonly openid: string;
  readonly startedAt: number;
  readonly event: JsonValue;
  durationMs: number | null;
  /** 'running' until the answer is known, then 'ok' or the error's code. */
  outcome: string;
  message: string | null;
  result: JsonValue;
  workerIndex: number | null;
  isColdStart: boolean;
  /** Requests to the cloud made by this invocation, the database's round trips among them. */
  adminCallCount: number;
  readonly adminCalls: AdminCallRecord[];
  readonly logs: LogLine[];
}

const MAX_KEPT_CALLS = 100;
const MAX_KEPT_LOGS = 200;
const MAX_LOG_CHARACTERS = 2_000;
const MAX_KEPT_JSON_CHARACTERS = 8_000;

export function addAdminCall(record: InvocationRecord, call: AdminCallRecord): void {
  if (record.adminCalls.length < MAX_KEPT_CALLS) record.adminCalls.push(call);
}

export function addLog(record: InvocationRecord, level: LogLevel, text: string): void {
  if (record.logs.length < MAX_KEPT_LOGS)
    record.logs.push({ level, text: text.slice(0, MAX_LOG_CHARACTERS) });
}

/** The value itself when small, else a note: large events must not stay in memory. */
export function keptJson(value: JsonValue, text: string): JsonValue {
  return text.length <= MAX_KEPT_JSON_CHARACTERS ? value : `(${text.length} characters)`;
}

import { HttpError } from '../host/http-error';
import { numberOf, stringOf, type JsonObject } from '../host/json';

/** Everything that can be made to go wrong on demand. */
export const FAULT_KINDS = [
  'latency',
  'dropAnswer',
  'error',
  'conflict',
  'duplicateDelivery',
  'killWorker',
  'clockOffset',
] as const;

export type FaultKind = (typeof FAULT_KINDS)[number];

export interface FaultRule {
  readonly kind: FaultKind;
  /**
   * What it applies to: `database.*`, `database.commitTransaction`, `gateway:api`, or a function's
   * name; `*` = all.
   */
  readonly match: string;
  /** Matching occurrences let through first. */
  readonly skip: number;
  /** At most this many firings; null = until removed. */
  readonly times: number | null;
  /** Chance of firing at each occurrence, drawn from a generator started with `seed`. */
  readonly probability: number;
  readonly seed: number;
  /** Delay (latency) or shift of the worker's clock (clockOffset), in milliseconds. */
  readonly ms: number;
  /** Only the worker with this index (clockOffset); null = every worker. */
  readonly worker: number | null;
  /** The invocation dies at its n-th request to the cloud (killWorker), counted from 1. */
  readonly atCall: number;
  /** Whether that request was carried out before the worker died (killWorker). */
  readonly after: boolean;
  /** Answer of the `error` fault. */
  readonly code: string;
  readonly message: string;
}

const FIRES_UNTIL_REMOVED: FaultKind[] = ['latency', 'clockOffset'];

function isFaultKind(value: unknown): value is FaultKind {
  return FAULT_KINDS.some((kind) => kind === value);
}

function wholeNumber(body: JsonObject, name: string, fallback: number, minimum: number): number {
  const value = body[name];
  if (value === undefined) return fallback;
  const number = numberOf(value);
  if (number === undefined || !Number.isInteger(number) || number < minimum) {
    throw new HttpError(400, 'INVALID_FAULT', `${name} must be a whole number of at least ${minimum}`);
  }
  return number;
}

function probabilityOf(body: JsonObject): number {
  const probability = body['probability'] === undefined ? 1 : numberOf(body['probability']);
  if (probability === undefined || probability < 0 || probability > 1) {
    throw new HttpError(400, 'INVALID_FAULT', 'probability must lie between 0 and 1');
  }
  return probability;
}

/** Reads a rule from the control interface. Throws 400 naming what is wrong. */
export function parseFaultRule(body: JsonObject): FaultRule {
  const kind = body['kind'];
  if (!isFaultKind(kind)) {
    throw new HttpError(400, 'INVALID_FAULT', `kind must be one of ${FAULT_KINDS.join(', ')}`);
  }
  const times = body['times'] ?? (FIRES_UNTIL_REMOVED.includes(kind) ? null : 1);
  return {
    kind,
    match: stringOf(body['match']) ?? '*',
    skip: wholeNumber(body, 'skip', 0, 0),
    times: times === null ? null : wholeNumber({ times }, 'times', 1, 1),
    probability: probabilityOf(body),
    seed: wholeNumber(body, 'seed', 1, 0),
    ms: wholeNumber(body, 'ms', 0, kind === 'clockOffset' ? Number.MIN_SAFE_INTEGER : 0),
    worker: body['worker'] === undefined ? null : wholeNumber(body, 'worker', 0, 0),
    atCall: wholeNumber(body, 'atCall', 1, 1),
    after: body['after'] === true,
    code: stringOf(body['code']) ?? 'SYS_ERR',
    message: stringOf(body['message']) ?? 'injected fault',
  };
}

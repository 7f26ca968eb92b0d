/** What the organiser's screen shows at an instant, from the seed alone: no network is needed (AT3.1). */
import { hmacSha256 } from '@contract/hmac-sha256';
import { CODE_STEP_MS, codeRemainingMs, rotatingCodeAt, shortCodeAt } from '@domain/attendance/check-in-code';
import type { ShiftId } from '@domain/kernel/identifiers';
import { addressOf } from '@domain/link/link';

export interface CodeFace {
  readonly step: number;
  /** text of the QR: an H5 address that opens check-in for whoever scans it, with any scanner */
  readonly address: string;
  /** the typed code, 4 + 4 digits */
  readonly digits: readonly [string, string];
}

export function bytesOfHex(hex: string): Uint8Array {
  const pairs = hex.match(/[0-9a-f]{2}/g) ?? [];
  return Uint8Array.from(pairs, (pair) => Number.parseInt(pair, 16));
}

/** `step`: the code step of the server's clock, so that the same face comes out until the step ends. */
export function codeFaceAt(seedHex: string, shiftId: ShiftId, origin: string, step: number): CodeFace {
  const seed = bytesOfHex(seedHex);
  const digits = shortCodeAt(hmacSha256, seed, step);
  const code = rotatingCodeAt(hmacSha256, seed, step);
  return {
    step,
    address: addressOf(origin, { kind: 'checkIn', shiftId, code }),
    digits: [digits.slice(0, 4), digits.slice(4)],
  };
}

export interface Countdown {
  /** whole seconds left, 30 … 1 */
  readonly seconds: number;
  /** share of the step that is left, 1 … 0 */
  readonly share: number;
}

export function countdownAt(now: number): Countdown {
  const remaining = codeRemainingMs(now);
  return { seconds: Math.ceil(remaining / 1000), share: remaining / CODE_STEP_MS };
}

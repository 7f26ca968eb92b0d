/**
 * 对照 (WK4): a tenth of those who could be invited are not, by a keyed hash of wake and person. Whoever knows
 * both ids, but not the server's key, cannot tell who is in which arm, and nobody chooses it.
 */
export const ARMS = ['invited', 'holdOut'] as const;
export type Arm = (typeof ARMS)[number];

/** One in so many is held out. */
export const HOLD_OUT_SHARE = 10;
const DIGITS = 8;
const RANGE = 2 ** 32;

/**
 * `keyedHash`: hexadecimal. Its first 32 bits are a number below 2^32; the lowest tenth of them is held out.
 * Throws on anything else.
 */
export function armOf(keyedHash: string): Arm {
  const head = keyedHash.slice(0, DIGITS);
  if (!/^[0-9a-f]{8}$/.test(head)) throw new RangeError('not a hexadecimal hash');
  return Number.parseInt(head, 16) * HOLD_OUT_SHARE < RANGE ? 'holdOut' : 'invited';
}

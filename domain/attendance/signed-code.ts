/**
 * A code that is printed once and used for years (AT3.2, AT3.4): whose it is, which printing, and a
 * proof that only this system can write. A new printing makes every older one worthless, wherever it
 * hangs.
 */
export interface SignedCode<Id extends string> {
  readonly id: Id;
  /** from 1; the printing */
  readonly version: number;
  /** 10 base62 characters */
  readonly proof: string;
}

/** What three characters of base 36 write, rounded down; a daily new code would take a century. */
export const MAXIMUM_CODE_VERSION = 40_000;

export type SignedVerdict = 'valid' | 'invalid' | 'replaced';

/** `currentVersion` null: nothing of that id was ever printed. `proofOf` computes the genuine proof. */
export function judgeSignedCode(
  code: SignedCode<string>,
  currentVersion: number | null,
  proofOf: (version: number) => string,
): SignedVerdict {
  if (currentVersion === null || code.version < 1 || code.version > currentVersion) return 'invalid';
  if (proofOf(code.version) !== code.proof) return 'invalid';
  return code.version === currentVersion ? 'valid' : 'replaced';
}

/** Expected refusals are values with a code; broken invariants are thrown. */
export type RejectionParams = Readonly<Record<string, string | number>>;

export interface Rejection<Code extends string> {
  readonly kind: 'rejected';
  readonly code: Code;
  readonly params: RejectionParams;
}

export function rejected<Code extends string>(code: Code, params: RejectionParams = {}): Rejection<Code> {
  return { kind: 'rejected', code, params };
}

/** Makes a `switch` over a union exhaustive at compile time. */
export function assertNever(value: never): never {
  throw new Error(`unexpected value: ${String(value)}`);
}

/** A broken invariant ends the request: nothing after it may be written. */
export function assert(condition: boolean, message: string): asserts condition {
  if (!condition) throw new Error(`invariant broken: ${message}`);
}

/** What a call can end with besides an answer: a refusal of the server, or no answer at all. */
import type { ErrorCode } from '@contract/error-codes';

export type NetworkCode = 'network.unreachable' | 'network.timeout' | 'network.badAnswer';
export type ApiCode = ErrorCode | NetworkCode;
export type ApiParams = Readonly<Record<string, string | number>>;

export class ApiError extends Error {
  override readonly name = 'ApiError';
  constructor(
    readonly code: ApiCode,
    readonly params: ApiParams = {},
    /** Worth sending again unchanged after a moment. */
    readonly retryable: boolean = false,
  ) {
    super(code);
  }

  /** True when nobody knows whether the server did the work: the command must be kept and sent again. */
  get isUndecided(): boolean {
    return this.code.startsWith('network.') || this.retryable;
  }
}

/** Wraps anything thrown; a programming error reads as `system.internal`. */
export function toApiError(thrown: unknown): ApiError {
  return thrown instanceof ApiError ? thrown : new ApiError('system.internal', {}, true);
}

/**
 * A refusal with the shape of the production gateway: `{ code, message, requestId }` under an HTTP
 * status.
 */
export class HttpError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = 'HttpError';
  }
}

/** What the stand-in lacks it refuses by name; it never guesses an answer. */
export class NotImplementedError extends HttpError {
  constructor(what: string) {
    super(501, 'NotImplemented', `NotImplemented: ${what}`);
    this.name = 'NotImplementedError';
  }
}

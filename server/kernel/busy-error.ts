/**
 * Not now: all bounded attempts clashed, or the figures are not ready. Nothing was written, trying again is
 * safe.
 */
export class BusyError extends Error {
  override readonly name = 'BusyError';
}

import type { Presence, RecordSource } from './attendance';

/** AT3, ST14: a visit with a presence that somebody else vouches for alone is assisted. */
export function sourceOf(checkIn: Presence | null, checkOut: Presence | null): RecordSource {
  return checkIn?.method === 'roster' || checkOut?.method === 'roster' ? 'assisted' : 'own';
}

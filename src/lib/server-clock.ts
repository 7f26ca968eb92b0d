/**
 * The server's clock as this device knows it: a phone whose clock is wrong still shows right times and codes.
 */
let offsetMs = 0;

/** Epoch ms by the server's clock. */
export function serverNow(): number {
  return Date.now() + offsetMs;
}

/**
 * Learns from one answer. `sentAt` and `receivedAt` are this device's clock (epoch ms); the server is assumed
 * to have looked at its clock half-way.
 */
export function learnServerTime(serverInstant: number, sentAt: number, receivedAt: number): void {
  offsetMs = Math.round(serverInstant - (sentAt + receivedAt) / 2);
}

/**
 * The server's clock as this device knows it: a phone whose clock is wrong still shows right times and codes.
 */
import { deviceStorage } from '@/platform/storage';

const storageName = 'serverClockOffsetMs';
/** Smaller changes are the network's, and not worth a write. */
const worthKeepingMs = 2_000;

// Kept on the device: an organiser's phone opened without network still shows the right code.
let keptMs = parseOffset(deviceStorage.get(storageName));
let offsetMs = keptMs;
const listeners = new Set<() => void>();

function parseOffset(stored: unknown): number {
  return typeof stored === 'number' && Number.isFinite(stored) ? stored : 0;
}

/** Epoch ms by the server's clock. */
export function serverNow(): number {
  return Date.now() + offsetMs;
}

/** Calls `listener` when the clock was set right by more than the network's share; returns how to stop it. */
export function onServerClockSet(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * Learns from one answer. `sentAt` and `receivedAt` are this device's clock (epoch ms); the server is assumed
 * to have looked at its clock half-way.
 */
export function learnServerTime(serverInstant: number, sentAt: number, receivedAt: number): void {
  offsetMs = Math.round(serverInstant - (sentAt + receivedAt) / 2);
  if (Math.abs(offsetMs - keptMs) < worthKeepingMs) return;
  keptMs = offsetMs;
  deviceStorage.set(storageName, offsetMs);
  listeners.forEach((listener) => listener());
}

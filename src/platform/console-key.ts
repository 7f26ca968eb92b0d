/**
 * What a computer came in with by 扫码登录 (CS5): whoever has it is at this computer the person who confirmed
 * it. Only a browser ever has one; in WeChat the platform itself knows who calls.
 */
import { deviceStorage } from './storage';

const storageName = 'consoleKey';
const listeners = new Set<() => void>();

/** Null: this computer is not signed in. */
export function getConsoleKey(): string | null {
  const stored = deviceStorage.get(storageName);
  return typeof stored === 'string' ? stored : null;
}

/** The ticket it belongs to; it is no secret. */
export function consoleTicketId(): string | null {
  return getConsoleKey()?.split('.')[0] ?? null;
}

function tell(): void {
  for (const listener of listeners) listener();
}

export function keepConsoleKey(key: string): void {
  deviceStorage.set(storageName, key);
  tell();
}

export function forgetConsoleKey(): void {
  deviceStorage.remove(storageName);
  tell();
}

export function onConsoleKey(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

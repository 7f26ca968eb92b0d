/** Ids of commands, made by the client so that a retry is recognisable (AT1). They are not secrets. */
import { randomBytes } from '@/platform/random';

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_';

/** 24 characters, 144 bits. */
export function newRequestId(): string {
  return Array.from(randomBytes(24), (byte) => ALPHABET[byte & 63] ?? '').join('');
}

/**
 * The HMAC that the domain's codes are handed: the same bytes on the phone, in the function and in the
 * simulation.
 */
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';

/** UTF-8 by hand: mini-programs have no TextEncoder. */
function bytesOf(text: string): Uint8Array {
  const escaped = encodeURIComponent(text);
  return Uint8Array.from(escaped.match(/%[0-9A-F]{2}|[^%]/g) ?? [], (unit) =>
    unit.length === 3 ? Number.parseInt(unit.slice(1), 16) : unit.charCodeAt(0),
  );
}

/** Throws URIError when the message holds half a surrogate pair. */
export function hmacSha256(key: Uint8Array, message: string): Uint8Array {
  return hmac(sha256, key, bytesOf(message));
}

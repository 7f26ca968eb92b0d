/**
 * Secrets by Node's own crypto. One master key outside the database; each purpose gets its own key (HKDF), so
 * a hash never opens a box. Boxes carry a key version, so a master key can be rotated.
 */
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { base62Of, SHORT_ID_LENGTH } from '@domain/kernel/identifiers';
import type { Secrets } from './ports';

const BOX_VERSION = 'v1';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** `masterKeyHex`: 64 hexadecimal characters. Throws on anything else. */
export function nodeSecrets(masterKeyHex: string): Secrets {
  if (!/^[0-9a-f]{64}$/i.test(masterKeyHex))
    throw new Error('XIANGFENG_MASTER_KEY must be 64 hexadecimal characters');
  const master = Buffer.from(masterKeyHex, 'hex');
  const keyFor = (purpose: string): Buffer =>
    Buffer.from(hkdfSync('sha256', master, '', `xiangfeng:${purpose}`, 32));
  const keys = new Map<string, Buffer>();
  const key = (purpose: string): Buffer => {
    const known = keys.get(purpose) ?? keyFor(purpose);
    keys.set(purpose, known);
    return known;
  };
  const mac = (purpose: string, text: string): Buffer =>
    createHmac('sha256', key(purpose)).update(text).digest();
  return {
    hash: (purpose, text) => mac(`hash:${purpose}`, text).toString('hex').slice(0, 32),
    seal: (text) => seal(key('box'), text),
    open: (box) => openBox(key('box'), box),
    shortId: (purpose, text) => base62Of(mac(`id:${purpose}`, text), SHORT_ID_LENGTH),
    checkInSeed: (shiftId) => new Uint8Array(mac('check-in-seed', shiftId)),
  };
}

function seal(key: Buffer, text: string): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return `${BOX_VERSION}.${Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64')}`;
}

function openBox(key: Buffer, box: string): string {
  const [version, payload] = box.split('.');
  if (version !== BOX_VERSION || payload === undefined)
    throw new Error('a sealed field has an unknown version');
  const bytes = Buffer.from(payload, 'base64');
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE_BYTES));
  decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  const body = bytes.subarray(NONCE_BYTES + TAG_BYTES);
  return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8');
}

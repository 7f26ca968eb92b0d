/**
 * The keys of personal data, newest first: what is stored is sealed with the first and opened with any
 * (SE3). Without a choice there is one, derived from the master key.
 */
import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto';

/** The word for the key of the master key; its boxes bear the label of before there was a ring. */
const OF_MASTER = 'master';
const LABEL_OF_MASTER = 'v1';
const LABEL_DIGITS = 8;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

export interface DataKey {
  /** stands before what the key has sealed; tells nothing about the key */
  readonly label: string;
  seal(text: string): string;
  /** throws when the content was changed, or is another key's */
  open(payload: string): string;
  /** keyed hash, hexadecimal */
  hash(purpose: string, text: string): string;
}

/**
 * `list`: 64 hexadecimal digits or the word `master` each, between commas. Throws on anything else, on the
 * same key twice, and on an empty list.
 */
export function keyRing(masterKeyHex: string, list = OF_MASTER): readonly [DataKey, ...DataKey[]] {
  const entries = list.split(',').map((entry) => entry.trim().toLowerCase());
  const [first, ...others] = entries.map((entry) => {
    if (entry === OF_MASTER) return dataKey(masterKeyHex, LABEL_OF_MASTER);
    if (!/^[0-9a-f]{64}$/.test(entry))
      throw new Error('XIANGFENG_DATA_KEYS must be 64 hexadecimal digits or `master` each, between commas');
    return dataKey(entry, `k${createHash('sha256').update(entry).digest('hex').slice(0, LABEL_DIGITS)}`);
  });
  if (first === undefined || new Set(entries).size < entries.length)
    throw new Error('XIANGFENG_DATA_KEYS names a key twice');
  return [first, ...others];
}

/** A key of its own for each purpose (HKDF), so that a hash never opens a box. */
export function derivedKeys(rootHex: string): (purpose: string) => Buffer {
  const root = Buffer.from(rootHex, 'hex');
  const known = new Map<string, Buffer>();
  return (purpose) => {
    const key = known.get(purpose) ?? Buffer.from(hkdfSync('sha256', root, '', `xiangfeng:${purpose}`, 32));
    known.set(purpose, key);
    return key;
  };
}

function dataKey(keyHex: string, label: string): DataKey {
  const key = derivedKeys(keyHex);
  return {
    label,
    seal: (text) => `${label}.${sealWith(key('box'), text)}`,
    open: (payload) => openWith(key('box'), payload),
    hash: (purpose, text) =>
      createHmac('sha256', key(`hash:${purpose}`))
        .update(text)
        .digest('hex'),
  };
}

function sealWith(key: Buffer, text: string): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64');
}

function openWith(key: Buffer, payload: string): string {
  const bytes = Buffer.from(payload, 'base64');
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE_BYTES));
  decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  const body = bytes.subarray(NONCE_BYTES + TAG_BYTES);
  return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8');
}

/**
 * Secrets by Node's own crypto: one master key outside the database, and a ring of keys of personal data, so
 * that those can be changed.
 */
import { createHmac } from 'node:crypto';
import { base62Of, SHORT_ID_LENGTH } from '@domain/kernel/identifiers';
import { derivedKeys, keyRing } from './key-ring';
import type { HashPurpose, PersonalPurpose, Secrets } from './ports';

const HASH_DIGITS = 32;
const PERSONAL: readonly HashPurpose[] = ['idNumber', 'phone'] satisfies PersonalPurpose[];

/** `masterKeyHex`: 64 hexadecimal digits; `dataKeys`: see key-ring.ts. Throws on anything else. */
export function nodeSecrets(masterKeyHex: string, dataKeys?: string): Secrets {
  if (!/^[0-9a-f]{64}$/i.test(masterKeyHex))
    throw new Error('XIANGFENG_MASTER_KEY must be 64 hexadecimal characters');
  const key = derivedKeys(masterKeyHex);
  const mac = (purpose: string, text: string): Buffer =>
    createHmac('sha256', key(purpose)).update(text).digest();
  const ring = keyRing(masterKeyHex, dataKeys);
  const current = ring[0];
  return {
    hash: (purpose, text) =>
      (PERSONAL.includes(purpose)
        ? current.hash(purpose, text)
        : mac(`hash:${purpose}`, text).toString('hex')
      ).slice(0, HASH_DIGITS),
    hashes: (purpose, text) => ring.map((one) => one.hash(purpose, text).slice(0, HASH_DIGITS)),
    seal: (text) => current.seal(text),
    open: (box) => {
      const [label, payload] = box.split('.');
      const sealer = ring.find((one) => one.label === label);
      if (sealer === undefined || payload === undefined)
        throw new Error('a sealed field bears the label of no key that is known');
      return sealer.open(payload);
    },
    isCurrent: (box) => box.startsWith(`${current.label}.`),
    keyLabels: ring.map(({ label }) => label),
    shortId: (purpose, text) => base62Of(mac(`id:${purpose}`, text), SHORT_ID_LENGTH),
    checkInSeed: (shiftId) => new Uint8Array(mac('check-in-seed', shiftId)),
  };
}

/**
 * 公布链 (ST42): what was published, link by link. Each link's hash covers its content and the hash before, so
 * whoever changes an old link has to change every later one and the number the office wrote down.
 */
import { createHash } from 'node:crypto';
import type { StoredDocument } from '../kernel/documents';
import type { Ports, Transaction } from '../kernel/ports';

export type Publication = StoredDocument<'publications'>;
export type Head = StoredDocument<'publicationHead'>;
export type NewPublication = Omit<Publication, '_id' | 'seq' | 'previousHash' | 'hash'>;

const HEAD_ID = 'head';
/** what the first link has before it */
export const GENESIS_HASH = '0'.repeat(64);

export function publicationIdOf(seq: number): string {
  return String(seq).padStart(8, '0');
}

/** JSON with the keys of every object in order: the same content is the same text. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, one]) => `${JSON.stringify(key)}:${canonicalJson(one)}`).join(',')}}`;
}

/** SHA-256 of everything in the link but its own hash. */
export function hashOf(publication: Omit<Publication, 'hash'>): string {
  const content = Object.fromEntries(Object.entries(publication).filter(([key]) => key !== 'hash'));
  return createHash('sha256').update(canonicalJson(content), 'utf8').digest('hex');
}

export function getHead(ports: Ports): Promise<Head | null> {
  return ports.database.get('publicationHead', HEAD_ID);
}

/**
 * Adds a link if the chain still ends where the caller believes; false when somebody else was first. A
 * snapshot moves the last published day.
 */
export async function appendPublication(
  transaction: Transaction,
  believed: Head | null,
  publication: NewPublication,
): Promise<boolean> {
  const head = await transaction.get('publicationHead', HEAD_ID);
  if ((head?.seq ?? 0) !== (believed?.seq ?? 0)) return false;
  const seq = (head?.seq ?? 0) + 1;
  const linked = {
    ...publication,
    _id: publicationIdOf(seq),
    seq,
    previousHash: head?.hash ?? GENESIS_HASH,
  };
  const hash = hashOf(linked);
  await transaction.add('publications', { ...linked, hash });
  const day = publication.kind === 'snapshot' ? publication.day : (head?.day ?? publication.day);
  await transaction.put('publicationHead', { _id: HEAD_ID, seq, hash, day });
  return true;
}

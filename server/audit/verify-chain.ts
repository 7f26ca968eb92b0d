/** Walks the publication chain and names the first bad link (ST42). Goes on where the last call stopped. */
import type { StoredDocument } from '../kernel/documents';
import type { Ports } from '../kernel/ports';
import { GENESIS_HASH, getHead, hashOf, publicationIdOf, type Publication } from './publication-chain';

export type ChainCheck = StoredDocument<'chainCheck'>;
type Fault = NonNullable<ChainCheck['fault']>;
const CHECK_ID = 'current';
/** A snapshot is about 50 KB in a city of 200 townships: an answer of the cloud holds 1 MB. */
const PAGE = 10;

export function loadChainCheck(ports: Ports): Promise<ChainCheck | null> {
  return ports.database.get('chainCheck', CHECK_ID);
}

/** Begins anew unless a check is under way, and works until `deadlineAt` (server time) at most. */
export async function verifyChain(ports: Ports, deadlineAt: number): Promise<ChainCheck> {
  const known = await loadChainCheck(ports);
  let check: ChainCheck =
    known !== null && known.finishedAt === null
      ? known
      : {
          _id: CHECK_ID,
          startedAt: ports.now(),
          checkedSeq: 0,
          checkedHash: GENESIS_HASH,
          finishedAt: null,
          fault: null,
        };
  do {
    check = await checkPage(ports, check);
    await ports.database.put('chainCheck', check);
  } while (check.finishedAt === null && ports.now() < deadlineAt);
  return check;
}

async function checkPage(ports: Ports, check: ChainCheck): Promise<ChainCheck> {
  // The head is read first: what is added meanwhile is beyond it, and the next check's.
  const head = await getHead(ports);
  const finish = (fault: Fault | null, done: Partial<ChainCheck> = {}): ChainCheck => {
    return { ...check, ...done, fault, finishedAt: ports.now() };
  };
  const endSeq = head?.seq ?? 0;
  let { checkedSeq, checkedHash } = check;
  for (const found of await readLinks(ports, checkedSeq)) {
    const seq = checkedSeq + 1;
    const fault = faultOf(found, seq, checkedHash);
    if (fault !== null) return finish(fault, { checkedSeq, checkedHash });
    checkedSeq = seq;
    checkedHash = found.link?.hash ?? checkedHash;
    if (seq === endSeq && head !== null && head.hash !== checkedHash) {
      return finish({ seq, day: found.link?.day ?? null, kind: 'headDiffers' });
    }
  }
  if (checkedSeq >= endSeq) return finish(null, { checkedSeq, checkedHash });
  if (checkedSeq === check.checkedSeq) return finish({ seq: checkedSeq + 1, day: null, kind: 'missing' });
  return { ...check, checkedSeq, checkedHash };
}

type Found = { readonly id: string; readonly link: Publication | null };

/** The next links; one that no longer fits its schema is named, not thrown. */
async function readLinks(ports: Ports, after: number): Promise<Found[]> {
  const query = { orderBy: [['_id', 'asc']] as const, limit: PAGE };
  try {
    const where = { _id: { above: publicationIdOf(after) } };
    const links = await ports.database.find('publications', { ...query, where });
    return links.map((link) => ({ id: link._id, link }));
  } catch {
    const found: Found[] = [];
    for (let seq = after + 1; seq <= after + PAGE; seq += 1) {
      const id = publicationIdOf(seq);
      const link = await ports.database.get('publications', id).catch(() => 'unreadable' as const);
      if (link === 'unreadable') return [...found, { id, link: null }];
      if (link !== null) found.push({ id, link });
    }
    return found;
  }
}

function faultOf({ id, link }: Found, seq: number, previousHash: string): Fault | null {
  if (id !== publicationIdOf(seq)) return { seq, day: null, kind: 'missing' };
  if (link === null) return { seq, day: null, kind: 'unreadable' };
  if (link.hash !== hashOf(link) || link.seq !== seq) return { seq, day: link.day, kind: 'contentChanged' };
  return link.previousHash === previousHash ? null : { seq, day: link.day, kind: 'linkBroken' };
}

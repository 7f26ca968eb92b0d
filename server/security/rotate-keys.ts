/**
 * 换钥匙: what is sealed with an older key is sealed anew, page by page, and the keyed hashes follow (SE4). A
 * document is whole under one key or another at every moment, so nobody is locked out meanwhile, and an
 * instance that dies leaves nothing half done.
 */
import type { KeysView } from '@contract/audit.contract';
import { HOUR_MS } from '@domain/time/civil-day';
import type { StoredDocument } from '../kernel/documents';
import type { Ports } from '../kernel/ports';
import { followIdentity, isBehind, resealed, SEALED_COLLECTIONS, type SealedName } from './sealed-documents';

type Rotation = StoredDocument<'keyRotations'>;

const PAGE = 100;
/** The timer's function has a minute, and other work. */
const RUN_MS = 20_000;
/** An instance of before the deployment may seal with an older key for so long. */
const MIXED_MS = HOUR_MS;

/** Timer. Returns how many documents were sealed anew. Without an older key it asks nothing. */
export async function rotateKeys(ports: Ports): Promise<number> {
  const [label, ...older] = ports.secrets.keyLabels;
  if (label === undefined || older.length === 0) return 0;
  const until = ports.now() + RUN_MS;
  let rotation = (await ports.database.get('keyRotations', label)) ?? begun(label, ports.now());
  const before = rotation.resealedCount;
  while (rotation.finishedAt === null && ports.now() < until && ports.now() >= rotation.nextPassAt) {
    rotation = await nextPage(ports, rotation);
    await ports.database.put('keyRotations', rotation);
  }
  return rotation.resealedCount - before;
}

/** Which keys are in use, and how far the change is. Round trips: 1 while there is an older key, else 0. */
export async function keysOf({ database, secrets }: Ports): Promise<KeysView> {
  const [label = '', ...olderLabels] = secrets.keyLabels;
  if (olderLabels.length === 0) return { label, olderLabels, change: null };
  const rotation = await database.get('keyRotations', label);
  return { label, olderLabels, change: rotation };
}

function begun(label: string, now: number): Rotation {
  return {
    ...{ _id: label, startedAt: now, finishedAt: null, resealedCount: 0, clashCount: 0 },
    ...{ passStartedAt: now, passChangedCount: 0, nextPassAt: 0, collection: 0, afterId: '' },
  };
}

async function nextPage(ports: Ports, rotation: Rotation): Promise<Rotation> {
  const name = SEALED_COLLECTIONS[rotation.collection];
  if (name === undefined) return afterPass(ports, rotation);
  const page = await ports.database.find(name, {
    where: rotation.afterId === '' ? {} : { _id: { above: rotation.afterId } },
    orderBy: [['_id', 'asc']],
    limit: PAGE,
  });
  const old = page.filter((document) => isBehind(ports.secrets, name, document));
  let clashCount = 0;
  for (const document of old) clashCount += await resealOne(ports, name, document);
  const last = page[page.length - 1]?._id;
  const isLastPage = page.length < PAGE || last === undefined;
  return {
    ...rotation,
    resealedCount: rotation.resealedCount + old.length,
    passChangedCount: rotation.passChangedCount + old.length,
    clashCount: rotation.clashCount + clashCount,
    collection: rotation.collection + (isLastPage ? 1 : 0),
    afterId: isLastPage ? '' : last,
  };
}

/** Done when a look at everything, begun when no older instance was left, found nothing more. */
function afterPass({ now }: Ports, rotation: Rotation): Rotation {
  const quietAt = rotation.startedAt + MIXED_MS;
  const isDone = rotation.passChangedCount === 0 && rotation.passStartedAt >= quietAt;
  if (isDone) return { ...rotation, finishedAt: now() };
  const passStartedAt = Math.max(now(), quietAt);
  return { ...rotation, passStartedAt, nextPassAt: passStartedAt, passChangedCount: 0, collection: 0 };
}

/** Read again inside: it may have changed. Round trips: 2, 6 for a person. Answers the clashes: 0 or 1. */
function resealOne<Name extends SealedName>(
  ports: Ports,
  name: Name,
  { _id }: StoredDocument<Name>,
): Promise<number> {
  return ports.database.transaction(async (transaction) => {
    const document = await transaction.get(name, _id);
    if (document === null || !isBehind(ports.secrets, name, document)) return 0;
    const changed = resealed(ports.secrets, name, document);
    if (!isVolunteer(name, changed)) {
      await transaction.put(name, changed);
      return 0;
    }
    const { phoneHash, isClash } = await followIdentity(transaction, ports.secrets, changed);
    await transaction.put('volunteers', { ...changed, phoneHash });
    return isClash ? 1 : 0;
  });
}

function isVolunteer(
  name: SealedName,
  _document: StoredDocument<SealedName>,
): _document is StoredDocument<'volunteers'> {
  return name === 'volunteers';
}

/** Where personal data lies sealed for long, and how a document is sealed anew (SE4). */
import type { StoredDocument } from '../kernel/documents';
import type { Secrets, Transaction } from '../kernel/ports';

/** Parts of files are sealed as well, and gone within a day: a change of keys takes longer. */
export const SEALED_COLLECTIONS = ['volunteers', 'personRequests', 'importChunks', 'orders'] as const;
export type SealedName = (typeof SEALED_COLLECTIONS)[number];

type Reseal = (box: string) => string;
type Resealers = {
  readonly [Name in SealedName]: (document: StoredDocument<Name>, reseal: Reseal) => StoredDocument<Name>;
};

const RESEALERS: Resealers = {
  volunteers: (volunteer, reseal) => ({
    ...volunteer,
    idNumberBox: reseal(volunteer.idNumberBox),
    phoneBox: reseal(volunteer.phoneBox),
  }),
  personRequests: ({ before, ...request }, reseal) => ({
    ...request,
    nameBox: request.nameBox === null ? null : reseal(request.nameBox),
    idNumberBox: request.idNumberBox === null ? null : reseal(request.idNumberBox),
    before:
      before === null ? null : { nameBox: reseal(before.nameBox), idNumberBox: reseal(before.idNumberBox) },
  }),
  orders: (order, reseal) => ({
    ...order,
    contactNameBox: order.contactNameBox === null ? null : reseal(order.contactNameBox),
    contactPhoneBox: order.contactPhoneBox === null ? null : reseal(order.contactPhoneBox),
  }),
  importChunks: (chunk, reseal) => ({ ...chunk, box: reseal(chunk.box) }),
};

/** An empty box is that of somebody who left. */
const isOld = (secrets: Secrets, box: string): boolean => box !== '' && !secrets.isCurrent(box);

/** Whether an older key has sealed any of it. */
export function isBehind<Name extends SealedName>(
  secrets: Secrets,
  name: Name,
  document: StoredDocument<Name>,
): boolean {
  const boxes: string[] = [];
  RESEALERS[name](document, (box) => {
    boxes.push(box);
    return box;
  });
  return boxes.some((box) => isOld(secrets, box));
}

/** The document with every box under the newest key. */
export function resealed<Name extends SealedName>(
  secrets: Secrets,
  name: Name,
  document: StoredDocument<Name>,
): StoredDocument<Name> {
  return RESEALERS[name](document, (box) => (isOld(secrets, box) ? secrets.seal(secrets.open(box)) : box));
}

/**
 * A person's keyed hashes follow: the phone's in the document, the id number's as the id of another. A clash:
 * the number leads to somebody else under the newest key, which an office must look at.
 */
export async function followIdentity(
  transaction: Transaction,
  secrets: Secrets,
  volunteer: StoredDocument<'volunteers'>,
): Promise<{ readonly phoneHash: string; readonly isClash: boolean }> {
  const { _id: volunteerId, idNumberBox, phoneBox } = volunteer;
  const phoneHash = volunteer.phoneHash === '' ? '' : secrets.hash('phone', secrets.open(phoneBox));
  const [current, ...older] = idNumberBox === '' ? [] : secrets.hashes('idNumber', secrets.open(idNumberBox));
  let isClash = false;
  for (const id of older) {
    if (current === undefined || (await transaction.get('identities', id))?.volunteerId !== volunteerId)
      continue;
    const holder = await transaction.get('identities', current);
    if (holder === null) await transaction.add('identities', { _id: current, volunteerId });
    else if (holder.volunteerId !== volunteerId) isClash = true;
    await transaction.remove('identities', id);
  }
  return { phoneHash, isClash };
}

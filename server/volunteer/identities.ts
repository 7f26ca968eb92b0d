/**
 * Whose id number something is. While keys are being changed a number may stand under an older one: it is
 * looked for under all, the older first, since a move goes from the older to the newest (SE4).
 */
import type { StoredDocument } from '../kernel/documents';
import type { Ports, Transaction } from '../kernel/ports';

type Identity = StoredDocument<'identities'>;

/** Round trips: one for each key, which is one but while keys are changed. */
export async function findIdentity(
  reader: Pick<Transaction, 'get'>,
  { secrets }: Pick<Ports, 'secrets'>,
  idNumber: string,
): Promise<Identity | null> {
  for (const id of [...secrets.hashes('idNumber', idNumber)].reverse()) {
    const found = await reader.get('identities', id);
    if (found !== null) return found;
  }
  return null;
}

export function addIdentity(
  transaction: Transaction,
  { secrets }: Pick<Ports, 'secrets'>,
  idNumber: string,
  volunteerId: Identity['volunteerId'],
): Promise<void> {
  return transaction.add('identities', { _id: secrets.hash('idNumber', idNumber), volunteerId });
}

/** Afterwards the number leads to nobody. Round trips: one for each key. */
export async function removeIdentity(
  transaction: Transaction,
  { secrets }: Pick<Ports, 'secrets'>,
  idNumber: string,
): Promise<void> {
  for (const id of secrets.hashes('idNumber', idNumber)) await transaction.remove('identities', id);
}

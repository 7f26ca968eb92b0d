/** 撤回: whoever has not claimed the record is taken out again, marked so that the figures follow (IM7). */
import type { AttendanceId, VolunteerId } from '@domain/kernel/identifiers';
import { voidImported } from '../attendance/void-imported';
import type { StoredDocument } from '../kernel/documents';
import type { Ports, Transaction } from '../kernel/ports';
import { markVolunteer } from '../statistics/mark';
import { isClaimed } from '../volunteer/accounts';
import { homesOf } from '../volunteer/homes';
import { chunkIdOf, moveOn, workOf, type Job } from './job';
import { removeIdentity } from '../volunteer/identities';

/** One chunk in the transaction that moves the job on. Round trips: 7 a person, and 6. */
export function undoNextChunk(ports: Ports, job: Job): Promise<Job> {
  const _id = chunkIdOf(job, job.doneCount);
  return moveOn(ports, job, async (transaction) => {
    const chunk = await transaction.get('importChunks', _id);
    if (chunk === null) return { ...workOf('clearing'), outcome: 'undone' };
    let undoneCount = 0;
    for (const volunteerId of chunk.addedIds)
      if (await takeOut(ports, transaction, volunteerId)) undoneCount += 1;
    for (const recordId of chunk.recordIds)
      if (await takeBack(ports, transaction, recordId, job)) undoneCount += 1;
    await transaction.put('importChunks', { ...chunk, state: 'undone', addedIds: [], recordIds: [] });
    return {
      doneCount: job.doneCount + 1,
      undoneCount: job.undoneCount + undoneCount,
      keptCount: job.keptCount + chunk.addedIds.length + chunk.recordIds.length - undoneCount,
    };
  });
}

/** False: the person stays. A guardian's consent, or a merge, shows the record to be somebody's, too. */
async function takeOut(ports: Ports, transaction: Transaction, volunteerId: VolunteerId): Promise<boolean> {
  const volunteer = await transaction.get('volunteers', volunteerId);
  if (volunteer === null || isClaimed(volunteer) || isMerged(volunteer)) return false;
  if ((await transaction.get('guardianships', volunteerId)) !== null) return false;
  await removeIdentity(transaction, ports, ports.secrets.open(volunteer.idNumberBox));
  for (const { _id } of homesOf(volunteer)) await transaction.remove('homes', _id);
  await transaction.remove('volunteers', volunteerId);
  await markVolunteer(transaction, { ports, now: ports.now() }, volunteerId, null);
  return true;
}

/** IM14, wherever a merge has taken it. False: it is void already. */
async function takeBack(
  ports: Ports,
  transaction: Transaction,
  recordId: AttendanceId,
  { _id, undoneBy, undoReason }: Job,
): Promise<boolean> {
  let record = await transaction.get('attendances', recordId);
  while (record?.movedTo !== undefined) record = await transaction.get('attendances', record.movedTo);
  if (record === null || record.state === 'voided' || record.imported?.importId !== _id) return false;
  const cause = { source: 'importUndone', requestId: _id, reason: undoReason ?? '' } as const;
  const clock = { ports, now: ports.now() };
  await voidImported(transaction, clock, record, { ...cause, actor: undoneBy ?? '' });
  return true;
}

function isMerged({ mergedInto, mergedIds = [] }: StoredDocument<'volunteers'>): boolean {
  return mergedInto !== undefined || mergedIds.length > 0;
}

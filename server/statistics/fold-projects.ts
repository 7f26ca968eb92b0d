/**
 * The first part of a fold: a project whose accreditation changed has all its shifts marked, page by page.
 * The mark of the project remembers how far it is and goes with the last page, each in the transaction of its
 * page, so that a crash leaves out none. Shifts without a record are marked too: one may be counted at this
 * moment.
 */
import type { StoredDocument } from '../kernel/documents';
import type { Ports } from '../kernel/ports';

type Mark = StoredDocument<'dirtyProjects'>;

/** Read and written one by one: far below a transaction's 30 s. */
const PAGE = 40;

/** One round trip; changes of accreditations are rare. */
export async function nextProjectMark(ports: Ports): Promise<Mark | null> {
  const [mark] = await ports.database.find('dirtyProjects', {
    where: {},
    orderBy: [
      ['markedAt', 'asc'],
      ['_id', 'asc'],
    ],
    limit: 1,
  });
  return mark ?? null;
}

export async function markShiftsOf(ports: Ports, mark: Mark): Promise<void> {
  const shifts = await ports.database.find('shifts', {
    where: { projectId: mark._id, _id: { above: mark.after } },
    orderBy: [['_id', 'asc']],
    limit: PAGE,
  });
  const after = shifts.at(-1)?._id ?? mark.after;
  await ports.database.transaction(async (transaction) => {
    const current = await transaction.get('dirtyProjects', mark._id);
    // Another fold was quicker, or the accreditation changed again: the next look begins where that says.
    if (current?.version !== mark.version || current.after !== mark.after) return;
    for (const { _id } of shifts) {
      const known = await transaction.get('dirtyShifts', _id);
      const markedAt = Math.min(mark.markedAt, known?.markedAt ?? mark.markedAt);
      await transaction.put('dirtyShifts', { _id, version: ports.randomId(), markedAt });
    }
    if (shifts.length < PAGE) await transaction.remove('dirtyProjects', mark._id);
    else await transaction.put('dirtyProjects', { ...mark, after });
  });
}

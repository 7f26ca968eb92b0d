/** A cancelled shift is told to everybody who was to come (ME9): a timer spreads it, page by page. */
import { hasOneLeft } from '@domain/message/agreement';
import { subscriptionIdOf } from '@domain/message/message-kind';
import type { StoredDocument } from '../kernel/documents';
import type { Ports } from '../kernel/ports';
import { announce } from './announce';
import { shiftCancelledOf } from './message-document';

type Notice = StoredDocument<'cancellationNotices'>;
const SHIFTS_PER_RUN = 3;
/** People of a shift looked at in one page, and pages of one shift in a run: the rest is the next run's. */
const PAGE = 200;
const PAGES_PER_RUN = 10;

/** One round trip when nothing was cancelled. Safe to run twice or overlapping: a message exists once. */
export async function tellCancellations(ports: Ports): Promise<number> {
  const open = await ports.database.find('cancellationNotices', {
    where: { isOpen: true },
    orderBy: [['_id', 'asc']],
    limit: SHIFTS_PER_RUN,
  });
  for (const notice of open) await tell(ports, notice);
  return open.length;
}

async function tell(ports: Ports, first: Notice): Promise<void> {
  let notice: Notice | null = first;
  for (let page = 0; page < PAGES_PER_RUN && notice?.isOpen === true; page += 1) {
    notice = await tellPage(ports, notice);
  }
}

/** Attendances of a shift lie beside each other: their ids begin with it. Null: another run is further on. */
async function tellPage(ports: Ports, notice: Notice): Promise<Notice | null> {
  const { _id: shiftId, doneTo } = notice;
  const { database } = ports;
  const found = await database.find('attendances', {
    where: { _id: { above: doneTo === '' ? `${shiftId}:` : doneTo, below: `${shiftId};` } },
    orderBy: [['_id', 'asc']],
    limit: PAGE,
  });
  const coming = found.filter(({ state }) => state === 'enrolled' || state === 'waiting');
  const templateId = ports.messageTemplates.shiftCancelled?.templateId ?? '';
  const rows = await database.getMany(
    'subscriptions',
    coming.map(({ volunteerId }) => subscriptionIdOf(volunteerId, 'shiftCancelled')),
  );
  for (const { volunteerId } of rows.filter((row) => hasOneLeft(row, templateId))) {
    await database.transaction(async (transaction) => {
      const shift = await transaction.get('shifts', shiftId);
      const now = ports.now();
      if (shift === null) return;
      await announce(transaction, { ports, now }, shiftCancelledOf(shift, volunteerId, now));
    });
  }
  const next = { ...notice, doneTo: found[PAGE - 1]?._id ?? doneTo, isOpen: found.length === PAGE };
  return database.transaction(async (transaction) => {
    const current = await transaction.get('cancellationNotices', shiftId);
    if (current?.isOpen !== true || current.doneTo !== doneTo) return null;
    await transaction.put('cancellationNotices', next);
    return next;
  });
}

/**
 * 写入 of service records: the chunk's in the transaction that marks the chunk as written (IM13), each with its
 * ledger entry, in the person's days of service, and marked. A check-out of one of them at this moment
 * clashes
 * on the day, and the whole is done again.
 */
import type { ServiceDay } from '@domain/attendance/service-day';
import { creditRecord } from '@domain/import/imported-record';
import type { ServiceRow } from '@domain/import/record-row';
import type { AttendanceId, VolunteerId } from '@domain/kernel/identifiers';
import type { CivilDay } from '@domain/time/civil-day';
import { readDaysOf, writeServiceDays } from '../attendance/service-days';
import type { StoredDocument } from '../kernel/documents';
import type { Ports, Transaction } from '../kernel/ports';
import { markVolunteer } from '../statistics/mark';
import { judgedRecords, type RecordContext } from './check-records';
import type { Chunk, Job } from './job';
import { ownersOf } from './record-people';
import { recordDocumentOf, standingOf } from './stored-record';

type Volunteer = StoredDocument<'volunteers'>;
interface Writing {
  readonly job: Job;
  readonly context: RecordContext;
}

/** Which ones it wrote. Round trips: 3, then 3 for each record, 3 for each person, 2 for each day. */
export async function writeRecords(
  ports: Ports,
  transaction: Transaction,
  chunk: Chunk,
  { job, context }: Writing,
): Promise<AttendanceId[]> {
  const rows = judgedRecords(ports, job, chunk, context).flatMap(({ row, verdict }) =>
    verdict.kind === 'record' && chunk.wantedRows.includes(row.number) ? [verdict] : [],
  );
  const ownerOf = await ownersOf(ports, rows, context);
  const writer = new ChunkWriter(ports, transaction, job);
  for (const row of rows) {
    const owner = ownerOf(row);
    if (!('fault' in owner)) await writer.write(row, owner.volunteer._id);
  }
  return writer.finish();
}

class ChunkWriter {
  private readonly people = new Map<VolunteerId, Volunteer | null>();
  private readonly days = new Map<string, { readonly stored: ServiceDay; readonly isChanged: boolean }>();
  private readonly written: AttendanceId[] = [];
  private readonly marked = new Set<VolunteerId>();

  constructor(
    private readonly ports: Ports,
    private readonly transaction: Transaction,
    private readonly job: Job,
  ) {}

  /** What the preview did not know – a check-out, a void, somebody who left – is decided here once more. */
  async write(row: ServiceRow, volunteerId: VolunteerId): Promise<void> {
    const { ports, transaction, job } = this;
    const volunteer = await this.personOf(volunteerId);
    if (volunteer?.status !== 'active') return;
    const standing = await standingOf(ports, row, volunteerId, (id) => transaction.get('attendances', id));
    if (standing === 'known' || 'fault' in standing) return;
    const id = standing.isNewAs;
    const { day, minutes } = creditRecord(await this.dayOf(volunteerId, row.day), id, row);
    if (minutes === 0) return;
    const now = ports.now();
    await transaction.add('attendances', recordDocumentOf({ id, row, volunteer, minutes, day, job, now }));
    await transaction.add('ledger', {
      ...{ _id: `${id}:1`, attendanceId: id, volunteerId, seq: 1, to: 'confirmed', at: now },
      ...{ actor: job.openId, source: 'import', requestId: job._id, creditedMinutes: minutes },
    });
    this.days.set(`${volunteerId}:${row.day}`, { stored: day, isChanged: true });
    this.marked.add(volunteerId);
    this.written.push(id);
  }

  /** Days and marks once each, however many records of a person the chunk has. */
  async finish(): Promise<AttendanceId[]> {
    const { ports, transaction } = this;
    const changed = [...this.days.values()].flatMap(({ stored, isChanged }) => (isChanged ? [stored] : []));
    await writeServiceDays(transaction, changed);
    for (const volunteerId of this.marked)
      await markVolunteer(transaction, { ports, now: ports.now() }, volunteerId, null);
    return this.written;
  }

  private async personOf(volunteerId: VolunteerId): Promise<Volunteer | null> {
    const known = this.people.get(volunteerId);
    if (known !== undefined) return known;
    const volunteer = await this.transaction.get('volunteers', volunteerId);
    this.people.set(volunteerId, volunteer);
    return volunteer;
  }

  private async dayOf(volunteerId: VolunteerId, day: CivilDay): Promise<ServiceDay> {
    const known = this.days.get(`${volunteerId}:${day}`);
    if (known !== undefined) return known.stored;
    const [found] = await readDaysOf(this.transaction, volunteerId, [day]);
    const stored = found ?? { volunteerId, day, visits: [] };
    this.days.set(`${volunteerId}:${day}`, { stored, isChanged: false });
    return stored;
  }
}

/** 核对 of service records: a chunk of rows against people, records and days. Nothing of anybody is written. */
import type { ServiceDay } from '@domain/attendance/service-day';
import { creditRecord } from '@domain/import/imported-record';
import {
  judgeRecordRows,
  type JudgedRecord,
  type RecordRowContext,
  type ServiceRow,
} from '@domain/import/record-row';
import type { AttendanceId } from '@domain/kernel/identifiers';
import { civilDayOf, type CivilDay } from '@domain/time/civil-day';
import { IMPORT_SHOWN_PEOPLE } from '@contract/import.contract';
import type { StoredDocument } from '../kernel/documents';
import type { Ports } from '../kernel/ports';
import { faultOf, storeChecked, type Checked, type Fault } from './check-chunk';
import { openRows } from './chunk-box';
import { chunkIdOf, moveOn, type Chunk, type Job } from './job';
import { ownersOf, type FoundOwner, type OwnerContext } from './record-people';
import type { SheetRow } from './sheet-rows';
import { MAXIMUM_GENERATIONS, organisationOf, recordIdOf, standingOf } from './stored-record';

export interface RecordContext extends OwnerContext {
  readonly kind: 'records';
  readonly row: RecordRowContext;
}

/** Round trips: 1. Throws before the columns are chosen. */
export async function recordContextOf(ports: Ports, job: Job): Promise<RecordContext> {
  const account = await ports.database.get('accounts', job.openId);
  if (job.mapping === null)
    throw new Error('invariant broken: the columns are chosen before rows are judged');
  return {
    kind: 'records',
    row: { mapping: job.mapping, today: civilDayOf(ports.now()) },
    divisionCode: job.divisionCode,
    importerId: account?.volunteerId ?? null,
  };
}

/** The rows of a chunk below the titles, together as they stand in the sheet. */
export function judgedRecords(
  ports: Ports,
  { firstDataRow }: Job,
  { box }: Chunk,
  { row: context }: RecordContext,
): { readonly row: SheetRow; readonly verdict: JudgedRecord }[] {
  const rows = openRows(ports, box).filter(({ number }) => number >= firstDataRow);
  const verdicts = judgeRecordRows(
    rows.map(({ cells }) => cells),
    context,
  );
  return rows.flatMap((row, place) => {
    const verdict = verdicts[place];
    return verdict === undefined ? [] : [{ row, verdict }];
  });
}

/** Round trips: 13, and 1 for every time a row was imported and undone before. */
export async function checkNextRecords(
  ports: Ports,
  job: Job,
  context: RecordContext,
  seen: Set<string>,
): Promise<Job> {
  const chunk = await ports.database.get('importChunks', chunkIdOf(job, job.doneCount));
  if (chunk === null) return moveOn(ports, job, () => ({ phase: 'reporting' }));
  const judged = judgedRecords(ports, job, chunk, context);
  const refused = judged.flatMap(({ row, verdict }) =>
    verdict.kind === 'refused' ? [faultOf(row, verdict, job)] : [],
  );
  const rows = judged.flatMap(({ row, verdict }) =>
    verdict.kind === 'record' ? [{ number: row.number, row: verdict }] : [],
  );
  const found = await new ChunkJudge(ports, seen).judge(rows, context);
  const shown = found.shown.map(({ number, row, minutes }) => ({
    ...{ row: number, name: row.name, day: row.day, minutes, title: row.title },
    times: timesText(row),
    organisation: organisationOf(row, job),
  }));
  const records = [...job.records, ...shown].slice(0, IMPORT_SHOWN_PEOPLE);
  const checked = { ...found.checked, faults: [...refused, ...found.checked.faults] };
  return storeChecked(ports, job, { chunk, checked, preview: { records }, seen });
}

interface NumberedRow {
  readonly number: number;
  readonly row: ServiceRow;
}
interface Found {
  readonly checked: Checked;
  readonly shown: readonly (NumberedRow & { readonly minutes: number })[];
}

/** Days and records are loaded for all rows together, then each row is judged after those above it. */
class ChunkJudge {
  private readonly keys: string[] = [];
  private readonly faults: Fault[] = [];
  private readonly wantedRows: number[] = [];
  private readonly shown: (NumberedRow & { minutes: number })[] = [];
  private knownCount = 0;

  constructor(
    private readonly ports: Ports,
    private readonly seen: ReadonlySet<string>,
  ) {}

  async judge(rows: readonly NumberedRow[], context: OwnerContext): Promise<Found> {
    const ownerOf = await ownersOf(
      this.ports,
      rows.map(({ row }) => row),
      context,
    );
    const owned = rows.map((one) => ({ ...one, owner: ownerOf(one.row) }));
    const [records, days] = await Promise.all([this.recordsOf(owned), this.daysOf(owned)]);
    for (const { owner, ...one } of owned) {
      if ('fault' in owner) this.refuse(one, owner);
      else await this.judgeOwned(one, owner.volunteer, records, days);
    }
    const { keys, wantedRows, faults, knownCount } = this;
    const counts = { newCount: wantedRows.length, knownCount, completedCount: 0 };
    return { checked: { keys, wantedRows, faults, counts }, shown: this.shown };
  }

  private async judgeOwned(
    one: NumberedRow,
    { _id: volunteerId }: StoredDocument<'volunteers'>,
    records: ReadonlyMap<AttendanceId, StoredDocument<'attendances'>>,
    days: Map<string, ServiceDay>,
  ): Promise<void> {
    const { row, number } = one;
    const key = recordIdOf(this.ports, row, volunteerId, 0);
    if (this.seen.has(key) || this.keys.includes(key)) {
      this.refuse(one, { column: 'title', fault: 'recordRepeated' });
      return;
    }
    const standing = await standingOf(this.ports, row, volunteerId, (id) =>
      Promise.resolve(records.get(id) ?? null),
    );
    if (standing !== 'known' && 'fault' in standing) {
      this.refuse(one, { column: row.times === null ? 'hours' : 'from', ...standing });
      return;
    }
    if (standing === 'known') {
      this.keys.push(key);
      this.knownCount += 1;
      return;
    }
    const dayId = `${volunteerId}:${row.day}`;
    const before = days.get(dayId) ?? { volunteerId, day: row.day, visits: [] };
    const { day, minutes } = creditRecord(before, standing.isNewAs, row);
    if (minutes === 0) {
      this.refuse(one, { column: 'day', fault: 'timeTaken' });
      return;
    }
    days.set(dayId, day);
    this.keys.push(key);
    this.wantedRows.push(number);
    if (this.shown.length < IMPORT_SHOWN_PEOPLE) this.shown.push({ ...one, minutes });
  }

  private refuse({ number, row }: NumberedRow, fault: Pick<Fault, 'fault' | 'column'>): void {
    this.faults.push({ row: number, name: row.name, ...fault, value: '' });
  }

  /** Generation after generation, while some row was imported and undone. */
  private async recordsOf(
    owned: readonly (NumberedRow & { readonly owner: FoundOwner })[],
  ): Promise<ReadonlyMap<AttendanceId, StoredDocument<'attendances'>>> {
    const records = new Map<AttendanceId, StoredDocument<'attendances'>>();
    let asked = owned.flatMap(({ row, owner }) => ('fault' in owner ? [] : [{ row, ...owner }]));
    for (let generation = 0; generation < MAXIMUM_GENERATIONS && asked.length > 0; generation += 1) {
      const idOf = ({ row, volunteer }: (typeof asked)[number]): AttendanceId =>
        recordIdOf(this.ports, row, volunteer._id, generation);
      const ids = [...new Set(asked.map(idOf))];
      for (const one of await this.ports.database.getMany('attendances', ids)) records.set(one._id, one);
      asked = asked.filter((one) => records.get(idOf(one))?.imported?.isUndone === true);
    }
    return records;
  }

  private async daysOf(
    owned: readonly (NumberedRow & { readonly owner: FoundOwner })[],
  ): Promise<Map<string, ServiceDay>> {
    const idOf = (volunteerId: string, day: CivilDay): string => `${volunteerId}:${day}`;
    const ids = owned.flatMap(({ row, owner }) =>
      'fault' in owner ? [] : [idOf(owner.volunteer._id, row.day)],
    );
    const days = ids.length === 0 ? [] : await this.ports.database.getMany('serviceDays', [...new Set(ids)]);
    return new Map(days.map((one) => [idOf(one.volunteerId, one.day), one]));
  }
}

/** `9:00–11:30` */
function timesText({ times }: ServiceRow): string {
  const textOf = (minute: number): string =>
    `${String(Math.floor(minute / 60))}:${String(minute % 60).padStart(2, '0')}`;
  return times === null ? '' : `${textOf(times.from)}–${textOf(times.to)}`;
}

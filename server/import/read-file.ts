/**
 * 读取: the file becomes chunks of rows (IM2). A run that dies leaves whole chunks behind; the next one reads
 * the file again, comes to the same rows and stores what is missing.
 */
import { detectHeader, HEADER_SEARCHED_ROWS } from '@domain/import/header';
import { cleanCell, maskCell } from '@domain/import/cell';
import { proposeMapping } from '@domain/import/columns';
import { IMPORT_MAXIMUM_ROWS } from '@contract/import.contract';
import { inChunks, mapInLanes } from '../kernel/map-in-lanes';
import type { Ports } from '../kernel/ports';
import { sealRows } from './chunk-box';
import { mappingIdOf } from './decide-imports';
import { chunkIdOf, idsOf, moveOn, workOf, type Job } from './job';
import { openSheet, type Sheet, type SheetRow } from './sheet-rows';
import { UnreadableFile } from './unreadable-file';

/**
 * A chunk is written in one transaction of some 400 calls, four a person, eight a record: two or three
 * seconds, of the 30 there are.
 */
const CHUNK_ROWS = { roster: 100, records: 50 } as const;
/** Sealed it stays below the 1 MB of an answer, whatever the cells hold. */
const CHUNK_CHARACTERS = 60_000;
const CHUNKS_AT_ONCE = 4;
/** 75 KB each, sealed: an answer of the cloud holds 1 MB */
const PARTS_AT_ONCE = 10;
const SAMPLE_ROWS = 5;

/** Round trips: 1 for every ten parts, 1 for every chunk, and 6. */
export async function readFile(ports: Ports, job: Job): Promise<Job> {
  try {
    const bytes = await wholeFileOf(ports, job);
    const sheet = ofFile(() => openSheet(bytes));
    const read = await storeRows(ports, job, sheet);
    const facts = factsOf(read, job.rowKind);
    const { titles } = facts;
    const known = await ports.database.get('importMappings', mappingIdOf(ports, { ...job, titles }));
    return await moveOn(ports, job, () => ({
      ...facts,
      phase: 'columns',
      hasWork: false,
      doneCount: 0,
      chunkCount: read.chunkCount,
      sheetName: sheet.name,
      otherSheetCount: sheet.otherCount,
      mapping: known?.mapping ?? proposeMapping(titles, job.rowKind),
      isRemembered: known !== null,
    }));
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    const { failure } = error;
    const stored = await ports.database.count('importChunks', { _id: idsOf(job) });
    // Of the last group any may be missing.
    const chunkCount = stored + CHUNKS_AT_ONCE;
    return moveOn(ports, job, () => ({ ...workOf('clearing'), outcome: 'failed', failure, chunkCount }));
  }
}

async function wholeFileOf({ database, secrets }: Ports, job: Job): Promise<Uint8Array> {
  const ids = Array.from({ length: job.partCount }, (_none, part) => `${job._id}:${String(part)}`);
  const answers = await mapInLanes(inChunks(ids, PARTS_AT_ONCE), CHUNKS_AT_ONCE, (some) =>
    database.getMany('importParts', some),
  );
  const boxes = new Map(answers.flat().map(({ _id, box }) => [_id, box]));
  return Buffer.concat(
    ids.map((id) => {
      const box = boxes.get(id);
      // Swept after a day: whoever began must begin again.
      if (box === undefined) throw new UnreadableFile('unreadable');
      return Buffer.from(secrets.open(box), 'base64');
    }),
  );
}

interface ReadRows {
  readonly chunkCount: number;
  readonly rowCount: number;
  /** the first that are not blank */
  readonly head: readonly SheetRow[];
}

async function storeRows(ports: Ports, job: Job, sheet: Sheet): Promise<ReadRows> {
  const stored = await ports.database.count('importChunks', { _id: idsOf(job) });
  // Chunks are stored in groups: of the last one any may be missing.
  const passedOver = Math.floor(stored / CHUNKS_AT_ONCE) * CHUNKS_AT_ONCE;
  const head: SheetRow[] = [];
  let [chunkCount, rowCount] = [0, 0];
  let group: Promise<void>[] = [];
  for (const rows of chunksOf(filledRows(sheet), CHUNK_ROWS[job.rowKind])) {
    head.push(...rows.slice(0, HEADER_SEARCHED_ROWS + SAMPLE_ROWS - head.length));
    rowCount += rows.length;
    if (rowCount > IMPORT_MAXIMUM_ROWS + HEADER_SEARCHED_ROWS) throw new UnreadableFile('tooManyRows');
    if (chunkCount >= passedOver) group.push(storeChunk(ports, chunkIdOf(job, chunkCount), rows));
    chunkCount += 1;
    if (group.length < CHUNKS_AT_ONCE) continue;
    await Promise.all(group);
    group = [];
  }
  await Promise.all(group);
  return { chunkCount, rowCount, head };
}

function storeChunk(ports: Ports, _id: string, rows: readonly SheetRow[]): Promise<void> {
  const box = sealRows(ports, rows);
  return ports.database.put('importChunks', {
    _id,
    box,
    state: 'read',
    keys: [],
    wantedRows: [],
    addedIds: [],
    recordIds: [],
  });
}

/** Whatever goes wrong inside a damaged file is the file's fault. */
function ofFile<Result>(read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    throw error instanceof UnreadableFile ? error : new UnreadableFile('unreadable');
  }
}

function* filledRows(sheet: Sheet): Generator<SheetRow> {
  const rows = sheet.rows[Symbol.iterator]();
  for (;;) {
    const next = ofFile(() => rows.next());
    if (next.done === true) return;
    const cells = next.value.cells.map(cleanCell);
    if (cells.some((cell) => cell !== '')) yield { number: next.value.number, cells };
  }
}

function* chunksOf(rows: Iterable<SheetRow>, maximumRows: number): Generator<SheetRow[]> {
  let chunk: SheetRow[] = [];
  let characters = 0;
  for (const row of rows) {
    const size = row.cells.reduce((sum, cell) => sum + cell.length, 0);
    const isFull = chunk.length >= maximumRows || characters + size > CHUNK_CHARACTERS;
    if (isFull && chunk.length > 0) {
      yield chunk;
      [chunk, characters] = [[], 0];
    }
    chunk.push(row);
    characters += size;
  }
  if (chunk.length > 0) yield chunk;
}

/** What is known before anybody says what the columns are. Throws for a sheet without titles or rows. */
function factsOf(
  { head, rowCount }: ReadRows,
  kind: Job['rowKind'],
): Pick<Job, 'titles' | 'firstDataRow' | 'samples' | 'rowCount'> {
  if (head.length === 0) throw new UnreadableFile('noRows');
  const header = detectHeader(
    head.map(({ cells }) => cells),
    kind,
  );
  if (header === null) throw new UnreadableFile('noTitles');
  const above = header.from + header.rowCount;
  const data = head.slice(above);
  const [first] = data;
  if (first === undefined) throw new UnreadableFile('noRows');
  if (rowCount - above > IMPORT_MAXIMUM_ROWS) throw new UnreadableFile('tooManyRows');
  return {
    titles: [...header.titles],
    firstDataRow: first.number,
    samples: data.slice(0, SAMPLE_ROWS).map(({ cells }) => cells.map(maskCell)),
    rowCount: rowCount - above,
  };
}

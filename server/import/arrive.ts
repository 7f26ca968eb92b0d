/** 上传: a file in parts, each sealed before it is stored (IM1). The same part again changes nothing. */
import { lineageOf } from '@domain/geography/division';
import { rejected, type Rejection } from '@domain/kernel/result';
import { DAY_MS } from '@domain/time/civil-day';
import type { ErrorCode } from '@contract/error-codes';
import { IMPORT_KEPT_DAYS, IMPORT_MAXIMUM_OPEN } from '@contract/import.contract';
import { mayGovern, officeDivisions } from '../kernel/actor';
import type { Ports } from '../kernel/ports';
import { requireOpenId, type Handler, type RequestContext } from '../kernel/procedure';
import { idsOf, moveOn, NO_COUNTS, toImportView, workOf, type Job } from './job';

/** Round trips: roles, division; begin, job, quota, open ones, two writes, commit. */
export const beginImport: Handler<'import.beginImport'> = async (input, context) => {
  const { ports, now } = context;
  const openId = requireOpenId(context);
  const grants = await context.actor.grants();
  if (!mayGovern(grants, input.divisionCode)) return rejected('actor.forbidden');
  const division = await ports.database.get('divisions', input.divisionCode);
  if (division === null) return rejected('division.notFound');
  const job: Job = {
    ...BLANK,
    _id: ports.secrets.shortId('import', `${openId}:${input.requestId}`),
    rowKind: input.rowKind,
    openId,
    officeName: grants.find((grant) => officeDivisions([grant]).length > 0)?.scopeName ?? '',
    officeKeys: lineageOf(division._id),
    divisionCode: division._id,
    divisionName: division.name,
    fileName: input.fileName,
    requestedAt: now,
    partCount: input.partCount,
    titles: [],
    samples: [],
    people: [],
    records: [],
    keptUntil: now + IMPORT_KEPT_DAYS * DAY_MS,
  };
  const stored = await openJob(ports, job);
  return 'kind' in stored ? stored : toImportView(stored, openId);
};

/** The same request finds its job. One document stands for all open imports of a person. */
function openJob(ports: Ports, job: Job): Promise<Job | Rejection<'import.tooManyOpen'>> {
  return ports.database.transaction(async (transaction) => {
    const known = await transaction.get('imports', job._id);
    if (known !== null) return known;
    const quota = await transaction.get('importQuotas', job.openId);
    const open: string[] = [];
    for (const id of quota?.importIds ?? []) {
      if ((await transaction.get('imports', id))?.outcome === null) open.push(id);
    }
    if (open.length >= IMPORT_MAXIMUM_OPEN)
      return rejected('import.tooManyOpen', { maximum: IMPORT_MAXIMUM_OPEN });
    await transaction.put('imports', job);
    await transaction.put('importQuotas', { _id: job.openId, importIds: [...open, job._id] });
    return job;
  });
}

const BLANK = {
  step: 0,
  phase: 'uploading',
  outcome: null,
  failure: null,
  hasWork: false,
  chunkCount: 0,
  doneCount: 0,
  rowCount: 0,
  sheetName: '',
  otherSheetCount: 0,
  firstDataRow: 0,
  mapping: null,
  isRemembered: false,
  usualCommunityCode: null,
  counts: NO_COUNTS,
  addedCount: 0,
  undoneCount: 0,
  keptCount: 0,
  errorFileId: null,
  confirmedAt: null,
  readingSince: null,
  undoneBy: null,
  undoReason: null,
} as const;

/** The job of who began it, while that office may still decide there. Round trips: 2. */
export async function ownJob(context: RequestContext, importId: string): Promise<Job | Rejection<ErrorCode>> {
  const job = await context.ports.database.get('imports', importId);
  if (job === null || job.openId !== requireOpenId(context)) return rejected('import.notFound');
  return mayGovern(await context.actor.grants(), job.divisionCode) ? job : rejected('actor.forbidden');
}

/** Round trips: 3. */
export const addImportPart: Handler<'import.addImportPart'> = async (input, context) => {
  const { ports, now } = context;
  const job = await ownJob(context, input.importId);
  if ('kind' in job) return job;
  if (job.phase !== 'uploading' || input.part >= job.partCount) return rejected('import.notReady');
  const _id = `${job._id}:${String(input.part)}`;
  await ports.database.put('importParts', { _id, box: ports.secrets.seal(input.content), storedAt: now });
  return { isStored: true };
};

/** Round trips: 3, and 4 that move the job on. */
export const startReading: Handler<'import.startReading'> = async ({ importId }, context) => {
  const { ports } = context;
  const job = await ownJob(context, importId);
  if ('kind' in job) return job;
  if (job.phase !== 'uploading') return toImportView(job, job.openId);
  const stored = await ports.database.count('importParts', { _id: idsOf(job) });
  if (stored < job.partCount) return rejected('import.partsMissing', { missing: job.partCount - stored });
  const moved = await moveOn(ports, job, () => ({ ...workOf('reading'), readingSince: context.now }));
  return toImportView(moved, job.openId);
};

/** 请求导出 (EX1): only queues; the function `export` makes the file. Round trips: 6 to 9. */
import { contains, levelOf, type DivisionLevel } from '@domain/geography/division';
import type { DivisionCode } from '@domain/kernel/identifiers';
import { rejected, type Rejection } from '@domain/kernel/result';
import { civilDayOf } from '@domain/time/civil-day';
import { EXPORT_MAXIMUM_OPEN } from '@contract/export.contract';
import { officeDivisions, type RoleGrant } from '../kernel/actor';
import type { Ports } from '../kernel/ports';
import { requireOpenId, type Handler } from '../kernel/procedure';
import { mayRead } from '../statistics/read-scope';
import { refusalOfPeriod } from './check-period';
import { toExportView, type Job } from './job';

const LEVELS: readonly DivisionLevel[] = ['city', 'county', 'township', 'community'];

export const requestExport: Handler<'export.requestExport'> = async (input, context) => {
  const { divisionCode, fromDay, toDay } = input;
  const refusal = refusalOfPeriod(input, civilDayOf(context.now));
  if (refusal !== null) return refusal;
  const grants = await context.actor.grants();
  const own = officeDivisions(grants);
  if (!mayRead(own, divisionCode)) return rejected('actor.forbidden');
  const division = await context.ports.database.get('divisions', divisionCode);
  if (division === null) return rejected('division.notFound');
  const openId = requireOpenId(context);
  const job: Job = {
    _id: context.ports.secrets.shortId('export', `${openId}:${input.requestId}`),
    openId,
    officeName: officeNameOf(grants),
    requestedAt: context.now,
    divisionCode,
    divisionName: division.name,
    levels: levelsOf(own, divisionCode),
    fromDay,
    toDay,
    ...BLANK,
  };
  const stored = await queue(context.ports, job);
  return 'kind' in stored ? stored : toExportView(stored);
};

/** The same request finds its job. One document stands for all open files of a person. */
function queue(ports: Ports, job: Job): Promise<Job | Rejection<'export.tooManyOpen'>> {
  return ports.database.transaction(async (transaction) => {
    const known = await transaction.get('exports', job._id);
    if (known !== null) return known;
    const quota = await transaction.get('exportQuotas', job.openId);
    const open: string[] = [];
    for (const id of quota?.exportIds ?? []) {
      if ((await transaction.get('exports', id))?.outcome === null) open.push(id);
    }
    if (open.length >= EXPORT_MAXIMUM_OPEN)
      return rejected('export.tooManyOpen', { maximum: EXPORT_MAXIMUM_OPEN });
    await transaction.put('exports', job);
    await transaction.put('exportQuotas', { _id: job.openId, exportIds: [...open, job._id] });
    return job;
  });
}

const BLANK = {
  step: 0,
  phase: 'reading',
  outcome: null,
  hasWork: true,
  totalCount: null,
  doneCount: 0,
  chunkCount: 0,
  cursor: '',
  batch: null,
  asOf: null,
  fileId: null,
  fileBytes: null,
  keptUntil: null,
} as const;

function officeNameOf(grants: readonly RoleGrant[]): string {
  return grants.find((grant) => officeDivisions([grant]).length > 0)?.scopeName ?? '';
}

/** Below the own division everything; of the city it is ranked in, an office sees the table only. */
function levelsOf(own: readonly DivisionCode[], divisionCode: DivisionCode): DivisionLevel[] {
  const from = LEVELS.indexOf(levelOf(divisionCode));
  const isOwn = own.some((code) => contains(code, divisionCode));
  return LEVELS.slice(from, isOwn ? LEVELS.length : from + 2);
}

/**
 * Samples of a project for who runs it (BP5). A page takes four round trips at once; voiding takes the
 * sample, then project, grants and account, and a transaction of two reads and two writes.
 */
import { isShort, withoutSample } from '@domain/project/outcome';
import { rejected } from '@domain/kernel/result';
import type { SampleView } from '@contract/outcome.contract';
import { pageOf, parseCursor } from '../kernel/cursor';
import type { StoredDocument } from '../kernel/documents';
import { requireOpenId, type Handler } from '../kernel/procedure';
import { managedProject } from './managed-project';

const PAGE = 20;

export const listSamples: Handler<'outcome.listSamples'> = async ({ projectId, cursor }, context) => {
  const [managed, found] = await Promise.all([
    managedProject(context, projectId),
    context.ports.database.find('outcomeSamples', {
      where: { projectId },
      orderBy: [
        ['startedAt', 'desc'],
        ['_id', 'asc'],
      ],
      after: parseCursor(cursor),
      limit: PAGE + 1,
    }),
  ]);
  if ('kind' in managed) return managed;
  const page = pageOf(found, PAGE, ({ startedAt, _id }) => [startedAt, _id]);
  return { samples: page.rows.map(toSampleView), nextCursor: page.nextCursor };
};

function toSampleView(sample: StoredDocument<'outcomeSamples'>): SampleView {
  const { _id, pointName, phase, startedAt, endedAt, doneCount, missedCount, counterName } = sample;
  const counted = { pointName, phase, startedAt, endedAt, doneCount, missedCount, counterName };
  const { voiding } = sample;
  return {
    sampleId: _id,
    ...counted,
    isShort: isShort(sample),
    voiding: voiding === null ? null : { at: voiding.at, byName: voiding.byName, reason: voiding.reason },
  };
}

export const voidSample: Handler<'outcome.voidSample'> = async ({ sampleId, reason }, context) => {
  const { database } = context.ports;
  const found = await database.get('outcomeSamples', sampleId);
  if (found === null) return rejected('outcome.sampleNotFound');
  const managed = await managedProject(context, found.projectId);
  if ('kind' in managed) return managed;
  const voiding = { at: context.now, by: requireOpenId(context), byName: managed.actorName, reason };
  return database.transaction(async (transaction) => {
    const sample = await transaction.get('outcomeSamples', sampleId);
    const outcome = await transaction.get('outcomes', found.projectId);
    if (sample === null || outcome === null) return rejected('outcome.sampleNotFound');
    // Voided before: by the same request or by somebody else, the effect is the same.
    if (sample.voiding !== null) return { sampleId };
    const { phase, pointId } = sample;
    const points = outcome.points.map((point) =>
      point.pointId === pointId ? { ...point, [phase]: withoutSample(point[phase], sample) } : point,
    );
    await transaction.put('outcomes', { ...outcome, points });
    await transaction.put('outcomeSamples', { ...sample, voiding });
    return { sampleId };
  });
};

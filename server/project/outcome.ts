/**
 * 成果数 of a project (BP1, BP3). Reading takes four round trips at once – project, grants, account, outcome;
 * changing it the first three and a transaction of a read and a write.
 */
import { MAXIMUM_POINTS, NO_SAMPLES, type PhaseSums } from '@domain/project/outcome';
import { parseSamplePointId } from '@domain/kernel/identifiers';
import { rejected, type Rejection } from '@domain/kernel/result';
import type { ErrorCode } from '@contract/error-codes';
import type { OutcomeView } from '@contract/outcome.contract';
import type { StoredDocument } from '../kernel/documents';
import { requireOpenId, type Handler } from '../kernel/procedure';
import { managedProject } from './managed-project';

export type OutcomeDocument = StoredDocument<'outcomes'>;

export function toOutcomeView(document: OutcomeDocument): OutcomeView {
  const { countedWord, unitWord, doneWord, missedWord, points } = document;
  return { countedWord, unitWord, doneWord, missedWord, points };
}

export const getOutcome: Handler<'outcome.getOutcome'> = async ({ projectId }, context) => {
  const [managed, outcome] = await Promise.all([
    managedProject(context, projectId),
    context.ports.database.get('outcomes', projectId),
  ]);
  if ('kind' in managed) return managed;
  const { title, outcomeName } = managed.project;
  return { projectTitle: title, outcomeName, outcome: outcome === null ? null : toOutcomeView(outcome) };
};

export const defineOutcome: Handler<'outcome.define'> = async (input, context) => {
  const { projectId, requestId: _requestId, ...words } = input;
  const managed = await managedProject(context, projectId);
  if ('kind' in managed) return managed;
  const openId = requireOpenId(context);
  const text = Object.values(words).join('\n');
  if ((await context.ports.platform.checkContent(openId, text)) !== 'pass')
    return rejected('activity.contentRefused');
  return context.ports.database.transaction(async (transaction) => {
    const known = await transaction.get('outcomes', projectId);
    if (known !== null && isDefinedSo(known, words)) return { outcome: toOutcomeView(known) };
    if (known?.points.some(isCounted)) return rejected('outcome.inUse');
    const defined: OutcomeDocument = {
      _id: projectId,
      ...words,
      definedBy: openId,
      definedAt: context.now,
      points: known?.points ?? [],
    };
    await transaction.put('outcomes', defined);
    return { outcome: toOutcomeView(defined) };
  });
};

export const addSamplePoint: Handler<'outcome.addPoint'> = async (input, context) => {
  const { projectId, name, startsDay } = input;
  const managed = await managedProject(context, projectId);
  if ('kind' in managed) return managed;
  const openId = requireOpenId(context);
  const { database, platform, secrets } = context.ports;
  if ((await platform.checkContent(openId, name)) !== 'pass') return rejected('activity.contentRefused');
  const pointId = parseSamplePointId(secrets.shortId('samplePoint', `${openId}:${input.requestId}`));
  const outcome = await database.transaction(
    async (transaction): Promise<OutcomeDocument | Rejection<ErrorCode>> => {
      const known = await transaction.get('outcomes', projectId);
      if (known === null) return rejected('outcome.notDefined');
      if (known.points.some((point) => point.pointId === pointId)) return known;
      if (known.points.length >= MAXIMUM_POINTS)
        return rejected('outcome.tooManyPoints', { maximum: MAXIMUM_POINTS });
      const point = { pointId, name, startsDay, before: NO_SAMPLES, after: NO_SAMPLES };
      const added = { ...known, points: [...known.points, point] };
      await transaction.put('outcomes', added);
      return added;
    },
  );
  return 'kind' in outcome ? outcome : { outcome: toOutcomeView(outcome) };
};

function isDefinedSo(known: OutcomeDocument, words: Omit<OutcomeView, 'points'>): boolean {
  return (
    known.countedWord === words.countedWord &&
    known.unitWord === words.unitWord &&
    known.doneWord === words.doneWord &&
    known.missedWord === words.missedWord
  );
}

/** Voided samples too: they were counted under these words. */
function isCounted({ before, after }: OutcomeDocument['points'][number]): boolean {
  return [before, after].some(
    ({ sampleCount, shortCount, voidedCount }: PhaseSums) => sampleCount + shortCount + voidedCount > 0,
  );
}

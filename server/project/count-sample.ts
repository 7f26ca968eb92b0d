/**
 * One ten-minute sample (BP2, BP3, BP5). Round trips: project, grants and account at once, then a transaction
 * of at most eight single documents: sample, outcome, the counter's days around it; the three written. Sent
 * again, one read finds it made.
 */
import { daysAround, isShort, phaseOf, refusalOfSample, withSample } from '@domain/project/outcome';
import { parseSampleId } from '@domain/kernel/identifiers';
import { rejected, type Rejection } from '@domain/kernel/result';
import { civilDayOf, type CivilDay } from '@domain/time/civil-day';
import type { ErrorCode } from '@contract/error-codes';
import type { StoredDocument } from '../kernel/documents';
import type { Transaction } from '../kernel/ports';
import { requireOpenId, type Handler } from '../kernel/procedure';
import { managedProject } from './managed-project';

type Sample = StoredDocument<'outcomeSamples'>;
type CounterDay = StoredDocument<'counterDays'>;
type Asked = Omit<Sample, 'pointName' | 'phase'>;

export const countSample: Handler<'outcome.countSample'> = async (input, context) => {
  const managed = await managedProject(context, input.projectId);
  if ('kind' in managed) return managed;
  const { requestId, ...counted } = input;
  const { database, secrets } = context.ports;
  const openId = requireOpenId(context);
  const asked: Asked = {
    ...counted,
    _id: parseSampleId(secrets.shortId('outcomeSample', `${openId}:${requestId}`)),
    countedBy: openId,
    counterName: managed.actorName,
    receivedAt: context.now,
    voiding: null,
  };
  const refusal = await database.transaction((transaction) => countOnce(transaction, asked));
  return refusal ?? { sampleId: asked._id, isShort: isShort(asked) };
};

async function countOnce(transaction: Transaction, asked: Asked): Promise<Rejection<ErrorCode> | null> {
  if ((await transaction.get('outcomeSamples', asked._id)) !== null) return null;
  const outcome = await transaction.get('outcomes', asked.projectId);
  const point = outcome?.points.find(({ pointId }) => pointId === asked.pointId);
  if (outcome === null || point === undefined) return rejected('outcome.pointNotFound');
  const ownDay = civilDayOf(asked.startedAt);
  const days: CounterDay[] = [];
  for (const day of daysAround(asked)) days.push(await counterDay(transaction, day, asked));
  const own = days.flatMap(({ samples }) => samples);
  const refusal = refusalOfSample(asked, own, asked.receivedAt);
  if (refusal !== null) return refusal;
  const phase = phaseOf(point.startsDay, asked.startedAt);
  const changed = { ...point, [phase]: withSample(point[phase], asked) };
  const points = outcome.points.map((one) => (one === point ? changed : one));
  await transaction.put('outcomes', { ...outcome, points });
  const { _id: sampleId, startedAt, endedAt } = asked;
  const dayId = dayIdOf(ownDay, asked);
  const samples = days.find(({ _id }) => _id === dayId)?.samples ?? [];
  await transaction.put('counterDays', {
    _id: dayId,
    samples: [...samples, { sampleId, startedAt, endedAt }],
  });
  await transaction.add('outcomeSamples', { ...asked, pointName: point.name, phase });
  return null;
}

function dayIdOf(day: CivilDay, { countedBy }: Pick<Sample, 'countedBy'>): string {
  return `${day}:${countedBy}`;
}

async function counterDay(transaction: Transaction, day: CivilDay, sample: Asked): Promise<CounterDay> {
  const _id = dayIdOf(day, sample);
  return (await transaction.get('counterDays', _id)) ?? { _id, samples: [] };
}

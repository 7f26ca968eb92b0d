/** 文明斑马线 in numbers: four crossings, counted before the volunteers came and every fortnight since. */
import { NO_SAMPLES, phaseOf, SAMPLE_MS, withSample } from '@domain/project/outcome';
import { parseSampleId, parseSamplePointId } from '@domain/kernel/identifiers';
import { addDays, civilDayOf, MINUTE_MS, startOfDay, type CivilDay } from '@domain/time/civil-day';
import type { StoredDocument } from '@server/kernel/documents';
import type { SeedContext } from './target';

type Sample = StoredDocument<'outcomeSamples'>;
type Point = StoredDocument<'outcomes'>['points'][number];

interface Crossing {
  readonly name: string;
  /** service began so long ago */
  readonly days: number;
  readonly beforePercent: number;
  readonly afterPercent: number;
}
const CROSSINGS: readonly Crossing[] = [
  { name: '达萨街学校路口', days: 520, beforePercent: 41, afterPercent: 87 },
  { name: '团结街市场路口', days: 430, beforePercent: 33, afterPercent: 78 },
  { name: '崇列街医院路口', days: 310, beforePercent: 46, afterPercent: 91 },
  // Begun lately: one sample since, so there is no share yet.
  { name: '马江街车站路口', days: 9, beforePercent: 38, afterPercent: 70 },
];
const SAMPLES_BEFORE = 4;
const EVERY_DAYS = 14;
/** 07:40 and 17:10, on the way to school and back */
const MINUTES_OF_DAY = [460, 1_030] as const;
const COUNTER = 'demo-organiser';

export function seedOutcomes(
  { target, secrets, now }: SeedContext,
  projects: readonly StoredDocument<'projects'>[],
): void {
  const [project] = projects;
  if (project === undefined) return;
  const samples: Sample[] = [];
  const points = CROSSINGS.map((crossing, number): Point => {
    const id = secrets.shortId('demo-sample-point', `${project._id}:${String(number)}`);
    const startsDay = addDays(civilDayOf(now), -crossing.days);
    const point = { pointId: parseSamplePointId(id), name: crossing.name, startsDay };
    const own = samplesAt(crossing, number, startsDay, civilDayOf(now)).map((sample, index): Sample => ({
      ...sample,
      _id: parseSampleId(secrets.shortId('demo-sample', `${id}:${String(index)}`)),
      projectId: project._id,
      pointId: point.pointId,
      pointName: point.name,
      countedBy: COUNTER,
      counterName: project.teamName,
      receivedAt: sample.endedAt,
      voiding: null,
    }));
    samples.push(...own);
    const sumsOf = (phase: Sample['phase']) =>
      own.filter((sample) => sample.phase === phase).reduce(withSample, NO_SAMPLES);
    return { ...point, before: sumsOf('before'), after: sumsOf('after') };
  });
  target.insert('outcomeSamples', samples);
  target.insert('outcomes', [
    {
      _id: project._id,
      countedWord: '机动车',
      unitWord: '辆',
      doneWord: '让行',
      missedWord: '未让行',
      definedBy: COUNTER,
      definedAt: startOfDay(addDays(civilDayOf(now), -600)),
      points,
    },
  ]);
}

type Counted = Pick<Sample, 'phase' | 'startedAt' | 'endedAt' | 'doneCount' | 'missedCount'>;

function samplesAt(crossing: Crossing, number: number, startsDay: CivilDay, today: CivilDay): Counted[] {
  const made: Counted[] = [];
  for (let step = -SAMPLES_BEFORE; ; step += 1) {
    const day = addDays(startsDay, step < 0 ? step * 3 - number : step * EVERY_DAYS + number);
    if (day >= today) return made;
    const minute = MINUTES_OF_DAY[Math.abs(step) % 2] ?? MINUTES_OF_DAY[0];
    // A quarter of an hour apart: one person stands at one crossing at a time.
    const startedAt = startOfDay(day) + (minute + 15 * number) * MINUTE_MS;
    const phase = phaseOf(startsDay, startedAt);
    const countedCount = 52 + (((step + 20) * 37 + number * 23) % 61);
    const swing = (((step + 20) * 17 + number * 29) % 15) - 7;
    // Drivers learn over some weeks.
    const learnt = phase === 'before' ? 0 : Math.min(4, step + 1) / 4;
    const { beforePercent, afterPercent } = crossing;
    const percent = beforePercent + (afterPercent - beforePercent) * learnt + swing;
    const doneCount = Math.max(0, Math.min(countedCount, Math.round((countedCount * percent) / 100)));
    const missedCount = countedCount - doneCount;
    made.push({ phase, startedAt, endedAt: startedAt + SAMPLE_MS, doneCount, missedCount });
  }
}

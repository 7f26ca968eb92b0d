/** The weather of the week: every kind of fault there is, and an instance that dies at each of its awaits. */
import type { LocalCloud } from '@local-cloud/host/local-cloud';
import { parseFaultRule, type FaultRule } from '@local-cloud/faults/fault-rules';
import type { WeekSize } from './size';

/** A check-out around a midnight makes so many requests to the cloud. */
export const DEADLY_CALLS = 14;
/** Instances differ from the true time by at most this. */
export const INSTANCE_SKEW_MS = 2_000;

function rule(seed: number, body: object): FaultRule {
  return parseFaultRule({ times: 1_000_000, seed, ...body });
}

type Strengths = Pick<WeekSize, 'strength' | 'deaths'>;

interface Death {
  readonly atCall: number;
  readonly after: boolean;
  readonly probability: number;
}
/** Every death draws for itself. */
function death(seed: number, match: string, { atCall, after, probability }: Death): FaultRule {
  const own = 1_000 * seed + 10 * atCall + Number(after);
  return rule(own, { kind: 'killWorker', match, atCall, after, probability });
}

/** Of each 1 is seldom enough for thousands of people to get on; small runs need more. */
export function weekFaults(seed: number, { strength, deaths }: Strengths): FaultRule[] {
  const kills = Array.from({ length: DEADLY_CALLS }, (_none, index) => index + 1).flatMap((atCall) =>
    [false, true].flatMap((after) => [
      death(seed, 'api', { atCall, after, probability: 0.0015 * deaths }),
      ...['fold', 'sweep'].map((timer) => death(seed, timer, { atCall, after, probability: 0.01 * deaths })),
    ]),
  );
  const [always, skew] = [null, INSTANCE_SKEW_MS];
  return [
    rule(seed, { kind: 'latency', match: 'database.*', ms: 4, probability: 0.03, times: always }),
    rule(seed, {
      kind: 'latency',
      match: 'database.startTransaction',
      ms: 20,
      probability: 0.05,
      times: always,
    }),
    rule(seed, { kind: 'dropAnswer', match: 'gateway:api', probability: 0.02 * strength }),
    rule(seed, { kind: 'dropAnswer', match: 'database.commitTransaction', probability: 0.01 * strength }),
    rule(seed, { kind: 'error', match: 'database.getDocument', probability: 0.001 * strength }),
    rule(seed, { kind: 'conflict', match: '*', probability: 0.02 * strength }),
    rule(seed, { kind: 'duplicateDelivery', match: 'api', probability: 0.04 * strength }),
    rule(seed, { kind: 'clockOffset', match: 'api', ms: skew, worker: 1, times: always }),
    rule(seed, { kind: 'clockOffset', match: 'api', ms: -skew, worker: 2, times: always }),
    ...kills,
  ];
}

/** What really happened: `kind`, and for deaths the call and the side of it, each with its number. */
export function firedFaults(cloud: LocalCloud): Map<string, number> {
  const fired = new Map<string, number>();
  const add = (name: string, count: number): void => void fired.set(name, (fired.get(name) ?? 0) + count);
  for (const fault of cloud.faults.list()) {
    add(fault.kind, fault.fired);
    if (fault.kind !== 'killWorker') continue;
    add(
      `killed: ${fault.match} ${fault.after ? 'after' : 'before'} call ${String(fault.atCall)}`,
      fault.fired,
    );
  }
  return fired;
}

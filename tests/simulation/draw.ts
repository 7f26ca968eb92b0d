/** What a simulation draws from its seed: numbers, and the faults of the whole run. */
import type { FaultRule } from '@local-cloud/faults/fault-rules';
import { parseFaultRule } from '@local-cloud/faults/fault-rules';

/** Park–Miller: enough for drawing operations, and the whole run follows from the seed. */
export function randomOf(seed: number): () => number {
  let state = (seed % 2_147_483_646) + 1;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

/** Every kind of fault, seldom enough for the job to get done meanwhile. */
export function faultsOf(seed: number): FaultRule[] {
  const rule = (body: object): FaultRule => parseFaultRule({ times: 1_000_000, seed, ...body });
  const kills = [2, 3, 5, 6, 7, 8].flatMap((atCall) => [
    rule({ kind: 'killWorker', match: 'api', atCall, after: atCall % 2 === 0, probability: 0.01 }),
    rule({
      kind: 'killWorker',
      match: 'fold',
      atCall: atCall * 2,
      after: atCall % 2 === 1,
      probability: 0.05,
    }),
  ]);
  return [
    rule({ kind: 'latency', match: 'database.*', ms: 3, probability: 0.2, times: null }),
    // Widens the gap between reading facts and folding them.
    rule({ kind: 'latency', match: 'database.startTransaction', ms: 25, probability: 0.4, times: null }),
    rule({ kind: 'dropAnswer', match: 'gateway:api', probability: 0.05 }),
    rule({ kind: 'dropAnswer', match: 'database.commitTransaction', probability: 0.03 }),
    rule({ kind: 'conflict', match: '*', probability: 0.08 }),
    rule({ kind: 'duplicateDelivery', match: 'api', probability: 0.08 }),
    rule({ kind: 'clockOffset', match: 'api', ms: 1_500, worker: 1, times: null }),
    ...kills,
  ];
}

/** Where the sweep counts openings: between two of its reads and writes, and after its commit. */
export function sweepKillsOf(seed: number): FaultRule[] {
  return [12, 14, 15, 17, 20, 23].map((atCall) =>
    parseFaultRule({
      ...{ kind: 'killWorker', match: 'sweep', times: 1_000_000, seed: seed + atCall },
      ...{ atCall, after: atCall % 2 === 1, probability: 0.08 },
    }),
  );
}

/** How often each kind of fault happened; of the sweep's deaths, as `sweep died` too. */
export function firedIn(
  faults: readonly (Pick<FaultRule, 'kind' | 'match'> & { readonly fired: number })[],
): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { kind, match, fired } of faults) {
    const names = match === 'sweep' && kind === 'killWorker' ? [kind, 'sweep died'] : [kind];
    for (const name of names) sums.set(name, (sums.get(name) ?? 0) + fired);
  }
  return sums;
}

import { runCampaign, type CampaignReport } from '../campaign/campaign';
import { loadWithMutant, type Mutant } from './mutation';

/** `npm run campaign` runs a million. */
const SIZE = { operations: 1_500, every: 250 };
const SEEDS = [1, 2];
const MUTANT_SIZE = { operations: 1_500, every: 100, untilWrong: true };

test('[SI5] every figure equals a naive count after random operations in bad weather', async () => {
  const fired = new Set<string>();
  for (const seed of SEEDS) {
    const { differences, events, operations, comparisons } = await runCampaign(seed, SIZE);
    expect(differences).toEqual([]);
    expect(comparisons).toBe(SIZE.operations / SIZE.every);
    expect([...operations.values()].reduce((sum, count) => sum + count, 0)).toBe(SIZE.operations);
    for (const name of events.keys()) fired.add(name);
  }
  for (const name of [
    'killed',
    'answerLost',
    'conflict',
    'clash',
    'fold died',
    'delivered twice',
    'day turned',
  ]) {
    expect([...fired]).toContain(name);
  }
});

const MUTANTS: readonly Mutant[] = [
  {
    name: 'the fold does not look whether the mark is still the one it read',
    file: 'server/statistics/fold-volunteers.ts',
    from: 'if (current?.version !== mark.version) continue;',
    to: 'if (current?.version === "") continue;',
  },
  {
    name: 'the mark is not written when a record is confirmed',
    file: 'server/attendance/write-moves.ts',
    from: 'if (isCounted)',
    to: 'if (false)',
  },
  {
    name: 'a move is forgotten: the fact without its mark',
    file: 'server/volunteer/move.ts',
    from: 'await markVolunteer(transaction, context, volunteer._id, null);',
    to: '',
  },
  {
    name: 'leaving is forgotten: the fact without its mark',
    file: 'server/volunteer/leave.ts',
    from: 'await markVolunteer(transaction, context, volunteerId, null);',
    to: '',
  },
  {
    name: 'the stored contribution is not taken off before the new one is added',
    file: 'server/statistics/fold-volunteers.ts',
    from: 'differenceOf(toChanges(stored), changes)',
    to: 'differenceOf([], changes)',
  },
  {
    name: 'moving takes only the latest home into account',
    file: 'domain/statistics/contribution.ts',
    from: 'return standing.residences.flatMap(',
    to: 'return standing.residences.slice(-1).flatMap(',
  },
  {
    name: 'the fold of volunteers does not mark the shifts they served in',
    file: 'server/statistics/fold-volunteers.ts',
    from: 'for (const [shiftId, from] of shiftsFrom) await markShift(transaction, ports, shiftId, from);',
    to: '',
  },
  {
    name: 'a second mark forgets the shifts of the first',
    file: 'server/statistics/mark.ts',
    from: '...(known?.shiftIds ?? []), ',
    to: '',
  },
  {
    name: 'the fold of shifts does not look whether the mark is still the one it read',
    file: 'server/statistics/fold-shifts.ts',
    from: 'if (current?.version !== mark.version) continue;',
    to: 'if (current?.version === "") continue;',
  },
  {
    name: 'an entry that ends keeps its minutes of the quota',
    file: 'server/supplement/supplement-document.ts',
    from: 'const uses = usesQuota(state) ? minutes : 0;',
    to: 'const uses = minutes;',
  },
  {
    name: 'the fold leaves the minutes an organisation recorded as they were',
    file: 'server/statistics/fold-shifts.ts',
    from: 'if (minutes !== undefined) await storeAutomaticMinutes(transaction, minutes);',
    to: '',
  },
  {
    name: 'a village and a project begin to live with every shift of a day',
    file: 'server/statistics/life-changes.ts',
    from: 'if ((amounts.get(day) ?? 0) > (did ? 1 : 0)) return [];',
    to: '',
  },
];

test.each(MUTANTS)('[SI6] the campaign notices when $name', async (mutant) => {
  const { runCampaign: runMutant } = parseCampaign(
    await loadWithMutant('tests/campaign/campaign.ts', mutant),
  );
  const differences: string[] = [];
  for (let seed = 1; seed <= 6 && differences.length === 0; seed += 1) {
    differences.push(...(await runMutant(seed, MUTANT_SIZE)).differences);
  }
  expect(differences).not.toEqual([]);
});

function parseCampaign(bundle: unknown): { runCampaign: typeof runCampaign } {
  return bundle as { runCampaign: typeof runCampaign };
}

test('[SI5] a campaign follows from its seed', async () => {
  const size = { operations: 200, every: 100 };
  const [first, second] = [await runCampaign(9, size), await runCampaign(9, size)];
  expect(plain(first)).toEqual(plain(second));
});

function plain({ operations, events, compared }: CampaignReport): unknown {
  return { operations: [...operations], events: [...events], compared };
}

import { runRosterCampaign } from '../campaign/rosters';
import { firstDifferences, loadWithMutant, type Mutant } from './mutation';

const SEEDS = [1, 2, 3];
/** Some faults show only when a run dies at the right moment. */
const MUTANT_SEEDS = 12;

test('[SI13] rosters come out exact in bad weather: written, imported again, undone', async () => {
  const happened = new Set<string>();
  for (const seed of SEEDS) {
    const report = await runRosterCampaign(seed);
    expect(report.differences).toEqual([]);
    expect(report.registered).toBeGreaterThan(0);
    expect(report.claimed).toBeGreaterThan(0);
    expect(report.fired.get('killed') ?? 0).toBeGreaterThanOrEqual(10);
    for (const name of report.fired.keys()) happened.add(name);
  }
  for (const name of ['killed', 'answerLost', 'conflict', 'clash']) expect([...happened]).toContain(name);
});

const MUTANTS: readonly Mutant[] = [
  {
    name: 'a chunk that is written is written again',
    file: 'server/import/write-chunks.ts',
    from: "if (chunk.state === 'written') return chunk.addedIds.length + chunk.recordIds.length;",
    to: '',
  },
  {
    name: 'the slower of two runs moves the job on as well',
    file: 'server/kernel/run-jobs.ts',
    from: 'if (current.step !== from.step) return current;',
    to: '',
  },
  {
    name: 'a run that goes on forgets the rows of the runs before',
    file: 'server/import/check-chunk.ts',
    from: 'for (const chunk of page) for (const key of chunk.keys) keys.add(key);',
    to: '',
  },
  {
    name: 'nobody is marked who is written',
    file: 'server/import/write-chunks.ts',
    from: 'await markNewVolunteer(transaction, { ports, now: ports.now() }, volunteer._id);',
    to: '',
  },
  {
    name: 'nobody is marked who is taken out',
    file: 'server/import/undo-chunk.ts',
    from: 'await markVolunteer(transaction, { ports, now: ports.now() }, volunteerId, null);',
    to: '',
  },
  {
    name: 'who has claimed the record is taken out with the others',
    file: 'server/import/undo-chunk.ts',
    from: 'if (volunteer === null || isClaimed(volunteer) || isMerged(volunteer)) return false;',
    to: 'if (volunteer === null || isMerged(volunteer)) return false;',
  },
  {
    name: 'claiming a record agrees to nothing',
    file: 'server/volunteer/claim.ts',
    from: 'isClaimed(current) ? claimed : await agree(input, context, transaction, claimed)',
    to: 'claimed',
  },
];

test.each(MUTANTS)('[SI14] the campaign of rosters notices when $name', async (mutant) => {
  const { runRosterCampaign: runMutant } = parseCampaign(
    await loadWithMutant('tests/campaign/rosters.ts', mutant),
  );
  expect(await firstDifferences(runMutant, MUTANT_SEEDS)).not.toEqual([]);
});

function parseCampaign(bundle: unknown): { runRosterCampaign: typeof runRosterCampaign } {
  return bundle as { runRosterCampaign: typeof runRosterCampaign };
}

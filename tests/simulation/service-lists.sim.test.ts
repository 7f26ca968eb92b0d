import { runServiceListCampaign } from '../campaign/service-lists';
import { firstDifferences, loadWithMutant, type Mutant } from './mutation';

const SEEDS = [1, 2];
/** Some faults show only when a run dies at the right moment. */
const MUTANT_SEEDS = 6;

test('[SI16] services of a list come out exact in bad weather: written, again, undone, anew', async () => {
  const happened = new Set<string>();
  for (const seed of SEEDS) {
    const report = await runServiceListCampaign(seed);
    expect(report.differences).toEqual([]);
    expect(report.written).toBeGreaterThan(0);
    expect(report.denied).toBeGreaterThan(0);
    expect(report.fired.get('killed') ?? 0).toBeGreaterThanOrEqual(10);
    for (const name of report.fired.keys()) happened.add(name);
  }
  for (const name of ['killed', 'answerLost', 'conflict']) expect([...happened]).toContain(name);
});

const MUTANTS: readonly Mutant[] = [
  {
    name: 'hours without times know no end of the day',
    file: 'domain/attendance/service-day.ts',
    from: 'const minutes = Math.min(served, visit.mostMinutes ?? served, room);',
    to: 'const minutes = Math.min(served, visit.mostMinutes ?? served);',
  },
  {
    name: 'nobody is marked whose records are written',
    file: 'server/import/write-records.ts',
    from: 'this.marked.add(volunteerId);',
    to: '',
  },
  {
    name: 'a record that is taken back keeps its time',
    file: 'server/attendance/void-imported.ts',
    from: 'await writeServiceDays(transaction, decision.days);',
    to: '',
  },
];

test.each(MUTANTS)('[SI16] the campaign of services notices when $name', async (mutant) => {
  const { runServiceListCampaign: runMutant } = parseCampaign(
    await loadWithMutant('tests/campaign/service-lists.ts', mutant),
  );
  expect(await firstDifferences(runMutant, MUTANT_SEEDS)).not.toEqual([]);
});

function parseCampaign(bundle: unknown): { runServiceListCampaign: typeof runServiceListCampaign } {
  return bundle as { runServiceListCampaign: typeof runServiceListCampaign };
}

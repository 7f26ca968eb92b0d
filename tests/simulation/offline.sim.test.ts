import { runOfflineCampaign } from '../campaign/offline';
import { loadWithMutant, type Mutant } from './mutation';

/** `npm run campaign:offline` runs ten thousand visits. */
const SEEDS = [1, 2];

test('[SI8] offline visits come out exact in bad weather, and no forwarded code is accepted', async () => {
  const happened = new Set<string>();
  for (const seed of SEEDS) {
    const report = await runOfflineCampaign(seed);
    expect(report.differences).toEqual([]);
    expect(report.visits).toBe(264);
    expect(report.replaysTried).toBeGreaterThan(20);
    expect(report.replaysAccepted).toBe(0);
    for (const name of report.counts.keys()) happened.add(name);
  }
  for (const name of [
    'app restarted',
    'request lost',
    'answer lost',
    'delivered twice',
    'killed',
    'clash',
    'answered attendance.notCheckedIn',
    'answered attendance.shiftCancelled',
    'answered attendance.lateUnproven',
    'late visit vouched for',
    'late visit refused',
  ]) {
    expect([...happened]).toContain(name);
  }
});

const MUTANTS: readonly Mutant[] = [
  {
    name: 'a check-out that comes before its check-in is not kept',
    file: 'server/attendance/prove-visit.ts',
    from: "result.code === 'attendance.notCheckedIn'",
    to: "result.code === 'attendance.voided'",
  },
  {
    name: 'an expired visit stays expired',
    file: 'domain/attendance/decide-proved-visit.ts',
    from: "if (attendance?.state === 'voided')",
    to: "if (attendance?.state === 'expired' || attendance?.state === 'voided')",
  },
  {
    name: 'the clock of the phone is not compared with the step of the code',
    file: 'domain/attendance/late-scan.ts',
    from: 'Math.abs(codeStepAt(scannedAt) - step) > CODE_TOLERANCE_STEPS',
    to: 'step < 0',
  },
  {
    name: 'what a visit sets free is not given to the others of the day',
    file: 'server/attendance/change-attendance.ts',
    from: 'for (const one of recredited)',
    to: 'for (const one of [] as typeof recredited)',
  },
  {
    name: 'a refused scan counts on',
    file: 'domain/attendance/visit-proofs.ts',
    from: 'proof.deed === deed && !proof.isRefused',
    to: 'proof.deed === deed',
  },
];

test.each(MUTANTS)('[SI9] the offline campaign notices when $name', async (mutant) => {
  const mutated = parseCampaign(await loadWithMutant('tests/campaign/offline.ts', mutant));
  const { differences, replaysAccepted } = await mutated.runOfflineCampaign(1);
  expect(differences.length + replaysAccepted).toBeGreaterThan(0);
});

function parseCampaign(bundle: unknown): { runOfflineCampaign: typeof runOfflineCampaign } {
  return bundle as { runOfflineCampaign: typeof runOfflineCampaign };
}

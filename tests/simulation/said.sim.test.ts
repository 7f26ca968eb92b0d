import { runSaidCampaign } from '../campaign/said';
import { loadWithMutant, type Mutant } from './mutation';

const [SEED, OTHER_SEED] = [1, 2];
/** Of one person at one moment: both were done. */
const RACES = [
  'join+say',
  'answer+say',
  'quit+say',
  'merge+say',
  'join+merge',
  'answer+merge',
  'leave+say',
  'join+leave',
];

test.each([SEED, OTHER_SEED])('[SI17][PF4] what members say is counted exactly, seed %i', async (seed) => {
  const { differences, fired, races, toldCount } = await runSaidCampaign(seed);
  expect(differences).toEqual([]);
  expect(toldCount).toBeGreaterThan(0);
  expect([...fired.keys()].sort()).toEqual(['answerLost', 'clash', 'conflict', 'killed']);
  expect([...races.keys()]).toEqual(expect.arrayContaining(RACES));
});

test('[SI17] the campaign follows from its seed: none of it is chance', async () => {
  expect(await runSaidCampaign(SEED)).toEqual(await runSaidCampaign(SEED));
});

const MUTANTS: readonly Mutant[] = [
  {
    name: 'who joins has said nothing',
    file: 'server/team/members.ts',
    from: "'asked', now, saidBy(volunteer)",
    to: "'asked', now, NOTHING_SAID",
  },
  {
    name: 'who joins does not clash with a profile that changes',
    file: 'server/team/members.ts',
    from: "await transaction.put('volunteers', { ...volunteer, joinCount: (volunteer.joinCount ?? 0) + 1 });",
    to: '',
  },
  {
    name: 'a profile that changes is not copied',
    file: 'server/volunteer/profile.ts',
    from: 'await copySaid(transaction, ports, changed);',
    to: '',
  },
  {
    name: 'who leaves a team leaves behind what was said',
    file: 'server/team/members.ts',
    from: "'left', now, NOTHING_SAID",
    to: "'left', now, saidBy(volunteer)",
  },
  {
    name: 'who is sent away leaves behind what was said',
    file: 'server/team/members.ts',
    from: "state === 'member' ? {} : NOTHING_SAID",
    to: '{}',
  },
  {
    name: 'two memberships of a merged person both stay',
    file: 'server/team/merge-memberships.ts',
    from: 'else await giveWay(transaction, one, stays, now);',
    to: '',
  },
  {
    name: 'what gives way keeps its copy',
    file: 'server/team/merge-memberships.ts',
    from: '...membership, ...NOTHING_SAID,',
    to: '...membership,',
  },
  {
    name: 'a merged person is not copied anew',
    file: 'server/team/merge-memberships.ts',
    from: 'await copySaid(transaction, ports, kept);',
    to: '',
  },
  {
    name: 'who leaves the registration is still counted',
    file: 'server/volunteer/leave.ts',
    from: 'await copySaid(transaction, ports, gone);',
    to: '',
  },
];

test.each(MUTANTS)('[SI17][PF4] the campaign notices when $name', async (mutant) => {
  const { runSaidCampaign: runMutant } = parseCampaign(
    await loadWithMutant('tests/campaign/said.ts', mutant),
  );
  const { differences } = await runMutant(SEED);
  expect(differences).not.toEqual([]);
});

function parseCampaign(bundle: unknown): { runSaidCampaign: typeof runSaidCampaign } {
  return bundle as { runSaidCampaign: typeof runSaidCampaign };
}

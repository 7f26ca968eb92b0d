import { runMessageCampaign } from '../campaign/messages';
import { loadWithMutant, type Mutant } from './mutation';

/** `npm run campaign:messages` sends ten thousand. */
test('[ME11] every message comes once or is known by name, under timers that overlap and die', async () => {
  const { sent, counts, differences } = await runMessageCampaign(1);
  expect(differences).toEqual([]);
  expect(sent).toBeGreaterThan(300);
  for (const name of ['killed', 'clash', 'busy', 'messages unknown', 'shift called off']) {
    expect([...counts.keys()]).toContain(name);
  }
  expect(counts.get('refused by WeChat') ?? 0).toBe(0);
});

const MUTANTS: readonly Mutant[] = [
  {
    name: 'a claim whose sender died is sent again',
    file: 'server/message/claim-message.ts',
    from: "if (message.state === 'sending')",
    to: 'if (message.attemptCount > 99)',
  },
  {
    name: 'an acceptance is not taken by the message it is for',
    file: 'server/message/claim-message.ts',
    from: '{ ...known, ...spendOne(known) }',
    to: '{ ...known }',
  },
  {
    name: 'a tap that is reported twice counts twice',
    file: 'server/message/subscriptions.ts',
    from: 'requestIds.includes(input.requestId)',
    to: 'requestIds.length > 99',
  },
  {
    name: 'who is enrolled is not told of a cancellation',
    file: 'server/message/tell-cancellations.ts',
    from: "state === 'enrolled' || state === 'waiting'",
    to: "state === 'waiting'",
  },
  {
    name: 'the night is like the day',
    file: 'domain/message/send-time.ts',
    from: "!isQuiet(earliest) || NIGHT_RULES[kind] === 'sends'",
    to: 'earliest > 0',
  },
  {
    name: 'a refusal leaves what was agreed before it',
    file: 'domain/message/agreement.ts',
    from: "choice: answer === 'reject' ? 'refused' : 'banned', remainingCount: 0 }",
    to: "choice: answer === 'reject' ? 'refused' : 'banned', remainingCount: known?.remainingCount ?? 0 }",
  },
];

test.each(MUTANTS)('[ME11] the campaign of messages notices when $name', async (mutant) => {
  const { runMessageCampaign: runMutant } = parseCampaign(
    await loadWithMutant('tests/campaign/messages.ts', mutant),
  );
  const { differences, counts } = await runMutant(1);
  expect(differences.length + (counts.get('refused by WeChat') ?? 0)).toBeGreaterThan(0);
});

function parseCampaign(bundle: unknown): { runMessageCampaign: typeof runMessageCampaign } {
  return bundle as { runMessageCampaign: typeof runMessageCampaign };
}

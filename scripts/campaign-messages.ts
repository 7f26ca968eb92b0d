/**
 * `npm run campaign:messages -- [--sends 10000] [--seed 1]`: messages under timers that overlap, come twice
 * and die. Writes docs/measurements/messages.md.
 */
import { parseArgs } from 'node:util';
import { runMessageCampaign } from '../tests/campaign/messages';
import { runCities, totalOf, writeCampaign } from './city-campaign';

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { sends: { type: 'string', default: '10000' }, seed: { type: 'string', default: '1' } },
  });
  const { sends, seed } = values;
  const campaign = await runCities({ wanted: sends, seed }, runMessageCampaign, ({ sent }) => sent);
  const { counts, differences } = campaign;
  writeCampaign(campaign, {
    name: 'messages',
    title: 'Messages',
    command: `npm run campaign:messages -- --sends ${sends} --seed ${seed}`,
    rows: [
      ['messages that WeChat delivered', totalOf(campaign, ({ sent }) => sent)],
      ['**lost, doubled, in the night or after a refusal**', differences.length],
      ['not known, and therefore not sent again', counts.get('messages unknown') ?? 0],
    ],
  });
  if (differences.length > 0) process.exitCode = 1;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});

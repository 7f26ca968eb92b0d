/**
 * `npm run campaign:offline -- [--visits 10000] [--seed 1]`: visits whose scans lie on phones without a
 * network, in bad weather. Writes docs/measurements/offline.md.
 */
import { parseArgs } from 'node:util';
import { runOfflineCampaign } from '../tests/campaign/offline';
import { runCities, totalOf, writeCampaign } from './city-campaign';

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { visits: { type: 'string', default: '10000' }, seed: { type: 'string', default: '1' } },
  });
  const { visits: wanted, seed } = values;
  const campaign = await runCities({ wanted, seed }, runOfflineCampaign, ({ visits }) => visits);
  const { differences } = campaign;
  const acceptedCount = totalOf(campaign, ({ replaysAccepted }) => replaysAccepted);
  writeCampaign(campaign, {
    name: 'offline',
    title: 'Offline visits',
    command: `npm run campaign:offline -- --visits ${wanted} --seed ${seed}`,
    rows: [
      ['visits, each compared with the times on paper', totalOf(campaign, ({ visits }) => visits)],
      ['**visits or figures that differ (lost, doubled, inexact)**', differences.length],
      ['forwarded codes tried', totalOf(campaign, ({ replaysTried }) => replaysTried)],
      ['**forwarded codes accepted**', acceptedCount],
    ],
  });
  if (differences.length + acceptedCount > 0) process.exitCode = 1;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});

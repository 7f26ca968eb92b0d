/**
 * The product itself, deployed by the plan to an empty place on this machine and then run from there:
 * nothing is seeded, so what works here works in a city on its first day.
 */
import fs from 'node:fs';
import path from 'node:path';
import { LocalCloud } from '@local-cloud/host/local-cloud';
import { carryOut } from '../scripts/deploy/carry-out';
import { readRepository } from '../scripts/deploy/facts';
import type { RepositoryFacts } from '../scripts/deploy/model';
import { planDeployment } from '../scripts/deploy/plan';
import { CONFIG, fileOf, inputOf } from '../tests/kit/deploy-examples';
import { LocalDeployTarget } from '../tests/kit/local-deploy-target';
import { PROJECT_DIRECTORY, registration, TestProduct } from '../tests/kit/product';

/** Each of the timers starts cold. */

const [OFFICE = ''] = CONFIG.office.openIds;
/** Inside the repository: what the cloud would install for the functions, the SDK, is found from there. */
const cache = path.join(PROJECT_DIRECTORY, '.cache');
fs.mkdirSync(cache, { recursive: true });
const directory = fs.mkdtempSync(path.join(cache, 'first-day-'));
let product: TestProduct;

/** Whatever the working tree and the other builds are like just now. */
function factsOfNow(): RepositoryFacts {
  return {
    ...readRepository(CONFIG, Date.now()),
    commit: '0'.repeat(40),
    isClean: true,
    builds: { h5: 'fresh', weapp: 'fresh', cloud: 'fresh' },
    site: [fileOf('index.html', '<html></html>')],
    miniProgram: { directory: '', digest: 'd'.repeat(64), parts: [] },
  };
}

beforeAll(async () => {
  const target = new LocalDeployTarget(directory);
  const facts = factsOfNow();
  const input = inputOf(facts, { state: await target.read(facts) });
  await carryOut(planDeployment(input), target, input);
  const again = planDeployment({ ...input, state: await target.read(facts) });
  expect(again).toEqual({ steps: [], problems: [], notes: [] });
  const functionEnvironment = target.variablesOf('api');
  target.close();
  const cloud = await LocalCloud.start({
    port: 0,
    dataDirectory: directory,
    functionsDirectory: target.functionsDirectory,
    staticDirectory: target.siteDirectory,
    // Nothing but what deployment made.
    collections: [],
    functionEnvironment,
    automaticTimers: false,
    workers: 2,
  });
  product = TestProduct.of(cloud);
});

afterAll(async () => {
  await product.stop();
  fs.rmSync(directory, { recursive: true, force: true });
});

test('a visitor finds the city, its divisions and empty figures', async () => {
  // There is no figure yet, not even 0; five seconds after deployment the timer has run.
  expect(await product.call('', 'system.getCity', {})).toMatchObject({ ok: false, code: 'system.busy' });
  await product.fold();
  const city = await product.must('', 'system.getCity', {});
  expect(city).toMatchObject({ cityName: CONFIG.city.name, isDemonstration: false });
  const counties = await product.must('', 'geography.listDivisions', { parentCode: CONFIG.city.code });
  expect(counties.divisions).toHaveLength(13);
});

test('the first city office is who the configuration names, and nobody else', async () => {
  expect((await product.must(OFFICE, 'volunteer.getMe', {})).roles).toEqual([
    expect.objectContaining({ role: 'cityOffice', scopeName: CONFIG.city.name }),
  ]);
  expect((await product.must('somebody', 'volunteer.getMe', {})).roles).toEqual([]);
});

test('a person registers, the timers run, and the office sees one registered', async () => {
  await product.must('first-person', 'volunteer.register', registration(1));
  for (const timer of ['fold', 'sweep', 'messages', 'export', 'nightly']) await product.cloud.runTimer(timer);
  const { division } = await product.must(OFFICE, 'statistics.getBoard', { divisionCode: null, day: null });
  expect(division.registered.value).toBe(1);
});

test('the timers are those of the functions', () => {
  const timers = product.cloud.functions
    .list()
    .flatMap(({ name, triggers }) => triggers.map(({ cron }) => [name, cron]));
  expect(timers).toEqual([
    ['export', '2-59/5 * * * * * *'],
    ['fold', '*/5 * * * * * *'],
    ['import', '4,24,44 * * * * * *'],
    ['messages', '40 * * * * * *'],
    ['nightly', '0 17-59/15 2-4 * * * *'],
    ['sweep', '20 */5 * * * * *'],
  ]);
});

test('a timer with nothing to do asks little: some run half a million times a month', async () => {
  await product.cloud.runTimer('fold');
  const tripsOf = (timer: string) => product.roundTripsOf(() => product.cloud.runTimer(timer));
  // Marks of projects, of volunteers, of shifts, and the as-of.
  expect(await tripsOf('fold')).toBeLessThanOrEqual(4);
  expect(await tripsOf('export')).toBeLessThanOrEqual(3);
  // Three times a minute: wakes, files to read, parts and imports to clear away.
  expect(await tripsOf('import')).toBeLessThanOrEqual(4);
  // Every minute: shifts that were called off, that changed, and what is due.
  expect(await tripsOf('messages')).toBeLessThanOrEqual(3);
  // Every five minutes: lines, visits, closings that are due or unsettled, entries that wait for one of two
  // answers, pieces of evidence and of pictures, counts of calls, tickets, merges, orders that have expired,
  // openings that are not added up and such as are.
  expect(await tripsOf('sweep')).toBeLessThanOrEqual(14);
});

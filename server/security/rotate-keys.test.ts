import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startLocalProduct } from '@demo/compose-local-cloud';
import { parseFaultRule } from '@local-cloud/faults/fault-rules';
import type { JsonObject } from '@local-cloud/host/json';
import { HOUR_MS } from '@domain/time/civil-day';
import { claimInput } from '../../tests/kit/phone-code';
import { PROJECT_DIRECTORY, registration, requestId, TestProduct } from '../../tests/kit/product';
import { CITY_OFFICE } from '../../tests/kit/shifts';
import { addBehind } from '../../tests/kit/tamper';
import { nodeSecrets } from '../kernel/node-secrets';
import { textOf } from '../../tests/kit/text-of';
import { TEN_IN_THE_MORNING } from '../../tests/kit/today';

const MASTER = 'a1'.repeat(32);
const NEW = 'b2'.repeat(32);
const SECRETS = nodeSecrets(MASTER, `${NEW},master`);
const ME = 'o-rotated';
const PERSON = registration(4_711, '索朗');
const PHONE = '13100004711';

/** A run has twenty seconds: on a busy machine the work of one takes several. */
const MOST_RUNS = 40;
const running: TestProduct[] = [];
const directories: string[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((product) => product.stop()));
  for (const directory of directories.splice(0)) fs.rmSync(directory, { recursive: true });
});

/** The city stops, so that it can be opened again. */
async function close(): Promise<void> {
  await running.pop()?.stop();
}

function newDirectory(): string {
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'xiangfeng-keys-'));
  directories.push(directory);
  return directory;
}

/** The same city on the same disk, under these keys. */
async function open(dataDirectory: string, dataKeys: string): Promise<TestProduct> {
  const cloud = await startLocalProduct({
    ...{ port: 0, dataDirectory, projectDirectory: PROJECT_DIRECTORY, automaticTimers: false },
    ...{ workers: 2, startsAt: TEN_IN_THE_MORNING, masterKey: MASTER, dataKeys },
  });
  const product = TestProduct.of(cloud);
  running.push(product);
  return product;
}
const boxesOf = (row: JsonObject): string[] =>
  Object.entries(row).flatMap(([name, value]) => {
    if (typeof value === 'string') return name === 'box' || name.endsWith('Box') ? [value] : [];
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? boxesOf(value) : [];
  });
const allBoxes = (product: TestProduct): string[] =>
  ['volunteers', 'personRequests', 'importChunks', 'orders'].flatMap((name) =>
    product
      .documents(name)
      .flatMap(boxesOf)
      .filter((box) => box !== ''),
  );
const keysOf = async (product: TestProduct) =>
  (await product.must(CITY_OFFICE, 'audit.getOverview', {})).keys;

/** The id number and phone lead to the person, the whole time and under whichever key. */
async function expectKnown(product: TestProduct): Promise<void> {
  expect(
    await product.call('o-twice', 'volunteer.register', { ...PERSON, requestId: requestId() }),
  ).toMatchObject({ code: 'volunteer.duplicatePerson' });
  const { people } = await product.must(CITY_OFFICE, 'person.listMatches', { by: 'phone', text: PHONE });
  expect(people).toMatchObject([{ maskedName: '索*' }]);
  const byId = { by: 'idNumber' as const, text: PERSON.idNumber };
  expect((await product.must(CITY_OFFICE, 'person.listMatches', byId)).people).toHaveLength(1);
}

test('[SE4] keys change while the city works, killed on the way; nobody is lost or locked out', async () => {
  const directory = newDirectory();
  let product = await open(directory, 'master');
  await product.cloud.seed({ volunteers: 150 });
  await product.must(ME, 'volunteer.register', PERSON);
  const volunteerId = product.volunteerIdOf(ME);
  const wish = { requestId: requestId(), volunteerId, name: '索朗扎西', idNumber: null };
  await product.must(CITY_OFFICE, 'person.requestIdentityChange', {
    ...wish,
    reason: '户口本上的名字是四个字',
    evidence: '本人户口本原件',
  });
  expect(await keysOf(product)).toEqual({ label: 'v1', olderLabels: [], change: null });
  await close();

  product = await open(directory, `${NEW},master`);
  const [current = '', older = ''] = SECRETS.keyLabels;
  await expectKnown(product);
  for (const atCall of [14, 25, 33]) {
    product.cloud.faults.add(parseFaultRule({ kind: 'killWorker', match: 'sweep', times: 1, atCall }));
  }
  const isSealedAnew = () => allBoxes(product).every((box) => box.startsWith(`${current}.`));
  for (let run = 0; run < 6 || (run < MOST_RUNS && !isSealedAnew()); run += 1) {
    await product.cloud.runTimer('sweep').catch(() => undefined);
    // A transaction of an instance that died holds its locks for half a minute.
    product.cloud.clock.advance(31_000);
  }
  expect(product.cloud.faults.list().every(({ fired }) => fired === 1)).toBe(true);
  expect(isSealedAnew()).toBe(true);
  // Somebody registers meanwhile, and an instance of before has sealed with the older key.
  await product.must('o-meanwhile', 'volunteer.register', registration(4_712, '白玛'));
  expect((await keysOf(product)).change).toMatchObject({ finishedAt: null, clashCount: 0 });
  await expectKnown(product);
  const [first] = product.documents('personRequests');
  const nameBox = nodeSecrets(MASTER).seal('索朗扎西');
  await addBehind(product, 'personRequests', { ...first, _id: 'late', nameBox });
  product.cloud.clock.advance(2 * HOUR_MS);
  const isOver = async () => (await keysOf(product)).change?.finishedAt !== null;
  for (let run = 0; run < MOST_RUNS && !(await isOver()); run += 1) await product.cloud.runTimer('sweep');
  const keys = await keysOf(product);
  expect(keys).toMatchObject({ label: current, olderLabels: [older], change: { clashCount: 0 } });
  expect(keys.change?.finishedAt).not.toBeNull();
  expect(isSealedAnew()).toBe(true);
  const numbers = product.documents('volunteers').map(({ idNumberBox }) => textOf(idNumberBox));
  const expected = numbers.map((box) => SECRETS.hash('idNumber', SECRETS.open(box)));
  const ids = product.documents('identities').map(({ _id }) => textOf(_id));
  expect(ids.sort()).toEqual(expected.sort());
  await close();

  product = await open(directory, NEW);
  await expectKnown(product);
  const claim = await claimInput(product, PERSON, PHONE);
  expect(await product.must('o-other-phone', 'volunteer.claim', claim)).toMatchObject({ outcome: 'claimed' });
  expect(await keysOf(product)).toEqual({ label: current, olderLabels: [], change: null });
});

test('[SE4] an id number that leads to two people is said, and neither is lost', async () => {
  const directory = newDirectory();
  let product = await open(directory, 'master');
  await product.cloud.seed({ volunteers: 10 });
  await product.must(ME, 'volunteer.register', PERSON);
  await close();
  product = await open(directory, `${NEW},master`);
  const [other] = product.documents('volunteers').filter(({ name }) => name !== PERSON.name);
  const _id = SECRETS.hash('idNumber', PERSON.idNumber);
  await addBehind(product, 'identities', { _id, volunteerId: textOf(other?.['_id']) });
  await product.cloud.runTimer('sweep');
  expect((await keysOf(product)).change).toMatchObject({ clashCount: 1 });
  expect(product.documents('volunteers').some(({ name }) => name === PERSON.name)).toBe(true);
});

test('[SE3] sealed with the newest key, opened with any of the ring, and with no other', () => {
  const old = nodeSecrets(MASTER);
  const both = nodeSecrets(MASTER, `${NEW},master`);
  const fresh = nodeSecrets(MASTER, NEW);
  const box = old.seal('13900001234');
  expect(both.open(box)).toBe('13900001234');
  expect(both.isCurrent(box)).toBe(false);
  expect(() => fresh.open(box)).toThrow('label of no key');
  const again = both.seal('13900001234');
  expect(fresh.open(again)).toBe('13900001234');
  expect(fresh.isCurrent(again)).toBe(true);
  expect(() => fresh.open(`${again.slice(0, -6)}AAAAAA`)).toThrow();
  expect(both.hashes('phone', '1')).toEqual([fresh.hash('phone', '1'), old.hash('phone', '1')]);
  // Codes and numbers that are printed stay what they are.
  expect(fresh.hash('certificateCode', 'x')).toBe(old.hash('certificateCode', 'x'));
  expect(fresh.shortId('place', 'x')).toBe(old.shortId('place', 'x'));
});

test.each(['', 'ab', `${NEW},${NEW}`, `${NEW},`, 'master,master', `${NEW};master`])(
  '[SE3] a ring that is none is refused at the start: %j',
  (list) => {
    expect(() => nodeSecrets(MASTER, list)).toThrow('XIANGFENG_DATA_KEYS');
  },
);

import { parseFaultRule } from '@local-cloud/faults/fault-rules';
import { addDays, HOUR_MS, MINUTE_MS, startOfDay } from '@domain/time/civil-day';
import type { OutputOf } from '@contract/procedures';
import { documentSchemas } from '../kernel/documents';
import { registration, requestId, TestProduct } from '../../tests/kit/product';
import { recount, storedSums } from '../../tests/kit/recount';
import { keepInhabited } from '../../tests/kit/small-city';
import { at, CITY_OFFICE, openShift } from '../../tests/kit/shifts';
import { removeBehind, tamper } from '../../tests/kit/tamper';
import { TODAY } from '../../tests/kit/today';

let product: TestProduct;
let days = 0;
beforeAll(async () => {
  product = await TestProduct.start();
});
beforeEach(async () => {
  days = 0;
  await product.renew();
  await keepInhabited(product);
});
afterAll(() => product.stop());

type Overview = OutputOf<'audit.getOverview'>;
const overview = (): Promise<Overview> => product.must(CITY_OFFICE, 'audit.getOverview', {});

/** The timer of one night; a run that was killed or ran out of time is gone on with by the next. */
async function night(): Promise<Overview> {
  days += 1;
  goToNight(days);
  await product.cloud.runTimer('nightly');
  return overview();
}

/** 02:17 of the n-th night from now, and a while later. */
function goToNight(night: number, laterMs = 0): void {
  const morning = startOfDay(addDays(TODAY, night)) + 2 * HOUR_MS + 17 * MINUTE_MS;
  product.cloud.clock.setNow(morning + laterMs);
}

/** What an office does on its screen. */
async function repairAll(): Promise<void> {
  const { incidents } = await product.must(CITY_OFFICE, 'audit.listIncidents', { cursor: null });
  const open = incidents.find(({ state }) => state === 'open');
  if (open === undefined) throw new Error('an open incident was expected');
  const input = { incidentId: open.incidentId, reason: '按事实重算' };
  const repair = () =>
    product.must(CITY_OFFICE, 'audit.repairIncident', { ...input, requestId: requestId() });
  // A call works for some seconds, in which a busy machine does less.
  while (!(await repair()).isFinished);
  await product.fold();
}

async function recountNow(): Promise<void> {
  for (let call = 0; call < 40; call += 1) {
    const { phase } = await product.must(CITY_OFFICE, 'audit.continueRecount', { requestId: requestId() });
    if (phase === 'done') return;
  }
  throw new Error('the recount did not end');
}

/** A call looks for some seconds; the next goes on. */
async function checkedChain(): Promise<OutputOf<'audit.verifyChain'>> {
  for (;;) {
    const check = await product.must(CITY_OFFICE, 'audit.verifyChain', { requestId: requestId() });
    if (check.finishedAt !== null) return check;
  }
}

const idsOf = (collection: 'contributions' | 'dirtyVolunteers' | 'volunteers'): string[] =>
  product.documents(collection).map((row) => documentSchemas[collection].parse(row)._id);
const talliesNow = () => product.documents('tallies').map((row) => documentSchemas.tallies.parse(row));

/** Somebody sets one cell of a division's tally of all time. */
async function falsify(divisionCode: string, quantity: string, amount: number): Promise<void> {
  const tally = talliesNow().find(({ _id }) => _id === `${divisionCode}:all`);
  const [year = ''] = Object.keys(tally?.cells ?? {});
  await tamper(product, 'tallies', `${divisionCode}:all`, { [`cells.${year}.${quantity}`]: amount });
}

const latest = async () => (await overview()).recounts[0];

test('[ST41] the seeded city recounts clean, every volunteer and division looked at', async () => {
  const { recounts, running, chain, openIncidentCount } = await night();
  const divisions = product.documents('divisions').length;
  const counts = {
    volunteerCount: 60,
    shiftCount: product.documents('shifts').length,
    divisionCount: divisions,
    projectCount: product.documents('projects').length,
    skippedCount: 0,
    unsettledCount: 0,
  };
  expect(recounts[0]).toMatchObject({ outcome: 'clean', isNightly: true });
  expect(recounts[0]?.counts).toEqual({ ...counts, differenceCount: 0 });
  expect({ running, openIncidentCount }).toEqual({ running: null, openIncidentCount: 0 });
  expect(chain).toMatchObject({ length: 1, check: { checkedCount: 1, fault: null } });
  await product.cloud.runTimer('nightly');
  expect((await overview()).recounts).toHaveLength(1);
});

test('[ST41] a tally changed in the database is found, shown, repaired, and clean again', async () => {
  const expected = storedSums(product);
  const community =
    talliesNow()
      .find(({ _id }) => /^\d{12}:all$/.test(_id))
      ?._id.split(':')[0] ?? '';
  await falsify('5132', 'registered', 999);
  await falsify(community, 'serviceMinutes', 7);
  expect((await night()).recounts[0]?.outcome).toBe('differs');
  const { incidents } = await product.must(CITY_OFFICE, 'audit.listIncidents', { cursor: null });
  const incidentId = incidents[0]?.incidentId ?? '';
  const { differences } = await product.must(CITY_OFFICE, 'audit.listDifferences', {
    incidentId,
    cursor: null,
  });
  expect(differences).toHaveLength(2);
  expect(differences.map((one) => one.kind === 'cell' && one.quantity).sort()).toEqual([
    'registered',
    'serviceMinutes',
  ]);
  await repairAll();
  expect(storedSums(product)).toEqual(expected);
  expect((await night()).recounts[0]?.outcome).toBe('clean');
});

test('[ST41] a changed, a lost and an invented contribution are found and repaired', async () => {
  const expected = storedSums(product);
  const [first, second] = idsOf('contributions');
  const [one] = product.documents('contributions');
  const { changes, township } = documentSchemas.contributions.parse(one);
  const more = changes.replaceAll(
    / ([A-Za-z]+)(\d+)/g,
    (_all, code: string, amount: string) => ` ${code}${amount}5`,
  );
  await tamper(product, 'contributions', first ?? '', { changes: more });
  await removeBehind(product, 'contributions', second ?? '');
  product.cloud.database.bulkInsert('contributions', [{ _id: 'invented01', changes, township }]);
  expect((await night()).recounts[0]?.outcome).toBe('differs');
  await repairAll();
  expect(storedSums(product)).toEqual(expected);
  expect((await night()).recounts[0]?.outcome).toBe('clean');
});

test('[ST41] a changed, a lost and an invented count of a shift are found and repaired', async () => {
  const expected = storedSums(product);
  const [first, second, third] = product
    .documents('shiftContributions')
    .map((row) => documentSchemas.shiftContributions.parse(row));
  if (first === undefined || second === undefined || third === undefined) throw new Error('three were held');
  await tamper(product, 'shiftContributions', first._id, { qualifiedCount: first.qualifiedCount + 7 });
  await removeBehind(product, 'shiftContributions', second._id);
  const invented = { ...third, shiftId: 'invented01', _id: `${third.placeCode}:invented01` };
  product.cloud.database.bulkInsert('shiftContributions', [invented]);
  expect((await night()).recounts[0]).toMatchObject({ outcome: 'differs' });
  const { incidents } = await product.must(CITY_OFFICE, 'audit.listIncidents', { cursor: null });
  expect(incidents[0]?.shiftCount).toBe(3);
  await repairAll();
  expect(storedSums(product)).toEqual(expected);
  expect((await night()).recounts[0]?.outcome).toBe('clean');
});

test('[ST41] a project volunteer lost and a project book changed are found and repaired', async () => {
  const expected = storedSums(product);
  const [one, other] = product
    .documents('participations')
    .map((row) => documentSchemas.participations.parse(row));
  if (one === undefined || other === undefined) throw new Error('two take part');
  await removeBehind(product, 'participations', one._id);
  await falsify(other.projectId, 'projectVolunteers', 99);
  const place = talliesNow().find(({ _id }) => _id.includes('@') && _id.endsWith(':all'));
  await falsify(place?._id.replace(':all', '') ?? '', 'heldShifts', 7);
  expect((await night()).recounts[0]?.outcome).toBe('differs');
  await repairAll();
  expect(storedSums(product)).toEqual(expected);
  expect((await night()).recounts[0]?.outcome).toBe('clean');
});

test('[ST41] a lost mark is found: the fact counts after the repair', async () => {
  await serve('lost-mark', 11);
  await removeBehind(product, 'dirtyVolunteers', idsOf('dirtyVolunteers')[0] ?? '');
  await product.fold();
  expect(storedSums(product)).not.toEqual(recount(product));
  // The person and the shift that person served in.
  expect((await night()).recounts[0]).toMatchObject({ outcome: 'differs', counts: { differenceCount: 2 } });
  await repairAll();
  expect(storedSums(product)).toEqual(recount(product));
  expect((await night()).recounts[0]?.outcome).toBe('clean');
});

test('[ST41] a volunteer with a mark is left to the fold, and is no false alarm', async () => {
  await serve('marked', 12);
  expect(product.documents('dirtyVolunteers')).not.toHaveLength(0);
  expect((await night()).recounts[0]).toMatchObject({ outcome: 'clean', counts: { skippedCount: 1 } });
});

async function serve(openId: string, number: number): Promise<void> {
  const shiftId = await openShift(product);
  await product.must(openId, 'volunteer.register', registration(number));
  await product.must(openId, 'attendance.checkIn', { requestId: requestId(), shiftId, evidence: at(0) });
  product.standAt(HOUR_MS);
  await product.must(openId, 'attendance.checkOut', { requestId: requestId(), shiftId, evidence: at(0) });
}

test('[ST42] yesterday is published every night; every link holds the hash of the one before', async () => {
  await night();
  days += 2;
  const { chain } = await night();
  expect(chain).toMatchObject({ length: 4, check: { checkedCount: 4, fault: null } });
  const links = product.documents('publications').map((row) => documentSchemas.publications.parse(row));
  expect(links.map(({ day }) => day)).toEqual([...links.map(({ day }) => day)].sort());
  links.slice(1).forEach((link, index) => expect(link.previousHash).toBe(links[index]?.hash));
  const figures = links[0]?.figures ?? {};
  expect(figures['5132']?.['registered']).toBe(60);
  const counties = Object.keys(figures).filter((code) => code.length === 6);
  expect(counties.reduce((sum, code) => sum + (figures[code]?.['registered'] ?? 0), 0)).toBe(60);
  expect(Object.keys(figures).filter((code) => code.length === 9).length).toBeGreaterThan(40);
});

test.each([
  ['contentChanged', { 'figures.5132.registered': 61 }],
  ['contentChanged', { previousHash: 'a'.repeat(64) }],
  ['unreadable', { 'figures.5132.registered': 'many' }],
] as const)('[ST42] a snapshot changed in the database is named: %s', async (kind, values) => {
  await night();
  await night();
  await night();
  await tamper(product, 'publications', '00000002', values);
  const check = await checkedChain();
  expect(check.fault).toMatchObject({ seq: 2, kind });
  expect((await overview()).chain?.check?.fault).toMatchObject({ seq: 2, kind });
});

test.each([
  ['00000002', 'missing', 2],
  ['00000003', 'missing', 3],
] as const)('[ST42] a link taken out of the database is named: %s', async (id, kind, seq) => {
  await night();
  await night();
  await night();
  await removeBehind(product, 'publications', id);
  const check = await checkedChain();
  expect(check.fault).toMatchObject({ kind, seq });
});

test('[ST15][ST43] a repair of published days is restated with reason and office', async () => {
  await night();
  const [snapshot] = product.documents('publications');
  await falsify('5132', 'registered', 500);
  await night();
  await repairAll();
  await night();
  const { restatements } = await product.must(CITY_OFFICE, 'audit.listRestatements', { cursor: null });
  expect(restatements.length).toBeGreaterThan(0);
  const [latestOne] = restatements;
  expect(latestOne?.reasons).toEqual([
    { cause: 'repair', text: '按事实重算', actorName: '阿坝藏族羌族自治州' },
  ]);
  expect(latestOne?.changes[0]).toMatchObject({ divisionCode: '5132', quantity: 'registered', after: 60 });
  expect(product.documents('publications')[0]).toEqual(snapshot);
  expect((await overview()).chain?.check?.fault).toBeNull();
  expect(product.documents('lateChanges')).toEqual([]);
});

test('[ST15][ST42] a late fact restates the published day; the snapshot stays as it was', async () => {
  await night();
  const [snapshot] = product.documents('publications');
  const [id = ''] = idsOf('volunteers');
  // As an office's correction would: the fact and its mark. The day it counts from was published.
  await tamper(product, 'volunteers', id, { leftDay: '2026-01-01', status: 'cancelled' });
  const marks = product.cloud.database;
  marks.bulkInsert('dirtyVolunteers', [
    { _id: id, version: 'late-fact-1', markedAt: product.cloud.clock.now(), shiftIds: [] },
  ]);
  await product.fold();
  await night();
  const { restatements } = await product.must(CITY_OFFICE, 'audit.listRestatements', { cursor: null });
  expect(restatements[0]).toMatchObject({ reasons: [{ cause: 'lateFact', actorName: 'fold' }] });
  expect(restatements[0]?.changes).toContainEqual(
    expect.objectContaining({ divisionCode: '5132', quantity: 'registered', before: 60, after: 59 }),
  );
  expect(product.documents('publications')[0]).toEqual(snapshot);
});

test('[SI1][ST41] a night killed at many requests is gone on with and ends exact', async () => {
  const { faults } = product.cloud;
  let killed = 0;
  for (const [index, atCall] of [1, 2, 4, 7, 12, 25, 60, 150, 300].entries()) {
    // The transaction of a dead worker holds its documents for 30 seconds, as in the cloud.
    goToNight(1, index * 31_000);
    faults.clear();
    faults.add(parseFaultRule({ kind: 'killWorker', match: 'nightly', atCall, after: atCall % 2 === 0 }));
    await product.cloud.runTimer('nightly').catch(() => undefined);
    killed += faults.list()[0]?.fired ?? 0;
  }
  faults.clear();
  goToNight(1, 10 * MINUTE_MS);
  for (let run = 0; run < 2; run += 1) await product.cloud.runTimer('nightly');
  expect(killed).toBeGreaterThan(5);
  const { recounts, chain } = await overview();
  expect(recounts).toHaveLength(1);
  expect(recounts[0]).toMatchObject({ outcome: 'clean', counts: { volunteerCount: 60, differenceCount: 0 } });
  expect(recounts[0]?.counts.divisionCount).toBe(product.documents('divisions').length);
  expect(chain).toMatchObject({ length: 1, check: { fault: null } });
});

test('[SI1][ST41] two nights, an office and a fold at once count everything once', async () => {
  await serve('beside', 13);
  goToNight(1);
  const nights = [1, 2].map(() => product.cloud.runTimer('nightly'));
  await Promise.all([...nights, recountNow(), product.fold()]);
  const { recounts, chain } = await overview();
  for (const { outcome, counts } of recounts) {
    expect(outcome).toBe('clean');
    expect(counts).toMatchObject({
      volunteerCount: 61,
      divisionCount: product.documents('divisions').length,
    });
  }
  expect(chain).toMatchObject({ length: 1 });
});

test('[ST43] repairing twice at once, or a superseded list, changes nothing more', async () => {
  const expected = storedSums(product);
  await falsify('5132', 'registered', 500);
  await night();
  await night();
  const { incidents } = await product.must(CITY_OFFICE, 'audit.listIncidents', { cursor: null });
  expect(incidents.map(({ state }) => state)).toEqual(['open', 'superseded']);
  const repair = (index: number) =>
    product.call(CITY_OFFICE, 'audit.repairIncident', {
      requestId: requestId(),
      incidentId: incidents[index]?.incidentId ?? '',
      reason: '两人同时修复',
    });
  const [a, b, old] = await Promise.all([repair(0), repair(0), repair(1)]);
  expect([a.ok, b.ok]).toEqual([true, true]);
  expect(old).toMatchObject({ ok: false, code: 'incident.superseded' });
  expect(storedSums(product)).toEqual(expected);
  const unknown = { requestId: requestId(), incidentId: '00000000000009', reason: '没有这份' };
  expect(await product.call(CITY_OFFICE, 'audit.repairIncident', unknown)).toMatchObject({
    code: 'incident.notFound',
  });
  await recountNow();
  expect((await latest())?.outcome).toBe('clean');
});

test('[RO2] a county office does not see the recount of the city', async () => {
  expect(await product.call('demo-county', 'audit.getOverview', {})).toMatchObject({
    code: 'actor.forbidden',
  });
});

import { addDays, DAY_MS, parseCivilDay, sameDayLastYear } from '@domain/time/civil-day';
import type { InputOf, OutputOf } from '@contract/procedures';
import { requestId, TestProduct } from '../../tests/kit/product';
import { CITY_OFFICE } from '../../tests/kit/shifts';
import { TODAY } from '../../tests/kit/today';

let product: TestProduct;
beforeAll(async () => {
  product = await TestProduct.start(120);
});
afterAll(() => product.stop());
afterEach(() => product.standAt());

const COUNTY_OFFICE = 'demo-county';
const today = TODAY;
const yesterday = addDays(today, -1);
type Cells = InputOf<'statistics.addPeer'>['cells'];
const cellsOf = (wishes: Cells = {}): Cells => ({
  城市: '甲市',
  指标: '活跃度',
  口径: '累计',
  数值: '99.99%',
  截至日: yesterday,
  依据: '甲市公报',
  ...wishes,
});
const add = (wishes: Cells = {}, id = requestId()) =>
  product.call(CITY_OFFICE, 'statistics.addPeer', { requestId: id, cells: cellsOf(wishes) });
const peers = (
  measure: OutputOf<'statistics.getPeers'>['measure'],
  day: string | null = null,
  openId = CITY_OFFICE,
) => product.must(openId, 'statistics.getPeers', { measure, day });
const HEAD = '城市\t指标\t口径\t数值\t截至日\t依据';
const tableOf = (...rows: string[]): string => [HEAD, ...rows].join('\n');
const importing = (text: string) =>
  product.call(CITY_OFFICE, 'statistics.importPeers', { requestId: requestId(), text });

test('[ST17] the city among its peers: exact ranks beside published ones, at the peers’ day', async () => {
  await add();
  await add({ 城市: '乙市', 数值: '0.01%' });
  const answer = await peers('activityRate.CUM');
  expect(answer.day).toBe(yesterday);
  const names = answer.standings.map(({ peer, rank }) => [peer?.cityName ?? null, rank.best, rank.worst]);
  expect(names).toEqual([
    ['甲市', 1, 1],
    [null, 2, 2],
    ['乙市', 3, 3],
  ]);
  const board = await product.must(CITY_OFFICE, 'statistics.getBoard', {
    divisionCode: null,
    day: yesterday,
  });
  expect(answer.own).toEqual(board.division.activityRateCum);
  expect(await product.roundTripsOf(() => peers('activityRate.CUM'))).toBeLessThanOrEqual(4);
  // A county reads the same and may not write.
  const theirs = await peers('activityRate.CUM', null, COUNTY_OFFICE);
  expect(theirs).toMatchObject({ mayEdit: false, standings: answer.standings });
});

test('[ST17] not comparable is shown unranked with its reason', async () => {
  await add({ 城市: '丙市', 口径: '' });
  await add({ 城市: '丁市', 口径: '本年' });
  await add({ 城市: '戊市', 截至日: addDays(today, -200) });
  const { unranked, standings } = await peers('activityRate.CUM', today);
  expect(Object.fromEntries(unranked.map(({ peer, obstacle }) => [peer.cityName, obstacle]))).toEqual(
    expect.objectContaining({
      丙市: 'definitionUnstated',
      丁市: 'definitionDiffers',
      戊市: 'tooFarApart',
    }),
  );
  expect(standings.map(({ peer }) => peer?.cityName)).not.toContain('丙市');
});

test('[ST17] movement over the cities ranked on both days', async () => {
  const before = sameDayLastYear(yesterday);
  for (const [城市, 数值, 截至日] of [
    ['己市', '30000', before],
    ['己市', '30000', yesterday],
    ['庚市', '20000', before],
    ['庚市', '40000', yesterday],
    ['辛市', '50000', yesterday],
  ] as const) {
    expect(await add({ 城市, 指标: '注册志愿者', 口径: '在册', 数值, 截至日 })).toMatchObject({ ok: true });
  }
  const { standings } = await peers('registered', yesterday);
  const moved = Object.fromEntries(standings.map(({ peer, movement }) => [peer?.cityName ?? '', movement]));
  expect(moved).toMatchObject({ 庚市: 1, 己市: -1, 辛市: null, '': 0 });
});

test('[ST17] one figure twice is one; another value of its document waits for a withdrawal', async () => {
  const id = requestId();
  const first = await add({ 城市: '壬市' }, id);
  expect(await add({ 城市: '壬市' }, id)).toEqual(first);
  const before = product.fingerprint();
  for (const 数值 of ['99.99%', '12.00%']) {
    expect(await add({ 城市: '壬市', 数值 })).toMatchObject({ code: 'peer.duplicate' });
  }
  expect(product.fingerprint()).toBe(before);
  const peerId = first.ok ? first.value.peer.peerId : '';
  const withdrawal = { requestId: requestId(), indicator: 'activityRate', peerId } as const;
  const { peer } = await product.must(CITY_OFFICE, 'statistics.withdrawPeer', withdrawal);
  expect(peer.withdrawnDay).toBe(today);
  product.standAt(3 * DAY_MS);
  expect((await product.must(CITY_OFFICE, 'statistics.withdrawPeer', withdrawal)).peer).toEqual(peer);
  product.standAt();
  expect(await add({ 城市: '壬市', 数值: '12.00%' })).toMatchObject({ ok: true });
  const { rows, standings } = await peers('activityRate.CUM', yesterday);
  expect(rows.filter(({ cityName }) => cityName === '壬市')).toHaveLength(2);
  expect(standings.filter(({ peer: one }) => one?.cityName === '壬市')).toHaveLength(1);
  expect(
    await product.call(CITY_OFFICE, 'statistics.withdrawPeer', { ...withdrawal, peerId: 'nothing000' }),
  ).toMatchObject({ code: 'peer.notFound' });
});

test('[ST17] an import with an error writes nothing; without, all of it; again, nothing more', async () => {
  const good = tableOf(
    '子市\t活跃度\t累计\t５６．０８％\t2023年底\t子市公报',
    '丑市\t注册率\t常住人口\t超过 23.0%\t2023-12-31\t丑市公报',
    '丑市\t注册志愿者\t\t590 万\t2023-12-31\t丑市公报',
  );
  const bad = `${good}\n寅市\t活跃度\t累计\t101%\t2023-12-31\t寅市公报`;
  const before = product.fingerprint();
  expect(await importing(bad)).toMatchObject({ code: 'peer.importHasErrors', params: { count: 1, row: 4 } });
  const preview = await product.must(CITY_OFFICE, 'statistics.getPeersPreview', { text: bad });
  expect(preview.rows.map(({ state }) => state)).toEqual(['new', 'new', 'new', 'refused']);
  expect(preview.rows[3]?.refusal?.code).toBe('peer.percentTooHigh');
  expect(product.fingerprint()).toBe(before);
  expect(await importing(good)).toMatchObject({ value: { addedCount: 3, knownCount: 0 } });
  const after = product.fingerprint();
  expect(await importing(good)).toMatchObject({ value: { addedCount: 0, knownCount: 3 } });
  expect(product.fingerprint()).toBe(after);
  const again = await product.must(CITY_OFFICE, 'statistics.getPeersPreview', { text: good });
  expect(again.rows.map(({ state }) => state)).toEqual(['known', 'known', 'known']);
});

test('[ST17] every refusal of a row, a table, a role has its name', async () => {
  const wrong: [Cells, string][] = [
    [{ 城市: '' }, 'peer.cityMissing'],
    [{ 指标: '名气' }, 'peer.indicatorUnknown'],
    [{ 口径: '大概' }, 'peer.definitionUnknown'],
    [{ 数值: '很多' }, 'peer.valueInvalid'],
    [{ 数值: '100.5%' }, 'peer.percentTooHigh'],
    [{ 分子: '1', 分母: '0' }, 'peer.denominatorZero'],
    [{ 截至日: '' }, 'peer.dayInvalid'],
    [{ 截至日: addDays(parseCivilDay(today), 2) }, 'peer.dayInFuture'],
    [{ 依据: '' }, 'peer.documentMissing'],
  ];
  for (const [wishes, code] of wrong) expect(await add(wishes)).toMatchObject({ code });
  expect(await importing('城市\n甲')).toMatchObject({ code: 'peer.columnsMissing' });
  expect(await importing(HEAD)).toMatchObject({ code: 'peer.importEmpty' });
  expect(await importing(tableOf(...Array<string>(201).fill('甲\t')))).toMatchObject({
    code: 'peer.importTooLong',
  });
  const asked = { measure: 'registered', day: addDays(today, 2) } as const;
  expect(await product.call(CITY_OFFICE, 'statistics.getPeers', asked)).toMatchObject({
    code: 'request.malformed',
  });
  const input = { requestId: requestId(), cells: cellsOf({ 城市: '卯市' }) };
  expect(await product.call(COUNTY_OFFICE, 'statistics.addPeer', input)).toMatchObject({
    code: 'actor.forbidden',
  });
});

test('[ST3] before its data begin the city has no figure and no rank, the peers have theirs', async () => {
  await add({ 城市: '辰市', 截至日: '2015-12-31' });
  const answer = await peers('activityRate.CUM', '2015-12-31');
  expect(answer).toMatchObject({ isBeforeData: true, own: { value: null } });
  expect(answer.standings.map(({ peer }) => peer?.cityName)).toEqual(['辰市']);
});

test('[ST17] a book that is full takes nothing more', async () => {
  for (let from = 0; from < 1_000; from += 200) {
    const rows = Array.from(
      { length: 200 },
      (_none, at) => `满${String(from + at)}市\t人均时长\t\t9小时\t2020-01-01\t公报`,
    );
    await importing(tableOf(...rows));
  }
  const one = { 城市: '再一市', 指标: '人均时长', 口径: '', 数值: '9小时' };
  expect(await add(one)).toMatchObject({ code: 'peer.tooMany' });
});

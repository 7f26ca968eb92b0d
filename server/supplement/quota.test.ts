/** 额度 (AT10.5), exact under concurrency; rules of the city; what is suspicious, and who looks at it. */
import { addDays, civilDayOf, MINUTE_MS } from '@domain/time/civil-day';
import { requestId, TestProduct } from '../../tests/kit/product';
import { CITY_OFFICE, ORGANISER, PLACE } from '../../tests/kit/shifts';
import * as kit from '../../tests/kit/supplements';
import { documentSchemas } from '../kernel/documents';

let product: TestProduct;
beforeAll(async () => {
  product = await TestProduct.start(20, 3);
  kit.beginMonth(product);
  await kit.addChecker(product);
});
afterAll(() => product.stop());

const volunteer = kit.newcomers(() => product, 'quota');
async function volunteers(count: number): Promise<string[]> {
  const openIds: string[] = [];
  for (let index = 0; index < count; index += 1) openIds.push(await volunteer());
  return openIds;
}
async function enrolledIn(count: number, wishes: Parameters<typeof kit.nextShift>[1] = {}) {
  const openIds = await volunteers(count);
  const shiftId = await kit.nextShift(product, { hours: 1, ...wishes });
  for (const openId of openIds) await kit.enrol(product, openId, shiftId);
  kit.passShift(product, shiftId);
  return { shiftId, openIds };
}
const leftOf = async (shiftId: string) =>
  (await product.must(ORGANISER, 'supplement.getDesk', { shiftId })).quota.leftMinutes;

test('[AT10.5] of entries at once as many pass as the quota holds; a refusal says the rest', async () => {
  const helpers = await volunteers(2);
  await kit.serveShift(product, helpers, 8);
  const { shiftId, openIds } = await enrolledIn(8);
  const { quota } = await product.must(ORGANISER, 'supplement.getDesk', { shiftId });
  expect(quota.quotaMinutes).toBe(Math.floor((quota.automaticMinutes * quota.percent) / 100));
  expect(quota.automaticMinutes).toBeGreaterThanOrEqual(950);
  const minutes = Math.floor(quota.leftMinutes / 3);
  const fitting = Math.floor(quota.leftMinutes / minutes);
  const inputs = await Promise.all(openIds.map((openId) => kit.entryOf(product, shiftId, openId, minutes)));
  const send = () => Promise.all(inputs.map((input) => product.call(ORGANISER, 'supplement.enter', input)));
  const codesOf = (answers: Awaited<ReturnType<typeof send>>) =>
    answers.map((one) => (one.ok ? one.value.outcome : one.code));
  let codes = codesOf(await send());
  // Whoever met a crowd on the document sends the same request again.
  for (let round = 0; round < 5 && codes.includes('system.busy'); round += 1) codes = codesOf(await send());
  const passed = codes.filter((code) => code === 'done' || code === 'already');
  expect(passed).toHaveLength(fitting);
  expect(codes.filter((code) => code === 'supplement.quotaExceeded')).toHaveLength(8 - fitting);
  const { used, stored } = kit.quotasOf(product);
  expect(stored).toEqual(used);
  const left = await leftOf(shiftId);
  expect(left).toBe(quota.leftMinutes - fitting * minutes);
  const [again] = inputs.filter((_input, index) => codes[index] === 'supplement.quotaExceeded');
  if (again === undefined) throw new Error('one was refused');
  const refused = await product.call(ORGANISER, 'supplement.enter', again);
  expect(refused).toMatchObject({ params: { leftMinutes: left, minutes } });
});

test('[AT10.5] what others vouch for makes no room; the month’s minutes equal the own records', async () => {
  await product.fold();
  const shifts = new Map(
    product
      .documents('shifts')
      .map((row) => documentSchemas.shifts.parse(row))
      .map((shift) => [shift._id, shift]),
  );
  const own = new Map<string, number>();
  for (const row of product.documents('attendances')) {
    const { shiftId, state, source, creditedMinutes } = documentSchemas.attendances.parse(row);
    const shift = shifts.get(shiftId);
    if (state !== 'confirmed' || source !== 'own' || shift?.trainingValidDays !== null) continue;
    const id = `${shift.teamId}:${civilDayOf(shift.endsAt).slice(0, 7)}`;
    own.set(id, (own.get(id) ?? 0) + creditedMinutes);
  }
  const stored = product.documents('teamMonths').map(({ _id, minutes }) => {
    const values = Object.values(minutes ?? {}).map(Number);
    return [_id, values.reduce((sum, one) => sum + one, 0)] as const;
  });
  expect(new Map(stored.filter(([, sum]) => sum > 0))).toEqual(
    new Map([...own].filter(([, sum]) => sum > 0)),
  );
});

test('[AT10.5] the city changes its rules within bounds; nobody’s change is lost', async () => {
  const { current } = await product.must(CITY_OFFICE, 'supplement.getRules', {});
  const change = (part: object, version = current.version) =>
    product.call(CITY_OFFICE, 'supplement.changeRules', {
      requestId: requestId(),
      version,
      rules: { ...current.rules, ...part },
      reason: '山区网络差',
    });
  expect(await change({ quotaPercent: 51 })).toMatchObject({
    code: 'supplement.rulesOutOfBounds',
    params: { rule: 'quotaPercent', minimum: 0, maximum: 50 },
  });
  expect(await change({}, current.version + 1)).toMatchObject({ code: 'rules.changedMeanwhile' });
  expect(await change({ quotaPercent: 50 })).toMatchObject({
    value: { current: { version: current.version + 1, rules: { quotaPercent: 50 } } },
  });
  const county = await product.must(kit.COUNTY_OFFICE, 'supplement.getRules', {});
  expect(county.mayChange).toBe(false);
});

test('[AT10.4] one maker, five people, one minute: marked with its reason', async () => {
  await kit.serveShift(product, await volunteers(3), 7);
  const { shiftId, openIds } = await enrolledIn(5, { title: '一分钟录五人' });
  const entered = [];
  for (const openId of openIds) entered.push(await kit.enter(product, shiftId, openId, 10));
  expect(entered.slice(0, 4).flatMap(({ anomalies }) => anomalies)).toEqual([]);
  expect(entered[4]?.anomalies).toEqual([{ rule: 'manyAtOnce', params: { people: 5 } }]);
  const { reviews, mayDecide } = await product.must(kit.COUNTY_OFFICE, 'supplement.listReviews', {
    group: 'open',
    cursor: null,
  });
  expect(mayDecide).toBe(true);
  const marked = reviews.map(({ supplement }) => supplement.supplementId);
  expect(marked).toContain(entered[4]?.supplementId);
  expect(marked).not.toContain(entered[3]?.supplementId);
});

test('[AT10.4] too far for the time, more than the seats serve, a burst before a date', async () => {
  product.cloud.clock.advance(2 * MINUTE_MS);
  const [openId = ''] = await volunteers(1);
  await kit.serveShift(product, [...(await volunteers(3)), openId], 7);
  // 444 km north of where the person was two hours before.
  const shiftId = await kit.nextShift(product, { hours: 1, capacity: 1, latitude: PLACE.latitude + 4 });
  await kit.enrol(product, openId, shiftId);
  kit.passShift(product, shiftId);
  const [stranger = ''] = await volunteers(1);
  const first = await kit.entryOf(product, shiftId, openId);
  const { supplement } = await product.must(ORGANISER, 'supplement.enter', first);
  expect(supplement.anomalies.map(({ rule }) => rule)).toEqual(['unreachable']);
  product.cloud.clock.advance(2 * MINUTE_MS);
  const second = {
    ...first,
    requestId: requestId(),
    volunteerId: product.volunteerIdOf(stranger),
    card: await kit.cardOf(product, stranger),
  };
  const over = await product.must(ORGANISER, 'supplement.enter', second);
  expect(over.supplement.anomalies).toEqual([
    { rule: 'overCapacity', params: { total: 120, most: 60, capacity: 1 } },
  ]);
  // Looked at once more when it is checked: by now the first one is too much as well.
  const checked = await kit.check(product, supplement.supplementId);
  expect(checked.ok && checked.value.supplement.anomalies.map(({ rule }) => rule)).toEqual([
    'unreachable',
    'overCapacity',
  ]);
  const desk = await enrolledIn(8);
  const today = civilDayOf(product.cloud.clock.now());
  await kit.setRules(product, { schoolDeadlines: [{ name: '期末交时长', day: addDays(today, 9) }] });
  let last = await kit.enter(product, desk.shiftId, desk.openIds[0] ?? '', 5);
  for (const one of desk.openIds.slice(1)) {
    product.cloud.clock.advance(MINUTE_MS);
    last = await kit.enter(product, desk.shiftId, one, 5);
  }
  expect(last.anomalies.map(({ rule }) => rule)).toContain('deadlineBurst');
});

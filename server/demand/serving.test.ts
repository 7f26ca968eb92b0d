/** 接单 and 评单 through the real functions: taken by one, served by check-ins, rated; who nobody serves. */
import { isRuralHeld } from '@domain/statistics/shift-contribution';
import { DAY_MS, HOUR_MS } from '@domain/time/civil-day';
import { documentSchemas } from '../kernel/documents';
import { orderInput } from '../../tests/kit/demand-access';
import { COUNTY_OFFICE, Orders, OTHER_ORGANISER, SITE } from '../../tests/kit/orders';
import { registration, requestId, TestProduct } from '../../tests/kit/product';
import { activityInput, CITY_OFFICE, ORGANISER } from '../../tests/kit/shifts';

let product: TestProduct;
let orders: Orders;
beforeAll(async () => {
  product = await TestProduct.start(60);
  orders = await Orders.of(product);
});
afterAll(() => product.stop());
beforeEach(() => product.standAt());

test('[DM5] put up, an order goes to one team, however many press at once', async () => {
  const { orderId } = await orders.placed();
  await orders.dispatch(orderId, null);
  const offered = await product.must(OTHER_ORGANISER, 'demand.listTeamOrders', {
    list: 'offered',
    cursor: null,
  });
  expect(offered.orders.find((order) => order.orderId === orderId)).toMatchObject({
    placeName: '',
    position: null,
  });
  const answers = await Promise.all([
    orders.take(orderId),
    orders.take(orderId, OTHER_ORGANISER, orders.otherTeamId),
  ]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  const refused = answers.flatMap((answer) => (answer.ok ? [] : [answer.code]));
  expect(refused[0]).toMatch(/^order\.(changedMeanwhile|notFound)$/);
  const order = orders.stored(orderId);
  expect(order).toMatchObject({ state: 'taken', teamId: answers[0].ok ? orders.teamId : orders.otherTeamId });
});

test('[DM5] served by the first confirmed visit of its shift; cancelled, it waits anew', async () => {
  const { orderId, asker, shiftId } = await orders.arranged();
  expect(await orders.standingOf(asker, orderId)).toBe('arranged');
  expect(await orders.rate(asker, orderId, 5)).toMatchObject({ code: 'order.changedMeanwhile' });
  await orders.served(shiftId);
  expect(await orders.standingOf(asker, orderId)).toBe('served');
  expect(await orders.standingOf(COUNTY_OFFICE, orderId)).toBe('served');
  const taken = await orders.placed();
  await orders.dispatch(taken.orderId, orders.teamId);
  const foreign = { ...(await activityInput(product)), orderId: taken.orderId };
  expect(await product.call(ORGANISER, 'activity.createActivity', foreign)).toMatchObject({
    code: 'order.changedMeanwhile',
  });
  expect(
    await product.call(ORGANISER, 'activity.createActivity', { ...foreign, orderId: 'nothing000' }),
  ).toMatchObject({ code: 'order.notFound' });
  await orders.take(taken.orderId);
  const { shiftIds } = await product.must(ORGANISER, 'activity.createActivity', foreign);
  const cancel = { requestId: requestId(), shiftId: shiftIds[0] ?? '', reason: '下大雨' };
  await product.must(ORGANISER, 'activity.cancelShift', cancel);
  const back = await product.must(ORGANISER, 'demand.getOrder', { orderId: taken.orderId });
  expect(back.order).toMatchObject({ standing: 'taken', shiftId: null });
  expect(back.mayDo).toEqual(['arrange', 'return']);
});

test('[DM5][CS11] called off with others at once, the order goes back to its team as well', async () => {
  const { orderId } = await orders.placed();
  await orders.dispatch(orderId, orders.teamId);
  await orders.take(orderId);
  const startsAt = product.cloud.clock.now() + 2 * HOUR_MS;
  const { activityId } = await product.must(ORGANISER, 'activity.createActivity', {
    ...(await activityInput(product)),
    shifts: [{ startsAt, endsAt: startsAt + HOUR_MS, capacity: null }],
    orderId,
  });
  const keys = [activityId];
  const { effects } = await product.must(ORGANISER, 'batch.getPreview', { deed: 'cancelActivities', keys });
  const items = effects.map(({ key, seen }) => ({ key, seen }));
  const batch = { requestId: requestId(), deed: 'cancelActivities', items, reason: '下大雪' } as const;
  const { results } = await product.must(ORGANISER, 'batch.run', batch);
  expect(results).toMatchObject([{ outcome: 'done' }]);
  const { order } = await product.must(ORGANISER, 'demand.getOrder', { orderId });
  expect(order).toMatchObject({ standing: 'taken', shiftId: null });
});

test('[DM6] rated by who was served, changed within a week; sums as the orders say', async () => {
  const { orderId, asker, shiftId } = await orders.arranged();
  await orders.served(shiftId);
  expect(await orders.rate('stranger', orderId, 1)).toMatchObject({ code: 'order.notFound' });
  expect(await orders.rate(COUNTY_OFFICE, orderId, 1)).toMatchObject({ code: 'actor.forbidden' });
  expect(await orders.rate(asker, orderId, 2, '含有违规测试词的话')).toMatchObject({
    code: 'activity.contentRefused',
  });
  const input = { requestId: requestId(), orderId, stars: 2, words: '来晚了', askedWhom: '' };
  await Promise.all([1, 2].map(() => product.must(asker, 'demand.rate', input)));
  expect(await orders.rate(asker, orderId, 4, '后来补上了')).toMatchObject({ ok: true });
  const ofTeam = product.documents('orders').filter((order) => order['teamId'] === orders.teamId);
  const stars = ofTeam.flatMap(
    ({ rating }) => documentSchemas.orders.shape.rating.parse(rating)?.stars ?? [],
  );
  expect(product.documents('teamRatings')).toEqual([
    { _id: orders.teamId, starSum: stars.reduce((sum, one) => sum + one, 0), ratingCount: stars.length },
  ]);
  const { rating, moves } = await product.must(ORGANISER, 'demand.getOrder', { orderId });
  expect(rating).toMatchObject({ stars: 4, words: '后来补上了' });
  expect(moves.filter(({ to }) => to === 'rated')).toHaveLength(1);
  // The first one, sent again by a phone that had no answer: what was said later stays.
  await product.must(asker, 'demand.rate', input);
  expect(orders.stored(orderId)).toMatchObject({ rating: { stars: 4 } });
  product.cloud.clock.advance(7 * DAY_MS);
  expect(await orders.rate(asker, orderId, 1)).toMatchObject({ code: 'order.ratingClosed' });
  expect((await product.must(asker, 'demand.getOrder', { orderId })).mayDo).toEqual([]);
});

test('[DM6] a rating is thought over eleven times; of a proxy order it says who was asked', async () => {
  const { orderId, asker, shiftId } = await orders.arranged(orders.placedByProxy());
  await orders.served(shiftId);
  expect(await orders.rate(asker, orderId, 5)).toMatchObject({ code: 'order.askedWhomMissing' });
  for (let change = 0; change <= 11; change += 1) {
    expect(await orders.rate(asker, orderId, 1 + (change % 5), '', '本人')).toMatchObject({ ok: true });
  }
  expect(await orders.rate(asker, orderId, 5, '', '家属')).toMatchObject({ code: 'order.ratingClosed' });
  expect(orders.stored(orderId)).toMatchObject({ rating: { stars: 2, askedWhom: '本人' } });
});

test('[DM7] communities never served first, then the longest ago, as the shifts say', async () => {
  await product.fold();
  const all: { divisionCode: string; lastDay: string | null; waitingCount: number }[] = [];
  const state: { cursor: string | null } = { cursor: null };
  let trips = 0;
  const readPage = async () => {
    const input = { divisionCode: null, cursor: state.cursor };
    const page = await product.must(COUNTY_OFFICE, 'demand.listQuietCommunities', input);
    all.push(...page.rows);
    state.cursor = page.nextCursor;
  };
  do trips = Math.max(trips, await product.roundTripsOf(readPage));
  while (state.cursor !== null);
  expect(trips).toBeLessThanOrEqual(8);
  const expected = ruralLastDays('513201');
  expect(new Map(all.map(({ divisionCode, lastDay }) => [divisionCode, lastDay]))).toEqual(expected);
  const keys = all.map(({ lastDay, divisionCode }) => `${lastDay ?? '0000-00-00'}~${divisionCode}`);
  expect(keys).toEqual([...keys].sort());
  const city = await product.must(CITY_OFFICE, 'demand.listQuietCommunities', {
    divisionCode: null,
    cursor: null,
  });
  expect(city.counts).toBeNull();
  expect(
    await product.call(SITE, 'demand.listQuietCommunities', { divisionCode: '513201', cursor: null }),
  ).toMatchObject({ code: 'actor.forbidden' });
});

function ruralLastDays(county: string): Map<string, string | null> {
  const rural = product
    .documents('divisions')
    .map((one) => documentSchemas.divisions.parse(one))
    .filter(({ level, _id }) => level === 'community' && _id.startsWith(county))
    .filter(({ urbanRuralCode }) => urbanRuralCode === '210' || urbanRuralCode === '220');
  const held = product
    .documents('shiftContributions')
    .map((one) => documentSchemas.shiftContributions.parse(one))
    .filter(isRuralHeld);
  return new Map(
    rural.map(({ _id }) => [
      _id,
      held
        .filter(({ placeCode }) => placeCode === _id)
        .map(({ day }): string => day)
        .sort()
        .at(-1) ?? null,
    ]),
  );
}

test('[RG10][DM2] who leaves takes the orders along', async () => {
  const number = orders.nextPerson();
  const openId = `leaver-${String(number)}`;
  await product.must(openId, 'volunteer.register', registration(number));
  const { orderId } = await product.must(openId, 'demand.place', orderInput(product.cloud.clock.now()));
  const mine = await product.must(openId, 'volunteer.getMyData', {});
  expect(mine.orders).toMatchObject([{ state: 'placed' }]);
  await product.must(openId, 'volunteer.leave', { requestId: requestId(), childId: null });
  const order = orders.stored(orderId);
  expect(order).toMatchObject({ state: 'withdrawn', need: '', askerKeys: [], contactNameBox: null });
  expect(JSON.stringify(order)).not.toContain(openId);
});

/** 点单 and 派单 through the real functions: who asks, who sees, who is proposed, what waits too long. */
import type { InputOf } from '@contract/procedures';
import { DAY_MS, HOUR_MS } from '@domain/time/civil-day';
import { orderInput } from '../../tests/kit/demand-access';
import { AUDITOR, COUNTY_OFFICE, deedOn, Orders, OTHER_ORGANISER, SITE } from '../../tests/kit/orders';
import { requestId, TestProduct } from '../../tests/kit/product';
import { CITY_OFFICE, ORGANISER } from '../../tests/kit/shifts';
import { textOf } from '../../tests/kit/text-of';

let product: TestProduct;
let orders: Orders;
beforeAll(async () => {
  product = await TestProduct.start(60);
  orders = await Orders.of(product);
});
afterAll(() => product.stop());
beforeEach(() => product.standAt());

const idsIn = (page: { orders: readonly { orderId: string }[] }) => page.orders.map(({ orderId }) => orderId);

test('[DM1] a visitor asks once, however often it is sent; what is wrong is refused', async () => {
  const now = product.cloud.clock.now();
  const input = orderInput(now);
  const answers = await Promise.all([1, 2].map(() => product.must('passer-by', 'demand.place', input)));
  expect(new Set(answers.map(({ orderId }) => orderId)).size).toBe(1);
  expect((await product.must('passer-by', 'demand.listMine', { cursor: null })).orders).toHaveLength(1);
  const ask = (wishes: Partial<InputOf<'demand.place'>>) =>
    product.call('passer-by', 'demand.place', orderInput(now, wishes));
  expect(await ask({ wishes: [{ from: now, to: now + HOUR_MS }] })).toMatchObject({
    code: 'order.timesWrong',
  });
  expect(await ask({ communityCode: '513201999999' })).toMatchObject({ code: 'division.notFound' });
  expect(await ask({ need: '含有违规测试词的话' })).toMatchObject({ code: 'activity.contentRefused' });
  for (let count = 1; count < 5; count += 1) expect(await ask({})).toMatchObject({ ok: true });
  expect(await ask({})).toMatchObject({ code: 'order.tooMany', params: { maximum: 5 } });
  const stored = JSON.stringify(product.documents('orders'));
  expect(stored).not.toContain('13800000001');
  expect(stored).not.toContain('测试居民');
});

test('[DM1] a site manager asks for somebody of the own community, without a phone', async () => {
  const now = product.cloud.clock.now();
  const proxy = { ...orderInput(now), contactPhone: null };
  const { orderId } = await product.must(SITE, 'demand.placeProxy', proxy);
  const { order, moves } = await product.must(SITE, 'demand.getOrder', { orderId });
  expect(order).toMatchObject({ isProxy: true, standing: 'placed', placeName: '达萨街 12 号' });
  expect(moves).toMatchObject([{ to: 'placed', byName: '测试siteManager' }]);
  expect(await product.must(SITE, 'demand.getContact', { orderId })).toEqual({
    name: '测试居民',
    phone: null,
  });
  const elsewhere = { ...proxy, requestId: requestId(), communityCode: '513221100001' };
  expect(await product.call(SITE, 'demand.placeProxy', elsewhere)).toMatchObject({ code: 'actor.forbidden' });
  expect(await product.call(ORGANISER, 'demand.placeProxy', proxy)).toMatchObject({
    code: 'actor.forbidden',
  });
  const deeds = product.documents('deeds').filter(({ objectId }) => objectId === orderId);
  expect(deeds).toMatchObject([{ kind: 'orders', procedure: 'demand.placeProxy' }]);
});

test('[DM2] name and phone are for who dispatches and the team that took it, on record', async () => {
  const { orderId, asker } = await orders.placed();
  const look = (openId: string) => product.call(openId, 'demand.getContact', { orderId });
  expect(await look(ORGANISER)).toMatchObject({ code: 'order.notFound' });
  expect(await look(AUDITOR)).toMatchObject({ code: 'actor.forbidden' });
  expect(await look(COUNTY_OFFICE)).toMatchObject({ value: { name: '测试居民', phone: '13800000001' } });
  expect(await product.call('stranger', 'demand.getOrder', { orderId })).toMatchObject({
    code: 'order.notFound',
  });
  expect((await product.must(AUDITOR, 'demand.getOrder', { orderId })).mayDo).toEqual([]);
  await orders.dispatch(orderId, orders.teamId);
  expect(await look(ORGANISER)).toMatchObject({ code: 'order.notFound' });
  await orders.take(orderId);
  expect(await look(ORGANISER)).toMatchObject({ ok: true });
  const looks = product.documents('accessLog').filter(({ measure }) => measure === `order:${orderId}`);
  expect(looks.map(({ openId }) => openId).sort()).toEqual([COUNTY_OFFICE, ORGANISER].sort());
  expect(await product.call(asker, 'demand.withdraw', deedOn(orderId))).toMatchObject({ ok: true });
  expect(await look(ORGANISER)).toMatchObject({ code: 'order.notFound' });
  expect(orders.stored(orderId)).toMatchObject({
    contactNameBox: null,
    contactPhoneBox: null,
  });
});

test('[DM3] teams are proposed with the numbers that say why, in bounded reads', async () => {
  const { orderId } = await orders.placed({
    field: 'civility',
    position: { latitude: 31.9, longitude: 102.2 },
  });
  const { proposals, measuredFrom } = await product.must(COUNTY_OFFICE, 'demand.listProposals', { orderId });
  expect(measuredFrom).toBe('place');
  const own = proposals.find((proposal) => proposal.teamId === orders.teamId);
  expect(own).toMatchObject({ wishCount: 1, rating: { starSum: 5, ratingCount: 1 } });
  expect(own?.fieldProjectCount).toBeGreaterThan(0);
  const trips = await product.roundTripsOf(() =>
    product.must(COUNTY_OFFICE, 'demand.listProposals', { orderId }),
  );
  expect(trips).toBeLessThanOrEqual(11);
  expect(await product.call(ORGANISER, 'demand.listProposals', { orderId })).toMatchObject({
    code: 'order.notFound',
  });
  const foreign = product.documents('teams').find(({ divisionCode }) => divisionCode === '513222');
  expect(await orders.dispatch(orderId, textOf(foreign?.['_id']))).toMatchObject({ code: 'order.teamUnfit' });
  expect(await orders.dispatch(orderId, 'nothing000')).toMatchObject({ code: 'order.teamUnfit' });
});

test('[DM3] a team is asked and returns with a reason; a dozen in vain are enough', async () => {
  const { orderId } = await orders.placed();
  for (let count = 0; count < 12; count += 1)
    expect(
      await orders.dispatch(orderId, count % 2 === 0 ? orders.teamId : orders.otherTeamId),
    ).toMatchObject({ ok: true });
  expect(await product.call(OTHER_ORGANISER, 'demand.return', deedOn(orderId))).toMatchObject({
    value: { order: { standing: 'returned', teamName: '' } },
  });
  expect(await orders.dispatch(orderId, null)).toMatchObject({ code: 'order.movedTooOften' });
  expect(
    await product.call(COUNTY_OFFICE, 'demand.decline', deedOn(orderId, '本地没有合适队伍')),
  ).toMatchObject({
    value: { order: { standing: 'declined' } },
  });
  expect(await orders.dispatch(orderId, null)).toMatchObject({ code: 'order.changedMeanwhile' });
});

test('[DM4] waiting orders by when they are needed; after three days apart', async () => {
  const { orderId, asker } = await orders.placed();
  const list = async (openId: string, name: InputOf<'demand.listOrders'>['list']) =>
    idsIn(await product.must(openId, 'demand.listOrders', { list: name, cursor: null }));
  expect(await list(SITE, 'waiting')).toContain(orderId);
  expect(await list(COUNTY_OFFICE, 'overdue')).not.toContain(orderId);
  const late = await orders.placed({ wishes: [wishIn(20)] });
  product.cloud.clock.advance(3 * DAY_MS);
  expect(await list(COUNTY_OFFICE, 'overdue')).toContain(late.orderId);
  expect(await list(CITY_OFFICE, 'overdue')).toContain(late.orderId);
  // The first was wanted the day before: over without anybody's deed.
  expect(await list(SITE, 'waiting')).not.toContain(orderId);
  expect(await orders.standingOf(asker, orderId)).toBe('expired');
  expect(await orders.dispatch(orderId, orders.teamId)).toMatchObject({ code: 'order.expired' });
  await product.cloud.runTimer('sweep');
  expect(await list(SITE, 'ended')).toContain(orderId);
  expect(orders.stored(orderId)).toMatchObject({ state: 'expired', contactNameBox: null });
  expect(await orders.dispatch(late.orderId, null)).toMatchObject({ ok: true });
  expect(await list(COUNTY_OFFICE, 'overdue')).not.toContain(late.orderId);
});

function wishIn(days: number) {
  const from = product.cloud.clock.now() + days * DAY_MS;
  return { from, to: from + HOUR_MS };
}

/** 批量办理 (CS9–CS11): the effect before, what was seen carried along, each by itself, retries harmless. */
import type { BatchDeed } from '@contract/batch.contract';
import type { InputOf } from '@contract/procedures';
import { civilDayOf, HOUR_MS } from '@domain/time/civil-day';
import type { RequestContext } from '../kernel/procedure';
import { batchHandlers } from './handlers';
import { registration, requestId, TestProduct } from '../../tests/kit/product';
import { CITY_OFFICE, openShift, ORGANISER } from '../../tests/kit/shifts';
import * as kit from '../../tests/kit/supplements';
import { textOf } from '../../tests/kit/text-of';

let product: TestProduct;
beforeAll(async () => {
  product = await TestProduct.start(20, 3);
  kit.beginMonth(product);
  await kit.addChecker(product);
  await kit.setRules(product, { quotaPercent: 50 });
});
afterAll(() => product.stop());

const volunteer = kit.newcomers(() => product, 'batch');
const preview = async (openId: string, deed: BatchDeed, keys: readonly string[]) =>
  (await product.must(openId, 'batch.getPreview', { deed, keys: [...keys] })).effects;
const itemsOf = (effects: Awaited<ReturnType<typeof preview>>) =>
  effects.map(({ key, seen }) => ({ key, seen }));
const run = (openId: string, input: Omit<InputOf<'batch.run'>, 'requestId'>, id = requestId()) =>
  product.must(openId, 'batch.run', { ...input, requestId: id });
const outcomesOf = async (answer: ReturnType<typeof run>) =>
  (await answer).results.map(({ outcome, refusal }) => refusal?.code ?? outcome);

/** Three of one shift, the first not yet confirmed, each objected to. */
async function doubted(): Promise<{ openIds: string[]; ids: string[] }> {
  await kit.serveShift(product, [await volunteer(), await volunteer()], 8);
  const shiftId = await kit.nextShift(product, { hours: 1 });
  const openIds = [await volunteer(), await volunteer(), await volunteer()];
  for (const openId of openIds) await kit.enrol(product, openId, shiftId);
  kit.passShift(product, shiftId);
  const ids: string[] = [];
  for (const openId of openIds) {
    const { supplementId } = await kit.enter(product, shiftId, openId, 30);
    ids.push(supplementId);
    if (ids.length > 1) {
      await kit.check(product, supplementId);
      await kit.answer(product, supplementId, openId);
    }
    const row = product.documents('supplements').find(({ _id }) => _id === supplementId);
    await object(textOf(row?.['publicId']), 'a-neighbour');
  }
  return { openIds, ids };
}
const object = (publicId: string, openId: string) =>
  product.must(openId, 'supplement.object', { requestId: requestId(), publicId, kind: 'notThere', text: '' });

const minutesOf = async (openId: string) => (await product.must(openId, 'volunteer.getMe', {})).totalMinutes;

test('[CS10] several 补录 taken back: effect before, row by row after, retried at no harm', async () => {
  const { openIds, ids } = await doubted();
  const before = product.fingerprint();
  const effects = await preview(CITY_OFFICE, 'voidReviews', ids);
  expect(product.fingerprint()).toBe(before);
  expect(effects.map(({ minutes, peopleCount, refusal }) => [minutes, peopleCount, refusal])).toEqual([
    [30, 1, null],
    [30, 1, null],
    [30, 1, null],
  ]);
  expect(effects[0]?.who).toBe('测**');
  // Between the look and the deed somebody objects to the second too: it is left alone, the others go.
  const second = product.documents('supplements').find(({ _id }) => _id === ids[1]);
  await object(textOf(second?.['publicId']), 'another-neighbour');
  const items = itemsOf(effects);
  const input = { deed: 'voidReviews', items, reason: '没有人能证明' } as const;
  const id = requestId();
  const expected = ['done', 'batch.changedMeanwhile', 'done'];
  expect(await outcomesOf(run(CITY_OFFICE, input, id))).toEqual(expected);
  expect(await Promise.all(openIds.map(minutesOf))).toEqual([0, 30, 0]);
  const deeds = product.documents('deeds').filter(({ procedure }) => procedure === 'batch.run');
  expect(deeds).toHaveLength(2);
  const after = product.fingerprint();
  const again = ['already', 'batch.changedMeanwhile', 'already'];
  expect(await outcomesOf(run(CITY_OFFICE, input, id))).toEqual(again);
  expect(product.fingerprint()).toBe(after);
  // Looked at again, it can be done; what is decided cannot be once more.
  const anew = await preview(CITY_OFFICE, 'acceptReviews', ids);
  expect(anew.map(({ refusal }) => refusal?.code ?? null)).toEqual([
    'supplement.notWaiting',
    null,
    'supplement.notWaiting',
  ]);
  const accept = { deed: 'acceptReviews', items: itemsOf(anew), reason: '' } as const;
  expect(await outcomesOf(run(CITY_OFFICE, accept))).toEqual([
    'supplement.notWaiting',
    'done',
    'supplement.notWaiting',
  ]);
  expect(await minutesOf(openIds[1] ?? '')).toBe(30);
});

test('[CS9] who may not, gets no effect and does nothing; a reason is asked for once', async () => {
  const { ids } = await doubted();
  const [hidden] = await preview(ORGANISER, 'voidReviews', ids.slice(0, 1));
  expect(hidden).toMatchObject({ who: '', minutes: 0, refusal: { code: 'supplement.notFound' } });
  const seen = itemsOf(await preview(CITY_OFFICE, 'voidReviews', ids.slice(0, 1)));
  const input = { deed: 'voidReviews', items: seen, reason: '理由充分' } as const;
  expect(await outcomesOf(run(ORGANISER, input))).toEqual(['actor.forbidden']);
  const mute = { ...input, requestId: requestId(), reason: ' ' };
  expect(await product.call(CITY_OFFICE, 'batch.run', mute)).toMatchObject({ code: 'record.reasonMissing' });
  const many = Array.from({ length: 21 }, (_none, place) => `key-${String(place)}`);
  const tooMany = await product.call(CITY_OFFICE, 'batch.getPreview', { deed: 'voidReviews', keys: many });
  expect(tooMany).toMatchObject({ code: 'request.malformed' });
  // Named twice, it is one.
  const [key = ''] = ids;
  expect(await preview(CITY_OFFICE, 'voidReviews', [key, key, 'nobody'])).toHaveLength(2);
  const twice = { ...input, items: [...seen, ...seen] };
  expect(await outcomesOf(run(CITY_OFFICE, twice))).toEqual(['done']);
});

test('[CS11] several roles taken back at once; one’s own and what is over are left', async () => {
  const grants: string[] = [];
  for (const openId of ['batch-role-1', 'batch-role-2']) {
    await product.must(openId, 'volunteer.register', registration(7_900 + grants.length));
    const { grantId } = await product.must(CITY_OFFICE, 'role.grant', {
      ...{ requestId: requestId(), volunteerId: product.volunteerIdOf(openId), role: 'countyOffice' },
      ...{ scope: { kind: 'division', divisionCode: '513201' }, reason: '测试依据' },
      ...{ fromDay: civilDayOf(product.cloud.clock.now()), toDay: null },
    } as const);
    grants.push(grantId);
  }
  const own = product.documents('roleGrants').find(({ openId }) => openId === CITY_OFFICE)?.['_id'];
  const keys = [...grants, textOf(own)];
  const effects = await preview(CITY_OFFICE, 'revokeGrants', keys);
  expect(effects.map(({ refusal }) => refusal?.code ?? null)).toEqual([null, null, 'role.own']);
  const input = { deed: 'revokeGrants', items: itemsOf(effects), reason: '换届' } as const;
  expect(await outcomesOf(run(CITY_OFFICE, input))).toEqual(['done', 'done', 'role.own']);
  expect(await outcomesOf(run(CITY_OFFICE, input))).toEqual(['already', 'already', 'role.own']);
  const over = await preview(CITY_OFFICE, 'revokeGrants', grants);
  expect(over.map(({ refusal }) => refusal?.code)).toEqual(['batch.nothingToDo', 'batch.nothingToDo']);
});

test('[CS11] several activities called off, who was to come before; one changed meanwhile', async () => {
  const shiftIds = [
    await openShift(product, { startsInMs: HOUR_MS, hours: 1 }),
    await openShift(product, { startsInMs: HOUR_MS, hours: 1 }),
  ];
  const keys = shiftIds.map((id) => {
    const shift = product.documents('shifts').find(({ _id }) => _id === id);
    return textOf(shift?.['activityId']);
  });
  await kit.enrol(product, await volunteer(), shiftIds[0] ?? '');
  const effects = await preview(ORGANISER, 'cancelActivities', keys);
  expect(effects.map(({ peopleCount, refusal }) => [peopleCount, refusal])).toEqual([
    [1, null],
    [0, null],
  ]);
  await kit.enrol(product, await volunteer(), shiftIds[1] ?? '');
  const input = { deed: 'cancelActivities', items: itemsOf(effects), reason: '下大雪' } as const;
  expect(await outcomesOf(run(ORGANISER, input))).toEqual(['done', 'batch.changedMeanwhile']);
  expect(await outcomesOf(run(ORGANISER, input))).toEqual(['already', 'batch.changedMeanwhile']);
  const states = keys.map((key) => product.documents('activities').find(({ _id }) => _id === key)?.['state']);
  expect(states).toEqual(['cancelled', 'published']);
  const notices = product.documents('cancellationNotices').map(({ _id }) => _id);
  expect(shiftIds.map((id) => notices.includes(id))).toEqual([true, false]);
  const [over] = await preview(ORGANISER, 'cancelActivities', keys);
  expect(over?.refusal?.code).toBe('batch.nothingToDo');
  const stranger = await preview(kit.CHECKER, 'cancelActivities', ['nothing000']);
  expect(stranger[0]?.refusal?.code).toBe('activity.notFound');
  const risky = { ...input, requestId: requestId(), reason: '违规测试词' };
  expect(await product.call(ORGANISER, 'batch.run', risky)).toMatchObject({
    code: 'activity.contentRefused',
  });
});

test('[CS9] what is not begun in time is told so and not done', async () => {
  const late = parseContext({ now: 0, ports: { now: () => 9_000 } });
  const items = [{ key: 'a', seen: '0000000000' }];
  const input = { requestId: requestId(), deed: 'acceptReviews', items, reason: '' } as const;
  expect(await batchHandlers['batch.run'](input, late)).toMatchObject({
    results: [{ key: 'a', outcome: 'refused', refusal: { code: 'batch.notReached' } }],
  });
});

/** Of whom nothing but the clock is asked. */
function parseContext(context: object): RequestContext {
  return context as RequestContext;
}

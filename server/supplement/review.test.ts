/** 公示, 异议, 复核 (AT10.6, AT10.7): what everybody sees, and what an office does about it. */
import type { OutputOf } from '@contract/procedures';
import type { ReviewView } from '@contract/supplement-review.contract';
import { DAY_MS } from '@domain/time/civil-day';
import { recount, storedSums } from '../../tests/kit/recount';
import { requestId, TestProduct } from '../../tests/kit/product';
import { CITY_OFFICE, ORGANISER } from '../../tests/kit/shifts';
import * as kit from '../../tests/kit/supplements';
import { documentSchemas } from '../kernel/documents';

let product: TestProduct;
beforeAll(async () => {
  product = await TestProduct.start(20, 3);
  kit.beginMonth(product);
  await kit.addChecker(product);
  await kit.setRules(product, { quotaPercent: 50 });
});
afterAll(() => product.stop());

const volunteer = kit.newcomers(() => product, 'review');
async function entered(isConfirmed: boolean): Promise<{ openId: string; supplementId: string }> {
  await kit.serveShift(product, [await volunteer()], 7);
  const openId = await volunteer();
  const shiftId = await kit.nextShift(product, { hours: 1 });
  await kit.enrol(product, openId, shiftId);
  kit.passShift(product, shiftId);
  const { supplementId } = await kit.enter(product, shiftId, openId);
  if (isConfirmed) {
    await kit.check(product, supplementId);
    await kit.answer(product, supplementId, openId);
  }
  return { openId, supplementId };
}
function publicIdOf(supplementId: string): string {
  const row = product.documents('supplements').find(({ _id }) => _id === supplementId);
  return row === undefined ? 'nothing000' : documentSchemas.supplements.parse(row).publicId;
}
const object = (openId: string, supplementId: string) =>
  product.call(openId, 'supplement.object', {
    requestId: requestId(),
    publicId: publicIdOf(supplementId),
    kind: 'notThere',
    text: '那天他在外地',
  });
const decide = (openId: string, supplementId: string, deed: 'accept' | 'void' | 'ask', reason = '核实有误') =>
  product.call(openId, 'supplement.decideReview', { requestId: requestId(), supplementId, deed, reason });
/** All pages of them. */
async function reviewsIn(group: 'open' | 'asked' | 'decided') {
  const found: ReviewView[] = [];
  let cursor: string | null = null;
  do {
    const page: OutputOf<'supplement.listReviews'> = await product.must(
      CITY_OFFICE,
      'supplement.listReviews',
      { group, cursor },
    );
    found.push(...page.reviews);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return found;
}

test('[AT10.6] anybody reads the public list, masked, of what is pending and confirmed', async () => {
  const { supplementId, openId } = await entered(true);
  const pending = await entered(false);
  const refused = await entered(false);
  await kit.check(product, refused.supplementId, false);
  const list = await product.must('', 'supplement.listPublic', { cursor: null });
  const ids = list.supplements.map(({ publicId }) => publicId);
  expect(ids).toEqual(expect.arrayContaining([supplementId, pending.supplementId].map(publicIdOf)));
  expect(ids).not.toContain(publicIdOf(refused.supplementId));
  const text = JSON.stringify(list.supplements.find(({ publicId }) => publicId === publicIdOf(supplementId)));
  expect(text).toContain('测**');
  const identities = [openId, ORGANISER, kit.CHECKER, product.volunteerIdOf(openId), supplementId];
  for (const hidden of [...identities, '测试者', '村里没有信号', '测试路口']) {
    expect(text).not.toContain(hidden);
  }
  product.cloud.clock.advance(31 * DAY_MS);
  expect((await product.must('', 'supplement.listPublic', { cursor: null })).supplements).toEqual([]);
});

test('[AT10.6] pages by key: every entry once, newest first', async () => {
  await kit.serveShift(product, [await volunteer(), await volunteer()], 6);
  const shiftId = await kit.nextShift(product, { hours: 1 });
  const openIds: string[] = [];
  for (let count = 0; count < 23; count += 1) openIds.push(await volunteer());
  for (const openId of openIds) await kit.enrol(product, openId, shiftId);
  kit.passShift(product, shiftId);
  const entries: string[] = [];
  for (const openId of openIds) entries.push((await kit.enter(product, shiftId, openId, 5)).supplementId);
  const first = await product.must('', 'supplement.listPublic', { cursor: null });
  const second = await product.must('', 'supplement.listPublic', { cursor: first.nextCursor });
  const read = [...first.supplements, ...second.supplements].map(({ publicId }) => publicId);
  expect(first.supplements).toHaveLength(20);
  expect(first.nextCursor).not.toContain(product.volunteerIdOf(openIds[3] ?? ''));
  expect(read.slice(0, 23)).toEqual([...entries].reverse().map(publicIdOf));
  expect(new Set(read).size).toBe(read.length);
});

test('[AT10.7] an objection opens a review; one of each account, and at most twenty', async () => {
  const { supplementId } = await entered(true);
  expect(await object('', supplementId)).toMatchObject({ code: 'actor.signInRequired' });
  expect(await object('a-passer-by', supplementId)).toMatchObject({ value: { outcome: 'done' } });
  expect(await object('a-passer-by', supplementId)).toMatchObject({ value: { outcome: 'already' } });
  expect(await object('x', 'nothing000:nothing000')).toMatchObject({ code: 'supplement.notFound' });
  for (let count = 1; count < 20; count += 1) await object(`passer-by-${String(count)}`, supplementId);
  expect(await object('one-too-many', supplementId)).toMatchObject({ code: 'supplement.objectionsFull' });
  const review = (await reviewsIn('open')).find((one) => one.supplement.supplementId === supplementId);
  expect(review?.objections).toHaveLength(20);
  expect(JSON.stringify(review)).not.toContain('passer-by');
  await decide(CITY_OFFICE, supplementId, 'accept', '');
});

test('[AT10.7] the office asks, the organisation answers, the office takes the record back', async () => {
  const { supplementId, openId } = await entered(true);
  await product.fold();
  await object('a-neighbour', supplementId);
  expect(await decide('demo-volunteer', supplementId, 'void')).toMatchObject({ code: 'actor.forbidden' });
  expect(await decide(kit.COUNTY_OFFICE, supplementId, 'ask', ' ')).toMatchObject({
    code: 'record.reasonMissing',
  });
  const answering = {
    requestId: requestId(),
    supplementId,
    answer: '有签到表为证',
  };
  expect(await product.call(ORGANISER, 'supplement.answerQuestion', answering)).toMatchObject({
    code: 'supplement.nothingAsked',
  });
  await decide(kit.COUNTY_OFFICE, supplementId, 'ask', '谁看到他在场？');
  expect((await reviewsIn('asked')).map(({ question }) => question)).toEqual(['谁看到他在场？']);
  const { questions } = await product.must(ORGANISER, 'supplement.listQuestions', { cursor: null });
  expect(questions.map(({ question }) => question)).toEqual(['谁看到他在场？']);
  expect(await product.must(ORGANISER, 'supplement.answerQuestion', answering)).toEqual({ outcome: 'done' });
  expect(await product.must(ORGANISER, 'supplement.answerQuestion', answering)).toEqual({
    outcome: 'already',
  });
  const taking = { requestId: requestId(), supplementId, deed: 'void' as const, reason: '签到表上没有他' };
  expect(await product.must(kit.COUNTY_OFFICE, 'supplement.decideReview', taking)).toEqual({
    state: 'voided',
    outcome: 'done',
  });
  expect(await product.must(kit.COUNTY_OFFICE, 'supplement.decideReview', taking)).toMatchObject({
    outcome: 'already',
  });
  expect(await decide(CITY_OFFICE, supplementId, 'accept')).toMatchObject({ code: 'supplement.notWaiting' });
  const record = product.documents('attendances').find(({ _id }) => _id === supplementId);
  expect(record?.['state']).toBe('voided');
  const mine = await product.must(openId, 'supplement.listMine', { cursor: null });
  expect(mine.supplements[0]).toMatchObject({ state: 'voided', endReason: '签到表上没有他' });
  await product.fold();
  expect(storedSums(product)).toEqual(recount(product));
});

test('[AT10.7] what is not a record yet is ended by the office, for good', async () => {
  const { supplementId, openId } = await entered(false);
  await kit.check(product, supplementId);
  await object('somebody-there', supplementId);
  await decide(CITY_OFFICE, supplementId, 'void');
  expect(await kit.answer(product, supplementId, openId)).toMatchObject({ code: 'supplement.notWaiting' });
  expect(await object('somebody-else', supplementId)).toMatchObject({ code: 'supplement.notFound' });
  const { used, stored } = kit.quotasOf(product);
  expect(stored).toEqual(used);
});

/** 补录 of a person registered twice (RM6), on the local cloud through the real SDK. */
import { merge } from '../../tests/kit/merging';
import { TestProduct } from '../../tests/kit/product';
import { recount, storedSums } from '../../tests/kit/recount';
import { ORGANISER } from '../../tests/kit/shifts';
import * as kit from '../../tests/kit/supplements';

let product: TestProduct;
beforeAll(async () => {
  product = await TestProduct.start(20, 3);
  kit.beginMonth(product);
  await kit.addChecker(product);
  await kit.setRules(product, { quotaPercent: 50 });
});
afterAll(() => product.stop());

const volunteer = kit.newcomers(() => product, 'entered');
const stored = (collection: string, id: string) =>
  product.documents(collection).find(({ _id }) => _id === id);

/** Enrolled in a shift that is over, and entered afterwards. */
async function entered(openIds: readonly string[]): Promise<string[]> {
  await kit.serveShift(product, [await volunteer()], 7);
  const shiftId = await kit.nextShift(product, { hours: 1 });
  for (const openId of openIds) await kit.enrol(product, openId, shiftId);
  kit.passShift(product, shiftId);
  const ids: string[] = [];
  for (const openId of openIds) {
    const input = await kit.entryOf(product, shiftId, openId);
    ids.push((await product.must(ORGANISER, 'supplement.enter', input)).supplement.supplementId);
  }
  return ids;
}

test('[RM6] what waits goes on for the survivor; what is confirmed stays in public', async () => {
  const [kept, other] = [await volunteer(), await volunteer()];
  const [first = ''] = await entered([other]);
  const [second = ''] = await entered([other]);
  await kit.check(product, second);
  expect(await kit.answer(product, second, other)).toMatchObject({ ok: true });
  await merge(product, kept, other);
  const keptId = product.volunteerIdOf(kept);
  const [waiting, confirmed] = [first, second].map((id) => `${id.split(':')[0] ?? ''}:${keptId}`);
  expect(stored('supplements', first)).toBeUndefined();
  expect(stored('supplements', waiting ?? '')).toMatchObject({ state: 'toCheck', volunteerId: keptId });
  expect(stored('supplements', confirmed ?? '')).toMatchObject({ state: 'confirmed', isPublic: true });
  expect(stored('supplementSteps', `${confirmed ?? ''}:1`)).toMatchObject({ supplementId: confirmed });
  expect(stored('attendances', confirmed ?? '')).toMatchObject({
    source: 'supplemented',
    creditedMinutes: 60,
  });
  await kit.check(product, waiting ?? '');
  expect(await kit.answer(product, waiting ?? '', kept)).toMatchObject({ ok: true });
  expect((await product.must(other, 'volunteer.getMe', {})).totalMinutes).toBe(120);
  await product.fold();
  expect(storedSums(product)).toEqual(recount(product));
  const { used, stored: quotas } = kit.quotasOf(product);
  expect(quotas).toEqual(used);
});

test("[RM6] of two for one shift the survivor's goes on, the other's minutes are free", async () => {
  const [kept, other] = [await volunteer(), await volunteer()];
  const [own = '', gone = ''] = await entered([kept, other]);
  await merge(product, kept, other);
  expect(stored('supplements', own)).toMatchObject({ state: 'toCheck' });
  expect(stored('supplements', gone)).toMatchObject({ state: 'lapsed', group: 'ended' });
  const { used, stored: quotas } = kit.quotasOf(product);
  expect(quotas).toEqual(used);
});

import { HOUR_MS, MINUTE_MS } from '@domain/time/civil-day';
import { registration, requestId, TestProduct } from '../../tests/kit/product';
import { activityInput, CodeScreen, openShift, ORGANISER } from '../../tests/kit/shifts';

let product: TestProduct;
beforeAll(async () => {
  product = await TestProduct.start();
});
afterAll(() => product.stop());

let people = 0;
async function volunteer(): Promise<string> {
  people += 1;
  const openId = `replays-${String(people)}`;
  await product.must(openId, 'volunteer.register', registration(people));
  return openId;
}
const now = (): number => product.cloud.clock.now();

test('[AT4] refused codes of another time or shift are counted by person, forged ones are not', async () => {
  const [openId, shiftId] = [await volunteer(), await openShift(product)];
  const screen = await CodeScreen.of(product, shiftId);
  const send = (evidence: ReturnType<typeof screen.code>, id = requestId()) =>
    product.call(openId, 'attendance.checkIn', { requestId: id, shiftId, evidence });
  await send({ kind: 'rotatingCode', code: 'zl.0000000000' });
  const id = requestId();
  await send(screen.code(8), id);
  await send(screen.code(8), id);
  await send(screen.code(9));
  const { people: tried } = await product.must(ORGANISER, 'attendance.listReplays', {
    shiftId,
    cursor: null,
  });
  expect(tried).toMatchObject([{ maskedName: '测**', expiredCount: 2, foreignCount: 0 }]);
  expect(await product.must(ORGANISER, 'attendance.listArrivals', { shiftId })).toMatchObject({
    replayCount: 2,
  });
  expect(product.documents('replayAttempts').filter((row) => row['shiftId'] === shiftId)).toHaveLength(1);
});

test('[AT4] a code of the next shift of the activity; a code that fifty people used', async () => {
  const startsAt = now() - 10 * MINUTE_MS;
  const shifts = [0, 4].map((hours) => ({
    startsAt: startsAt + hours * HOUR_MS,
    endsAt: startsAt + (hours + 3) * HOUR_MS,
    capacity: null,
  }));
  const created = await product.must(ORGANISER, 'activity.createActivity', {
    ...(await activityInput(product)),
    shifts,
  });
  const [shiftId = '', siblingId = ''] = created.shiftIds;
  const openId = await volunteer();
  const foreign = (await CodeScreen.of(product, siblingId)).code();
  expect(
    await product.call(openId, 'attendance.checkIn', { requestId: requestId(), shiftId, evidence: foreign }),
  ).toMatchObject({ code: 'attendance.codeInvalid' });
  const evidence = (await CodeScreen.of(product, shiftId)).code();
  for (let person = 0; person < 46; person += 1) {
    await product.must(await volunteer(), 'attendance.checkIn', {
      requestId: requestId(),
      shiftId,
      evidence,
    });
  }
  const replays = await product.must(ORGANISER, 'attendance.listReplays', { shiftId, cursor: null });
  expect(replays.people).toMatchObject([{ foreignCount: 1, expiredCount: 0 }]);
  expect(replays.crowded).toMatchObject([{ count: 46 }]);
});

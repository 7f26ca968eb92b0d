/** 佐证 (AT10.1): what is stored of a file, and who sees it. */
import { HOUR_MS } from '@domain/time/civil-day';
import { requestId, TestProduct } from '../../tests/kit/product';
import { ORGANISER } from '../../tests/kit/shifts';
import * as kit from '../../tests/kit/supplements';

let product: TestProduct;
beforeAll(async () => {
  product = await TestProduct.start(20, 2);
  kit.beginMonth(product);
  await kit.addChecker(product);
  await kit.setRules(product, { quotaPercent: 50 });
});
afterAll(() => product.stop());

const volunteer = kit.newcomers(() => product, 'evidence');
async function missed(): Promise<{ openId: string; shiftId: string }> {
  await kit.serveShift(product, [await volunteer()], 7);
  const openId = await volunteer();
  const shiftId = await kit.nextShift(product, { hours: 1 });
  await kit.enrol(product, openId, shiftId);
  kit.passShift(product, shiftId);
  return { openId, shiftId };
}
const stored = (collection: string, id: string) =>
  product.documents(collection).find(({ _id }) => _id === id);

test('[AT10.1] evidence: its first bytes decide what it is; seen by those it concerns', async () => {
  const { openId, shiftId } = await missed();
  const send = (part: number, partCount: number, content: string, id: string) =>
    product.call(ORGANISER, 'supplement.addEvidencePart', {
      requestId: id,
      shiftId,
      ...{ part, partCount, content },
    });
  const text = Buffer.from('<script>alert(1)</script>').toString('base64');
  expect(await send(0, 1, text, requestId())).toMatchObject({ code: 'supplement.evidenceInvalid' });
  expect(await send(1, 1, kit.JPEG, requestId())).toMatchObject({ code: 'supplement.evidenceInvalid' });
  const id = requestId();
  const picture = Buffer.concat([Buffer.from(kit.JPEG, 'base64').subarray(0, 9), Buffer.alloc(60_000, 7)]);
  const whole = picture.toString('base64');
  expect(await send(1, 2, whole.slice(48_000), id)).toMatchObject({ value: { evidenceId: null } });
  const last = await send(0, 2, whole.slice(0, 48_000), id);
  const evidenceId = last.ok ? (last.value.evidenceId ?? '') : '';
  expect(stored('evidence', evidenceId)).toMatchObject({ kind: 'picture', byteCount: picture.length });
  expect(await send(0, 2, whole.slice(0, 48_000), id)).toMatchObject({ value: { evidenceId } });

  const input = { ...(await kit.entryOf(product, shiftId, openId)), evidenceIds: [evidenceId] };
  const { supplementId } = (await product.must(ORGANISER, 'supplement.enter', input)).supplement;
  const seen = await product.must(openId, 'supplement.get', { supplementId });
  const response = await fetch(seen.evidence[0]?.url ?? '');
  expect(Buffer.from(await response.arrayBuffer()).equals(picture)).toBe(true);
  const stranger = await product.call(await volunteer(), 'supplement.get', { supplementId });
  expect(stranger).toMatchObject({ code: 'supplement.notFound' });
  await product.must(kit.CHECKER, 'supplement.get', { supplementId });
  const looks = product.documents('accessLog').filter(({ procedure }) => procedure === 'supplement.get');
  expect(looks.map((row) => row['openId'])).toEqual([kit.CHECKER]);
  expect(product.documents('evidenceParts').length).toBeGreaterThan(0);
  product.cloud.clock.advance(25 * HOUR_MS);
  await product.cloud.runTimer('sweep');
  expect(product.documents('evidenceParts')).toEqual([]);
});

test('[AT10.1] a file of more parts than allowed is refused unread', async () => {
  const { shiftId } = await missed();
  const part = { requestId: requestId(), shiftId, part: 0, content: kit.JPEG };
  const answers = await Promise.all([
    product.call(ORGANISER, 'supplement.addEvidencePart', { ...part, partCount: 13 }),
    product.call(ORGANISER, 'supplement.addEvidencePart', { ...part, partCount: 2, content: 'no base64!' }),
    product.call(ORGANISER, 'supplement.addEvidencePart', {
      ...part,
      partCount: 2,
      content: 'A'.repeat(48_001),
    }),
  ]);
  expect(answers.map((one) => (one.ok ? 'done' : one.code))).toEqual(
    Array.from({ length: 3 }, () => 'request.malformed'),
  );
});

/** 合并: found, looked at, asked for and decided (RM1, RM7). */
import { addDays, HOUR_MS, startOfDay } from '@domain/time/civil-day';
import {
  COUNTY_OFFICE,
  hoursFrom,
  mergeInput,
  register,
  registerTwice,
  serveAll,
  shiftBetween,
} from '../../tests/kit/merging';
import { idNumberOf, registration, requestId, TestProduct } from '../../tests/kit/product';
import { CITY_OFFICE } from '../../tests/kit/shifts';
import { tamper } from '../../tests/kit/tamper';
import { TODAY } from '../../tests/kit/today';

let product: TestProduct;
beforeAll(async () => {
  product = await TestProduct.start();
});
afterAll(() => product.stop());

let people = 100;
function pair(): Promise<[string, string]> {
  people += 2;
  return registerTwice(product, 'ask', people);
}

test('[RM1] found by what is said in full, only where the office is; every look is on record', async () => {
  const [kept] = await pair();
  const { idNumber } = registration(people);
  const looks = () => product.documents('accessLog').length;
  const before = looks();
  const find = (openId: string, input: Parameters<typeof product.call<'person.listMatches'>>[2]) =>
    product.must(openId, 'person.listMatches', input);
  const found = await find(COUNTY_OFFICE, { by: 'idNumber', text: idNumber });
  expect(found.people).toMatchObject([{ maskedName: '旦**', volunteerId: product.volunteerIdOf(kept) }]);
  expect(JSON.stringify(found)).not.toContain(idNumber);
  const text = `131${String(people).padStart(8, '0')}`;
  expect((await find(COUNTY_OFFICE, { by: 'phone', text })).people).toHaveLength(1);
  const { volunteerNumber = '' } = found.people[0] ?? {};
  expect((await find(CITY_OFFICE, { by: 'number', text: volunteerNumber })).people).toHaveLength(1);
  expect(looks()).toBe(before + 3);
  await tamper(product, 'volunteers', product.volunteerIdOf(kept), {
    'residences.0.divisionCode': '513221100001',
  });
  expect((await find(COUNTY_OFFICE, { by: 'idNumber', text: idNumber })).people).toEqual([]);
  expect((await find(CITY_OFFICE, { by: 'idNumber', text: idNumber })).people).toHaveLength(1);
  expect((await find(CITY_OFFICE, { by: 'idNumber', text: idNumberOf(998) })).people).toEqual([]);
  const part = { by: 'phone', text: '1310000' } as const;
  expect(await product.call(CITY_OFFICE, 'person.listMatches', part)).toMatchObject({
    code: 'person.searchIncomplete',
  });
});

test('[RM1] the effect is shown before, and nothing is changed by looking', async () => {
  const [kept, other] = await pair();
  const start = startOfDay(addDays(TODAY, 2)) + 8 * HOUR_MS;
  product.cloud.clock.setNow(start - HOUR_MS);
  const a = await shiftBetween(product, start, hoursFrom(start, 2));
  const b = await shiftBetween(product, hoursFrom(start, 1), hoursFrom(start, 3));
  await serveAll(product, [
    { openId: kept, shiftId: a, from: start, to: hoursFrom(start, 2) },
    { openId: other, shiftId: b, from: hoursFrom(start, 1), to: hoursFrom(start, 3) },
  ]);
  const { survivorId, otherId } = mergeInput(product, kept, other);
  const preview = await product.must(COUNTY_OFFICE, 'person.getMergePreview', { survivorId, otherId });
  expect(preview).toMatchObject({
    ...{ traits: ['name', 'birthDay', 'idNumber'], sameShiftCount: 0, overlapMinutes: 60 },
    survivor: { totalMinutes: 120, recordCount: 1, accountCount: 1 },
    other: { totalMinutes: 120, recordCount: 1, childCount: 0 },
  });
});

test('[RM1][RM7] what is refused, and who may decide', async () => {
  const [kept, other] = await pair();
  const input = mergeInput(product, kept, other);
  const ask = (wishes: object, openId = COUNTY_OFFICE) =>
    product.call(openId, 'person.requestMerge', { ...input, requestId: requestId(), ...wishes });
  expect(await ask({ reason: '错' })).toMatchObject({ code: 'person.explanationMissing' });
  expect(await ask({ otherId: input.survivorId })).toMatchObject({ code: 'merge.samePerson' });
  expect(await ask({ otherId: 'aaaaaaaaaa' })).toMatchObject({ code: 'person.notFound' });
  await register(product, 'somebody-else', 7_001, '李某某');
  const stranger = product.volunteerIdOf('somebody-else');
  expect(await ask({ otherId: stranger })).toMatchObject({ code: 'merge.nothingInCommon' });
  const [asked, again] = [
    await product.must(COUNTY_OFFICE, 'person.requestMerge', input),
    await product.must(COUNTY_OFFICE, 'person.requestMerge', input),
  ];
  expect([asked.outcome, again.outcome]).toEqual(['asked', 'already']);
  const { personRequestId } = asked.request;
  const decide = (openId: string, wishes: object = {}) =>
    product.call(openId, 'person.decideRequest', {
      ...{ requestId: requestId(), personRequestId, isApproved: true, reason: '' },
      ...wishes,
    });
  expect(await decide(COUNTY_OFFICE)).toMatchObject({ code: 'person.ownRequest' });
  expect(await decide(CITY_OFFICE, { personRequestId: 'aaaaaaaaaa' })).toMatchObject({
    code: 'person.requestNotFound',
  });
  expect(await decide(CITY_OFFICE, { isApproved: false })).toMatchObject({
    code: 'person.explanationMissing',
  });
  const refusal = { isApproved: false, reason: '依据不足', requestId: requestId() };
  expect(await decide(CITY_OFFICE, refusal)).toMatchObject({ value: { request: { state: 'refused' } } });
  expect(await decide(CITY_OFFICE, refusal)).toMatchObject({ value: { outcome: 'already' } });
  expect(await decide(CITY_OFFICE)).toMatchObject({ code: 'person.requestDecided' });
  expect(product.volunteerIdOf(other)).toBe(input.otherId);
});

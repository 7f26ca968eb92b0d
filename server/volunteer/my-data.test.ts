import { parseTeamId } from '@domain/kernel/identifiers';
import { childInput } from '../../tests/kit/children';
import { claimInput, phoneCodeOf } from '../../tests/kit/phone-code';
import { idNumberOf, registration, requestId, TestProduct } from '../../tests/kit/product';
import { at, CITY_OFFICE, openShift } from '../../tests/kit/shifts';
import * as z from 'zod';

let product: TestProduct;
beforeAll(async () => {
  product = await TestProduct.start();
});
afterAll(() => product.stop());

let people = 600;
async function volunteer(name = '格桑措'): Promise<string> {
  people += 1;
  const openId = `reader-${String(people)}`;
  await product.must(openId, 'volunteer.register', registration(people, name));
  return openId;
}
const phoneCode = (phoneNumber: string): Promise<string> => phoneCodeOf(product, phoneNumber);
interface Page {
  readonly nextCursor: string | null;
}
const dataOf = (openId: string) => product.must(openId, 'volunteer.getMyData', {});

test('[MD1] what is stored about me, the secrets masked, my deeds and who looked', async () => {
  const openId = await volunteer();
  const { idNumber } = registration(people);
  await product.must(openId, 'guardian.addChild', childInput(product, people, 7, '小雪'));
  const before = await dataOf(openId);
  expect(before).toMatchObject({
    ...{ name: '格桑措', sex: 'male', maskedPhone: '131****0601', isPhoneVerified: false },
    maskedIdNumber: `**************${idNumber.slice(-4)}`,
    ...{ childNames: ['小雪'], hasGuardian: false, looks: [] },
    deeds: [{ deed: 'consented' }],
    origin: null,
  });
  expect(before.homes).toHaveLength(1);
  expect(JSON.stringify(before)).not.toContain(idNumber);
  await product.fold();
  let cursor: string | null = null;
  do {
    const asked = { divisionCode: '513201', measure: 'registered' as const, day: null, cursor };
    const page: Page = await product.must(CITY_OFFICE, 'statistics.listFacts', asked);
    cursor = page.nextCursor;
  } while (cursor !== null);
  expect((await dataOf(openId)).looks.map(({ procedure }) => procedure)).toContain('statistics.listFacts');
});

test('[MD2] another phone number is proved by the phone; the old one finds the record no more', async () => {
  const openId = await volunteer('巴桑');
  const idNumber = registration(people).idNumber;
  const change = (code: string, id = requestId()) =>
    product.call(openId, 'volunteer.changePhone', { requestId: id, phoneCode: code });
  const before = product.fingerprint();
  expect(await change('made-up')).toMatchObject({ code: 'volunteer.phoneCodeInvalid' });
  expect(product.fingerprint()).toBe(before);
  const [id, code] = [requestId(), await phoneCode('13900001234')];
  const changed = { outcome: 'changed', maskedPhone: '139****1234' };
  expect(await change(code, id)).toMatchObject({ value: changed });
  // A lost answer: the code is used up, the request is the same.
  expect(await change(code, id)).toMatchObject({ value: { ...changed, outcome: 'already' } });
  expect(await change(await phoneCode('13900001234'))).toMatchObject({ value: { outcome: 'already' } });
  expect(product.fingerprint()).not.toContain('13900001234');
  const claim = async (phone: string) =>
    product.call(
      `${openId}-new`,
      'volunteer.claim',
      await claimInput(product, { name: '巴桑', idNumber }, phone),
    );
  expect(await claim(`131${String(people).padStart(8, '0')}`)).toMatchObject({
    code: 'volunteer.claimMismatch',
  });
  expect(await claim('13900001234')).toMatchObject({ value: { outcome: 'claimed' } });
  const { deeds } = await dataOf(openId);
  expect(deeds.filter(({ deed }) => deed === 'phoneChanged')).toHaveLength(1);
});

test('[MD3] all one’s records go home, nobody else’s, and it is on record once', async () => {
  const [openId, other] = [await volunteer(), await volunteer()] as const;
  const shiftId = await openShift(product);
  for (const one of [openId, other]) {
    await product.must(one, 'attendance.checkIn', { requestId: requestId(), shiftId, evidence: at(0) });
  }
  const id = requestId();
  const take = () => product.must(openId, 'volunteer.takeData', { requestId: id, cursor: null });
  const [first, second] = [await take(), await take()] as const;
  expect(first.nextCursor).toBeNull();
  expect(first.records).toMatchObject([
    { title: '测试活动：路口值守', state: 'checkedIn', creditedMinutes: 0 },
  ]);
  expect(second.records).toEqual(first.records);
  expect(first.profile.maskedPhone).toBe(`131****${String(people - 1).padStart(4, '0')}`);
  const text = JSON.stringify(first);
  for (const number of [people, people - 1]) expect(text).not.toContain(idNumberOf(number, '19600101'));
  expect(text).not.toContain(product.volunteerIdOf(other));
  const { deeds } = await dataOf(openId);
  expect(deeds.filter(({ deed }) => deed === 'dataTaken')).toHaveLength(1);
});

test('[MD3] two hundred records a page, every record once', async () => {
  const openId = 'demo-volunteer';
  const taken = await product.must(openId, 'volunteer.takeData', { requestId: requestId(), cursor: null });
  const mine = product
    .documents('attendances')
    .filter(({ volunteerId }) => volunteerId === product.volunteerIdOf(openId));
  expect(mine.length).toBeGreaterThan(0);
  expect(taken.records).toHaveLength(Math.min(mine.length, 200));
});

test('[MD1] teams one asked to join are among the own data, and nobody else’s', async () => {
  const [openId, other] = [await volunteer('央金'), await volunteer('尼玛')];
  const [team] = product.documents('teams');
  const teamId = parseTeamId(z.string().parse(team?.['_id']));
  const join = { requestId: requestId(), teamId, wish: 'join' as const };
  await product.must(openId, 'team.changeMembership', join);
  expect((await dataOf(openId)).teams).toMatchObject([{ teamName: team?.['name'], standing: 'asked' }]);
  expect((await dataOf(other)).teams).toEqual([]);
  const taken = await product.must(openId, 'volunteer.takeData', { requestId: requestId(), cursor: null });
  expect(taken.profile.teams).toHaveLength(1);
});

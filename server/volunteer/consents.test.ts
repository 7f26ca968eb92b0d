import { CONSENT_VERSIONS } from '@contract/consent.contract';
import type { InputOf } from '@contract/procedures';
import { childInput, youthRegistration } from '../../tests/kit/children';
import { claimInput } from '../../tests/kit/phone-code';
import { registration, requestId, TestProduct } from '../../tests/kit/product';
import { at, CodeScreen, openShift, PLACE } from '../../tests/kit/shifts';
import { tamper } from '../../tests/kit/tamper';

let product: TestProduct;
beforeAll(async () => {
  product = await TestProduct.start();
});
afterAll(() => product.stop());

let people = 200;
/** Somebody who agreed to what registering needs, and to nothing else. */
async function volunteer(optionalConsents: InputOf<'volunteer.register'>['optionalConsents'] = []) {
  people += 1;
  const openId = `consenter-${String(people)}`;
  await product.must(openId, 'volunteer.register', { ...registration(people), optionalConsents });
  return openId;
}
type Wish = InputOf<'volunteer.changeConsent'>;
const wish = (kind: Wish['kind'], isGiven: boolean, more: Partial<Wish> = {}): Wish => ({
  ...{ requestId: requestId(), childId: null, kind, isGiven, version: CONSENT_VERSIONS[kind] },
  ...more,
});
const change = (openId: string, input: Wish) => product.call(openId, 'volunteer.changeConsent', input);
const entriesOf = (volunteerId: string) =>
  product
    .documents('personLedger')
    .filter((entry) => entry['volunteerId'] === volunteerId)
    .map(({ deed, consents }) => [deed, consents]);
const kindsOf = async (openId: string) =>
  (await product.must(openId, 'volunteer.listConsents', {})).consents.map(({ kind }) => kind);

test('[CO1] registering gives what was chosen and nothing else, with version and entry', async () => {
  expect(await kindsOf(await volunteer())).toEqual(['basic']);
  const openId = await volunteer(['publicity']);
  expect(await kindsOf(openId)).toEqual(['basic', 'publicity']);
  expect((await product.must(openId, 'volunteer.getMe', {})).consents).toEqual(['basic', 'publicity']);
  expect(entriesOf(product.volunteerIdOf(openId))).toEqual([
    [
      'consented',
      [
        { kind: 'basic', version: CONSENT_VERSIONS.basic },
        { kind: 'publicity', version: CONSENT_VERSIONS.publicity },
      ],
    ],
  ]);
});

test('[CO1] given, taken back and given again: every deed is an entry, a repetition is none', async () => {
  const openId = await volunteer();
  const given = wish('sync', true);
  expect(await change(openId, given)).toMatchObject({ value: { outcome: 'changed' } });
  expect(await change(openId, wish('sync', true))).toMatchObject({ value: { outcome: 'already' } });
  expect(await change(openId, wish('sync', false))).toMatchObject({ value: { outcome: 'changed' } });
  // The first request comes once more: what was taken back stays taken back.
  expect(await change(openId, given)).toMatchObject({ value: { outcome: 'already' } });
  expect(await kindsOf(openId)).toEqual(['basic']);
  const deeds = entriesOf(product.volunteerIdOf(openId)).map(([deed]) => deed);
  expect([...deeds].sort()).toEqual(['consentRevoked', 'consented', 'consented']);
});

test('[CO2] who agrees to an older text is shown the new one', async () => {
  const openId = await volunteer();
  const before = product.fingerprint();
  expect(await change(openId, wish('publicity', true, { version: '2020-01' }))).toMatchObject({
    code: 'consent.textChanged',
  });
  expect(product.fingerprint()).toBe(before);
});

test('[CO3] without the consent no position is taken, for check-in and check-out; a code is', async () => {
  const openId = await volunteer();
  const shiftId = await openShift(product);
  const visit = (deed: 'checkIn' | 'checkOut', evidence: InputOf<'attendance.checkIn'>['evidence']) =>
    product.call(openId, `attendance.${deed}`, { requestId: requestId(), shiftId, evidence });
  const before = product.fingerprint();
  expect(await visit('checkIn', at(0))).toMatchObject({ code: 'consent.locationMissing' });
  const { latitude, longitude } = PLACE;
  const where = { latitude, longitude, accuracyMeters: 10 };
  const place = { kind: 'placeCode' as const, scene: 'h.nothing', ...where };
  expect(await visit('checkIn', place)).toMatchObject({ code: 'consent.locationMissing' });
  expect(product.fingerprint()).toBe(before);
  await change(openId, wish('location', true));
  expect(await visit('checkIn', at(0))).toMatchObject({ ok: true });
  await change(openId, wish('location', false));
  expect(await visit('checkOut', at(0))).toMatchObject({ code: 'consent.locationMissing' });
  const screen = await CodeScreen.of(product, shiftId);
  expect(await visit('checkOut', screen.code())).toMatchObject({ ok: true });
});

test('[CO3] every phone that has found the record asks again once the consent is taken back', async () => {
  const openId = await volunteer(['location']);
  const claim = await claimInput(product, registration(people), `131${String(people).padStart(8, '0')}`);
  const second = `${openId}-second`;
  await product.must(second, 'volunteer.claim', claim);
  const mayLocate = async (account: string) =>
    (await product.must(account, 'volunteer.getMe', {})).consents.includes('location');
  expect([await mayLocate(openId), await mayLocate(second)]).toEqual([true, true]);
  await change(openId, wish('location', false));
  expect([await mayLocate(openId), await mayLocate(second)]).toEqual([false, false]);
});

test('[CO4] a guardian decides for a child under 14, and for nobody else', async () => {
  const openId = await volunteer();
  const { childId } = await product.must(openId, 'guardian.addChild', childInput(product, people, 9, '小荷'));
  const forChild = (more: Partial<Wish> = {}) => wish('publicity', true, { childId, ...more });
  expect(await change(openId, forChild())).toMatchObject({ value: { outcome: 'changed' } });
  const { children } = await product.must(openId, 'volunteer.listConsents', {});
  expect(children).toMatchObject([{ name: '小荷', consents: [{ kind: 'basic' }, { kind: 'publicity' }] }]);
  expect(await change(await volunteer(), forChild())).toMatchObject({ code: 'child.notYours' });
  people += 1;
  const youth = youthRegistration(product, people, 15);
  await product.must(`youth-${String(people)}`, 'volunteer.register', youth);
  const ward = { ...childInput(product, people, 15, '少年'), idNumber: youth.idNumber };
  const { childId: youthId } = await product.must(openId, 'guardian.addChild', ward);
  expect(await change(openId, forChild({ childId: youthId }))).toMatchObject({ code: 'child.notYours' });
  await product.must(openId, 'guardian.endChild', { requestId: requestId(), childId });
  expect(await change(openId, forChild({ isGiven: false }))).toMatchObject({ code: 'child.notYours' });
});

test('[CO5] who is no volunteer any more agrees to nothing', async () => {
  const openId = await volunteer();
  await tamper(product, 'volunteers', product.volunteerIdOf(openId), { status: 'deceased' });
  expect(await change(openId, wish('sync', true))).toMatchObject({ code: 'volunteer.inactive' });
  expect(await product.call(openId, 'volunteer.listConsents', {})).toMatchObject({
    code: 'volunteer.inactive',
  });
});

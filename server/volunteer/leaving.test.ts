import { DAY_MS, HOUR_MS } from '@domain/time/civil-day';
import { issueInput, recordsOfOneIssuer, typedOf } from '../../tests/kit/certificates';
import { childInput, youthRegistration } from '../../tests/kit/children';
import { claimInput } from '../../tests/kit/phone-code';
import { registration, requestId, TestProduct } from '../../tests/kit/product';
import { at, CITY_OFFICE, openShift } from '../../tests/kit/shifts';
import { tamper } from '../../tests/kit/tamper';

let product: TestProduct;
beforeAll(async () => {
  product = await TestProduct.start();
});
afterAll(() => product.stop());
afterEach(() => product.standAt());

let people = 100;
async function volunteer(name = '罗尔伍'): Promise<string> {
  people += 1;
  const openId = `leaver-${String(people)}`;
  await product.must(openId, 'volunteer.register', registration(people, name));
  return openId;
}
const leave = (openId: string, id = requestId()) =>
  product.call(openId, 'volunteer.leave', { requestId: id, childId: null });
const stored = (collection: string, id: string) =>
  product.documents(collection).find((document) => document['_id'] === id);
const shiftTomorrow = (capacity: number) => openShift(product, { capacity, startsInMs: DAY_MS });
const enrol = (openId: string, shiftId: string, childIds: string[] = []) =>
  product.must(openId, 'attendance.enrol', { requestId: requestId(), shiftId, childIds, whenFull: 'wait' });

async function serve(openId: string): Promise<string> {
  const shiftId = await openShift(product);
  const visit = () => ({ requestId: requestId(), shiftId, evidence: at(0) });
  await product.must(openId, 'attendance.checkIn', visit());
  product.cloud.clock.advance(HOUR_MS);
  await product.must(openId, 'attendance.checkOut', visit());
  return shiftId;
}

async function cityFigures(): Promise<(number | null)[]> {
  await product.fold();
  const { division } = await product.must(CITY_OFFICE, 'statistics.getBoard', {
    divisionCode: null,
    day: null,
  });
  return [division.registered.value, division.activeYear.value, division.serviceHours.value];
}

test('[RG10] who leaves is nobody any more, and what was served stays counted', async () => {
  const openId = await volunteer();
  const id = product.volunteerIdOf(openId);
  const { idNumber } = registration(people);
  // Registered yesterday: who registered today counts for today.
  const yesterday = new Date(product.cloud.clock.now() - DAY_MS + 8 * HOUR_MS).toISOString().slice(0, 10);
  await tamper(product, 'volunteers', id, { registeredDay: yesterday, 'residences.0.fromDay': yesterday });
  const shiftId = await serve(openId);
  const [registered, active, minutes] = await cityFigures();
  expect(await leave(openId)).toMatchObject({ value: { outcome: 'left' } });
  expect(await cityFigures()).toEqual([(registered ?? 0) - 1, (active ?? 0) - 1, minutes]);
  const left = stored('volunteers', id);
  expect(left).toMatchObject({ status: 'cancelled', name: '', idNumberBox: '', phoneBox: '', phoneHash: '' });
  expect(left).toMatchObject({ maskedPhone: '', isPhoneVerified: false, birthDay: '1960-01-01' });
  expect(stored('accounts', openId)).toBeUndefined();
  expect(product.documents('identities').filter(({ volunteerId }) => volunteerId === id)).toEqual([]);
  expect(stored('attendances', `${shiftId}:${id}`)).toMatchObject({ state: 'confirmed' });
  expect(product.fingerprint()).not.toContain(idNumber);
  expect(await product.must(openId, 'volunteer.getMe', {})).toMatchObject({ volunteer: null });
});

test('[RG10] the same request leaves once; the one that registered them registers nobody', async () => {
  people += 1;
  const openId = `leaver-${String(people)}`;
  const input = registration(people);
  await product.must(openId, 'volunteer.register', input);
  const id = requestId();
  expect(await leave(openId, id)).toMatchObject({ value: { outcome: 'left' } });
  const before = product.fingerprint();
  expect(await leave(openId, id)).toMatchObject({ value: { outcome: 'already' } });
  expect(await leave(openId)).toMatchObject({ code: 'actor.registrationRequired' });
  expect(await product.call(openId, 'volunteer.register', input)).toMatchObject({
    code: 'volunteer.inactive',
  });
  expect(product.fingerprint()).toBe(before);
});

test('[RG10] the same person registers anew as somebody new, with no hours', async () => {
  const openId = await volunteer();
  const first = product.volunteerIdOf(openId);
  await serve(openId);
  await leave(openId);
  const again = { ...registration(people, '罗尔伍'), requestId: requestId() };
  expect(await product.must(openId, 'volunteer.register', again)).toMatchObject({ outcome: 'registered' });
  const second = product.volunteerIdOf(openId);
  expect(second).not.toBe(first);
  expect(await product.must(openId, 'volunteer.getMe', {})).toMatchObject({ recordCount: 0 });
  expect(stored('volunteers', first)).toMatchObject({ status: 'cancelled' });
});

test('[RG10] seats ahead go to the line, places in it are given up', async () => {
  const [leaver, next, last] = [await volunteer(), await volunteer(), await volunteer()] as const;
  const [full, other] = [await shiftTomorrow(1), await shiftTomorrow(1)] as const;
  await enrol(leaver, full);
  await enrol(next, full);
  await enrol(last, other);
  await enrol(leaver, other);
  expect(await product.must(leaver, 'volunteer.getLeaving', { childId: null })).toEqual({
    name: '罗尔伍',
    openVisit: null,
    upcomingCount: 2,
    childNames: [],
  });
  const id = product.volunteerIdOf(leaver);
  await leave(leaver);
  const stateOf = (shiftId: string, volunteerId: string) =>
    stored('attendances', `${shiftId}:${volunteerId}`)?.['state'];
  expect(stateOf(full, id)).toBe('enrolmentCancelled');
  expect(stateOf(other, id)).toBe('enrolmentCancelled');
  expect(stateOf(full, product.volunteerIdOf(next))).toBe('enrolled');
  expect(stored('shifts', full)).toMatchObject({ takenCount: 1, waitingCount: 0 });
  expect(stored('shifts', other)).toMatchObject({ takenCount: 1, waitingCount: 0 });
});

test('[RG10] a visit that is open is checked out of first, and its shift is named', async () => {
  const openId = await volunteer();
  const shiftId = await openShift(product);
  await product.must(openId, 'attendance.checkIn', { requestId: requestId(), shiftId, evidence: at(0) });
  const before = product.fingerprint();
  expect(await leave(openId)).toMatchObject({
    code: 'volunteer.visitOpen',
    params: { title: '测试活动：路口值守' },
  });
  expect(product.fingerprint()).toBe(before);
  expect(await product.must(openId, 'volunteer.getLeaving', { childId: null })).toMatchObject({
    openVisit: { shiftId },
  });
});

test('[RG10][GU3] a guardian’s consents end, and what the children were enrolled in', async () => {
  const openId = await volunteer();
  const { childId } = await product.must(openId, 'guardian.addChild', childInput(product, people, 8, '小穗'));
  const shiftId = await shiftTomorrow(5);
  await enrol(openId, shiftId, [childId]);
  expect(await product.must(openId, 'volunteer.getLeaving', { childId: null })).toMatchObject({
    childNames: ['小穗'],
  });
  await leave(openId);
  expect(stored('guardianships', childId)).toMatchObject({ isInForce: false });
  expect(stored('volunteers', childId)).toMatchObject({ status: 'active', name: '小穗' });
  expect(stored('attendances', `${shiftId}:${childId}`)).toMatchObject({ state: 'enrolmentCancelled' });
  expect(stored('shifts', shiftId)).toMatchObject({ takenCount: 0 });
});

test('[RG10][CO4] a guardian takes a child under 14 out, and nobody else’s', async () => {
  const [openId, other] = [await volunteer(), await volunteer()] as const;
  const input = childInput(product, people, 7, '小麦');
  const { childId } = await product.must(openId, 'guardian.addChild', input);
  const shiftId = await shiftTomorrow(5);
  await enrol(openId, shiftId, [childId]);
  const out = (account: string) =>
    product.call(account, 'volunteer.leave', { requestId: requestId(), childId });
  expect(await out(other)).toMatchObject({ code: 'child.notYours' });
  expect(await product.must(openId, 'volunteer.getLeaving', { childId })).toMatchObject({
    ...{ name: '小麦', upcomingCount: 1 },
  });
  expect(await out(openId)).toMatchObject({ value: { outcome: 'left' } });
  expect(stored('volunteers', childId)).toMatchObject({ status: 'cancelled', name: '' });
  expect(stored('guardianships', childId)).toMatchObject({ isInForce: false });
  expect(stored('shifts', shiftId)).toMatchObject({ takenCount: 1 });
  expect(stored('volunteers', product.volunteerIdOf(openId))).toMatchObject({ status: 'active' });
  expect(await product.must(openId, 'guardian.listChildren', {})).toEqual({ children: [] });
  expect(await product.call(openId, 'guardian.addChild', input)).toMatchObject({ code: 'child.mismatch' });
  const again = { ...input, requestId: requestId() };
  expect(await product.must(openId, 'guardian.addChild', again)).toMatchObject({ outcome: 'added' });
});

test('[RG10][GU3] a youth who leaves is nobody’s ward any more', async () => {
  people += 1;
  const input = youthRegistration(product, people, 16);
  const openId = `youth-${String(people)}`;
  await product.must(openId, 'volunteer.register', input);
  const youthId = product.volunteerIdOf(openId);
  const guardian = await volunteer();
  await product.must(guardian, 'guardian.addChild', {
    ...childInput(product, people, 16, '少年'),
    idNumber: input.idNumber,
  });
  await leave(openId);
  expect(stored('guardianships', youthId)).toMatchObject({ isInForce: false });
  expect(await product.must(guardian, 'guardian.listChildren', {})).toEqual({ children: [] });
});

test('[RG10] every phone that found the record is let go, and the record is claimed no more', async () => {
  const openId = await volunteer('卓玛措');
  const person = registration(people, '卓玛措');
  const claim = async (account: string) => {
    const proof = await claimInput(product, person, `131${String(people).padStart(8, '0')}`);
    return product.call(account, 'volunteer.claim', proof);
  };
  expect(await claim(`${openId}-second`)).toMatchObject({ value: { outcome: 'claimed' } });
  await leave(openId);
  for (const account of [openId, `${openId}-second`]) expect(stored('accounts', account)).toBeUndefined();
  expect(await claim(`${openId}-third`)).toMatchObject({ code: 'volunteer.claimMismatch' });
});

test('[RG10] a certificate that was issued before stays verifiable', async () => {
  const openId = await volunteer();
  await serve(openId);
  const records = await recordsOfOneIssuer(product, openId);
  const issued = await product.must(openId, 'certificate.issue', issueInput(records.slice(0, 1)));
  const { certificateId } = issued.certificate;
  const view = await product.must(openId, 'certificate.get', { certificateId });
  const typed = typedOf(view);
  const before = await product.must('', 'certificate.getVerification', typed);
  expect(await leave(openId)).toMatchObject({ value: { outcome: 'left' } });
  expect(await product.must('', 'certificate.getVerification', typed)).toEqual(before);
});

test('[RG10] ten phones leaving at once leave once', async () => {
  const openId = await volunteer();
  const id = product.volunteerIdOf(openId);
  const answers = await Promise.all(Array.from({ length: 10 }, () => leave(openId)));
  expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
  const entries = product
    .documents('personLedger')
    .filter(({ volunteerId, deed }) => deed === 'left' && volunteerId === id);
  expect(entries).toHaveLength(1);
});

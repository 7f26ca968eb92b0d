import { HOUR_MS, yearOf } from '@domain/time/civil-day';
import { issueInput, recordsOfOneIssuer, typedOf } from '../../tests/kit/certificates';
import { COUNTY_OFFICE, register } from '../../tests/kit/merging';
import { idNumberOf, registration, requestId, TestProduct } from '../../tests/kit/product';
import { at, CITY_OFFICE, openShift } from '../../tests/kit/shifts';
import { TODAY } from '../../tests/kit/today';

let product: TestProduct;
beforeAll(async () => {
  product = await TestProduct.start();
});
afterAll(() => product.stop());

let people = 300;
async function volunteer(name = '泽仁错'): Promise<string> {
  people += 1;
  return register(product, `wrong-${String(people)}`, people, name);
}
const ask = (openId: string, wishes: { name?: string | null; idNumber?: string | null; reason?: string }) =>
  product.call(COUNTY_OFFICE, 'person.requestIdentityChange', {
    ...{ requestId: requestId(), volunteerId: product.volunteerIdOf(openId), name: null, idNumber: null },
    ...{ reason: '录入时写错了字', evidence: '核对身份证原件' },
    ...wishes,
  });
async function askedFor(openId: string, wishes: Parameters<typeof ask>[1]): Promise<string> {
  const answer = await ask(openId, wishes);
  if (!answer.ok) throw new Error(answer.code);
  return answer.value.request.personRequestId;
}
const decide = (personRequestId: string, openId = CITY_OFFICE) =>
  product.call(openId, 'person.decideRequest', {
    ...{ requestId: requestId(), personRequestId, isApproved: true, reason: '' },
  });

test('[NC1][NC3] a name is put right by two offices, everywhere it is kept', async () => {
  const openId = await volunteer();
  const id = await askedFor(openId, { name: '泽仁措' });
  expect((await product.must(openId, 'volunteer.getMe', {})).volunteer?.name).toBe('泽仁错');
  const open = { isOpen: true, cursor: null };
  const own = await product.must(COUNTY_OFFICE, 'person.listRequests', open);
  expect(own.requests[0]).toMatchObject({ isOwn: true, newName: null });
  const looks = product.documents('accessLog').length;
  const asked = await product.must(CITY_OFFICE, 'person.listRequests', open);
  expect(asked.requests[0]).toMatchObject({ newName: '泽仁措', newMaskedIdNumber: null });
  expect(product.documents('accessLog')).toHaveLength(looks + 1);
  expect(await decide(id, COUNTY_OFFICE)).toMatchObject({ code: 'person.ownRequest' });
  expect(await decide(id)).toMatchObject({ value: { request: { state: 'done' } } });
  expect((await product.must(openId, 'volunteer.getMe', {})).volunteer?.name).toBe('泽仁措');
  const { requests } = await product.must(CITY_OFFICE, 'person.listRequests', {
    isOpen: false,
    cursor: null,
  });
  expect(requests[0]).toMatchObject({ changesName: true, changesIdNumber: false, state: 'done' });
  expect(JSON.stringify(product.documents('personRequests'))).not.toMatch(/泽仁错|泽仁措/);
  const { deeds } = await product.must(openId, 'volunteer.getMyData', {});
  expect(deeds[0]).toMatchObject({ deed: 'identityChanged' });
});

test('[NC2] the number changes hands with its hash: the old one is free, the new one taken', async () => {
  const openId = await volunteer();
  const old = registration(people).idNumber;
  const idNumber = idNumberOf(people + 500, '19910203');
  expect(await decide(await askedFor(openId, { idNumber }))).toMatchObject({ ok: true });
  const { birthDay } = await product.must(openId, 'volunteer.getMyData', {});
  expect(birthDay).toBe('1991-02-03');
  const owner = { ...registration(people + 600, '号码的主人'), idNumber: old };
  expect(await product.call('owner', 'volunteer.register', owner)).toMatchObject({ ok: true });
  expect(
    await product.call('third', 'volunteer.register', { ...registration(people + 601), idNumber }),
  ).toMatchObject({ code: 'volunteer.duplicatePerson' });
});

test('[NC2] a number that somebody has leads to merging, also when it is taken meanwhile', async () => {
  const [openId, holder] = [await volunteer(), await volunteer()];
  const idNumber = registration(people).idNumber;
  const { volunteer: known } = await product.must(holder, 'volunteer.getMe', {});
  expect(await ask(openId, { idNumber })).toMatchObject({
    ...{ code: 'person.idNumberTaken', params: { volunteerNumber: known?.volunteerNumber } },
  });
  const free = idNumberOf(people + 700);
  const id = await askedFor(openId, { idNumber: free });
  const taken = { ...registration(people + 701), idNumber: free };
  await product.must('meanwhile', 'volunteer.register', taken);
  expect(await decide(id)).toMatchObject({ code: 'person.idNumberTaken' });
});

test('[NC1] what is not asked for: nothing, a faulty number, a child alone', async () => {
  const openId = await volunteer();
  expect(await ask(openId, {})).toMatchObject({ code: 'person.nothingChanges' });
  expect(await ask(openId, { name: '泽仁错' })).toMatchObject({ code: 'person.nothingChanges' });
  expect(await ask(openId, { idNumber: '123' })).toMatchObject({ code: 'volunteer.idNumberInvalid' });
  const year = Number(yearOf(TODAY)) - 8;
  expect(await ask(openId, { idNumber: idNumberOf(5, `${String(year)}0101`) })).toMatchObject({
    code: 'volunteer.tooYoung',
  });
  expect(await ask(openId, { name: '泽仁措', reason: '' })).toMatchObject({
    code: 'person.explanationMissing',
  });
});

test('[NC4] a certificate keeps the name it was issued under and stays valid', async () => {
  const openId = await volunteer();
  const shiftId = await openShift(product);
  const visit = () => ({ requestId: requestId(), shiftId, evidence: at(0) });
  await product.must(openId, 'attendance.checkIn', visit());
  product.cloud.clock.advance(HOUR_MS);
  await product.must(openId, 'attendance.checkOut', visit());
  const records = await recordsOfOneIssuer(product, openId);
  const wishes = { showsFullName: true };
  const { certificate } = await product.must(openId, 'certificate.issue', issueInput(records, wishes));
  await decide(await askedFor(openId, { name: '泽仁措' }));
  const { certificateId } = certificate;
  const view = await product.must(openId, 'certificate.get', { certificateId });
  expect(view).toMatchObject({ name: '泽仁错', state: 'valid' });
  const verified = await product.must('', 'certificate.getVerification', typedOf(view));
  expect(verified).toMatchObject({ state: 'valid' });
});

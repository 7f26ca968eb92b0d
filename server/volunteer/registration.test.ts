import { CONSENT_VERSION } from '@contract/volunteer.contract';
import { phoneCodeOf } from '../../tests/kit/phone-code';
import { idNumberOf, registration, requestId, TestProduct } from '../../tests/kit/product';

let product: TestProduct;
beforeAll(async () => {
  product = await TestProduct.start();
});
afterAll(() => product.stop());

test('[RG1] registering once makes one volunteer; the same request again is the same success', async () => {
  const input = registration(1);
  const before = product.documents('volunteers').length;
  const first = await product.must('reg-1', 'volunteer.register', input);
  const again = await product.must('reg-1', 'volunteer.register', input);
  expect([first.outcome, again.outcome]).toEqual(['registered', 'already']);
  expect(again.volunteer).toEqual(first.volunteer);
  expect(product.documents('volunteers')).toHaveLength(before + 1);
  const me = await product.must('reg-1', 'volunteer.getMe', {});
  expect(me).toMatchObject({ isSignedIn: true, volunteer: { name: '测试者', maskedPhone: '131****0001' } });
});

test('[RG2] id number and phone are nowhere readable in the database or in an answer', async () => {
  const input = registration(2);
  const answer = await product.must('reg-2', 'volunteer.register', input);
  const secrets = [input.idNumber, '13100000002'];
  for (const text of [product.fingerprint(), JSON.stringify(answer)]) {
    for (const secret of secrets) expect(text).not.toContain(secret);
  }
});

test('[RG1] twenty phones racing with one id number: one registers, all others are told', async () => {
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_none, index) =>
      product.call(`race-${String(index)}`, 'volunteer.register', {
        ...registration(3),
        requestId: requestId(),
      }),
    ),
  );
  expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
  const refused = answers.filter((answer) => !answer.ok && answer.code === 'volunteer.duplicatePerson');
  expect(refused).toHaveLength(19);
});

test('[RG3] a duplicate person can claim the record by the phone on record, and only by it', async () => {
  const input = registration(4, '王认领');
  const { volunteer } = await product.must('reg-4', 'volunteer.register', input);
  const refused = await product.call('reg-4-new-phone', 'volunteer.register', {
    ...input,
    requestId: requestId(),
  });
  expect(refused).toMatchObject({ ok: false, code: 'volunteer.duplicatePerson' });
  const claim = (openId: string, code: string, name = '王认领') =>
    product.call(openId, 'volunteer.claim', {
      ...{ requestId: requestId(), name, idNumber: input.idNumber, phoneCode: code },
      consentVersion: CONSENT_VERSION,
    });
  const own = '13100000004';
  expect(await claim('thief', await phoneCodeOf(product, '13100009999'))).toMatchObject({
    code: 'volunteer.claimMismatch',
  });
  expect(await claim('thief', await phoneCodeOf(product, own), '别的人')).toMatchObject({
    code: 'volunteer.claimMismatch',
  });
  expect(await claim('thief', 'made-up')).toMatchObject({ code: 'volunteer.phoneCodeInvalid' });
  const code = await phoneCodeOf(product, own);
  expect(await claim('reg-4-new-phone', code)).toMatchObject({ ok: true, value: { outcome: 'claimed' } });
  expect(await claim('another', code)).toMatchObject({ code: 'volunteer.phoneCodeInvalid' });
  const me = await product.must('reg-4-new-phone', 'volunteer.getMe', {});
  expect(me.volunteer?.volunteerId).toBe(volunteer.volunteerId);
});

test('[RG4] a registered account cannot register a second person', async () => {
  await product.must('reg-5', 'volunteer.register', registration(5));
  const second = await product.call('reg-5', 'volunteer.register', registration(6));
  expect(second).toMatchObject({ code: 'volunteer.accountTaken' });
});

test('[RG5][RG6] wrong number, child, unknown community, used phone code: nothing written', async () => {
  const before = product.fingerprint();
  const send = (change: object) =>
    product.call('reg-7', 'volunteer.register', { ...registration(7), ...change, requestId: requestId() });
  const good = idNumberOf(7);
  const wrong = good.slice(0, 17) + (good.endsWith('0') ? '1' : '0');
  expect(await send({ idNumber: wrong })).toMatchObject({
    code: 'volunteer.idNumberInvalid',
    params: { fault: 'checkCharacter' },
  });
  expect(await send({ idNumber: idNumberOf(7, '20200101') })).toMatchObject({ code: 'volunteer.tooYoung' });
  expect(await send({ communityCode: '513201999999' })).toMatchObject({ code: 'division.notFound' });
  expect(await send({ phone: { kind: 'wechat', code: 'nonsense' } })).toMatchObject({
    code: 'volunteer.phoneCodeInvalid',
  });
  expect(await send({ name: 'x'.repeat(40) })).toMatchObject({
    code: 'request.malformed',
    params: { path: 'name' },
  });
  expect(await send({ consentVersion: '2020-01' })).toMatchObject({ code: 'request.malformed' });
  expect(product.fingerprint()).toBe(before);
});

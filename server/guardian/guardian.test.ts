import type { InputOf } from '@contract/procedures';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '@domain/time/civil-day';
import { birthDayOf, childInput, youthRegistration } from '../../tests/kit/children';
import { COMMUNITY, registration, requestId, TestProduct } from '../../tests/kit/product';
import { activityInput, at, openShift, ORGANISER } from '../../tests/kit/shifts';
import { tamper } from '../../tests/kit/tamper';

let product: TestProduct;
beforeAll(async () => {
  product = await TestProduct.start();
});
afterAll(() => product.stop());
afterEach(() => product.standAt());

let people = 700;
async function volunteer(): Promise<string> {
  people += 1;
  const openId = `guardian-${String(people)}`;
  await product.must(openId, 'volunteer.register', registration(people));
  return openId;
}
async function withChild(years = 9): Promise<{ openId: string; childId: string }> {
  const adding = volunteer();
  const number = people;
  const openId = await adding;
  const { childId } = await product.must(openId, 'guardian.addChild', childInput(product, number, years));
  return { openId, childId };
}
async function youth(years: number): Promise<string> {
  people += 1;
  const openId = `youth-${String(people)}`;
  await product.must(openId, 'volunteer.register', youthRegistration(product, people, years));
  return openId;
}
const shiftTomorrow = (capacity: number) => openShift(product, { capacity, startsInMs: DAY_MS });
const enrol = (
  openId: string,
  shiftId: string,
  childIds: string[] = [],
  whenFull: 'wait' | 'refuse' = 'refuse',
) => product.call(openId, 'attendance.enrol', { requestId: requestId(), shiftId, childIds, whenFull });
const stored = (collection: string, id: string) =>
  product.documents(collection).find((document) => document['_id'] === id);
const shiftOf = (shiftId: string) => stored('shifts', shiftId);
const stateOf = (shiftId: string, childId: string) =>
  stored('attendances', `${shiftId}:${childId}`)?.['state'];

test('[GU1] a child’s profile is a registered volunteer of the guardian’s community, once', async () => {
  const openId = await volunteer();
  const input = childInput(product, people, 9);
  const before = product.documents('volunteers').length;
  const first = await product.must(openId, 'guardian.addChild', input);
  const again = await product.must(openId, 'guardian.addChild', input);
  expect([first.outcome, again.outcome]).toEqual(['added', 'already']);
  expect(product.documents('volunteers')).toHaveLength(before + 1);
  const child = stored('volunteers', first.childId);
  expect(child).toMatchObject({
    status: 'active',
    channel: 'guardian',
    maskedPhone: '131****0' + String(people),
  });
  expect(JSON.stringify(child?.['residences'])).toContain(COMMUNITY);
  expect(stored('dirtyVolunteers', first.childId)).toBeDefined();
  expect(product.fingerprint()).not.toContain(input.idNumber);
  const { children } = await product.must(openId, 'guardian.listChildren', {});
  expect(children).toMatchObject([
    {
      volunteerId: first.childId,
      name: '小小',
      age: 9,
      relation: 'parent',
      isAccompanied: true,
      totalMinutes: 0,
    },
  ]);
  const other = await volunteer();
  const taken = { ...input, requestId: requestId() };
  expect(await product.call(other, 'guardian.addChild', taken)).toMatchObject({ code: 'child.hasGuardian' });
  const renamed = { ...taken, name: '别人' };
  expect(await product.call(other, 'guardian.addChild', renamed)).toMatchObject({ code: 'child.mismatch' });
});

test('[GU4] who cannot be added, and by whom', async () => {
  const openId = await volunteer();
  const add = (input: InputOf<'guardian.addChild'>, by = openId) =>
    product.call(by, 'guardian.addChild', input);
  expect(await add(childInput(product, people, 18))).toMatchObject({ code: 'child.adult' });
  expect(await add({ ...childInput(product, 1, 9), idNumber: '1' })).toMatchObject({
    code: 'volunteer.idNumberInvalid',
    params: { fault: 'length' },
  });
  expect(await add(childInput(product, people, 15))).toMatchObject({ code: 'child.mismatch' });
  expect(await add(childInput(product, people, 9), await youth(16))).toMatchObject({
    code: 'child.guardianTooYoung',
  });
  for (let number = 0; number < 10; number += 1) await add(childInput(product, 900 + number, 8));
  expect(await add(childInput(product, 911, 8))).toMatchObject({
    code: 'child.tooMany',
    params: { maximum: 10 },
  });
  const racing = await Promise.all(
    Array.from({ length: 6 }, async () => add(childInput(product, 920, 7), await volunteer())),
  );
  expect(racing.filter((answer) => answer.ok)).toHaveLength(1);
});

test('[AT13.4] guardian and child are enrolled, wait and leave together or not at all', async () => {
  const { openId, childId } = await withChild();
  const shiftId = await shiftTomorrow(2);
  const one = await volunteer();
  await enrol(one, shiftId);
  expect(await enrol(openId, shiftId, [childId])).toMatchObject({
    code: 'enrolment.full',
    params: { wanted: 2, capacity: 2 },
  });
  expect(shiftOf(shiftId)).toMatchObject({ takenCount: 1 });
  expect(stateOf(shiftId, childId)).toBeUndefined();
  expect(await enrol(openId, shiftId, [childId], 'wait')).toMatchObject({ value: { outcome: 'waiting' } });
  expect(shiftOf(shiftId)).toMatchObject({ takenCount: 1, waitingCount: 2 });
  await product.must(one, 'attendance.cancelEnrolment', { requestId: requestId(), shiftId });
  expect(shiftOf(shiftId)).toMatchObject({ takenCount: 2, waitingCount: 0 });
  const { brought } = await product.must(openId, 'activity.getShift', { shiftId });
  expect(brought).toEqual([{ volunteerId: childId, name: '小小', state: 'enrolled' }]);
  const group = { shiftId, group: 'enrolled', cursor: null } as const;
  const { people: listed } = await product.must(ORGANISER, 'attendance.listEnrolments', group);
  expect(listed.filter(({ isChild }) => isChild)).toMatchObject([{ maskedName: '小*' }]);
  await product.must(openId, 'attendance.cancelEnrolment', { requestId: requestId(), shiftId });
  expect(stateOf(shiftId, childId)).toBe('enrolmentCancelled');
  expect(shiftOf(shiftId)).toMatchObject({ takenCount: 0 });
});

test('[AT13.4] only a child stays at home; somebody else’s child is nobody’s to bring', async () => {
  const { openId, childId } = await withChild();
  const shiftId = await shiftTomorrow(5);
  await enrol(openId, shiftId, [childId]);
  await product.must(openId, 'attendance.cancelEnrolment', {
    requestId: requestId(),
    shiftId,
    childIds: [childId],
  });
  expect(shiftOf(shiftId)).toMatchObject({ takenCount: 1 });
  expect(stateOf(shiftId, childId)).toBe('enrolmentCancelled');
  expect(await enrol(await volunteer(), shiftId, [childId])).toMatchObject({ code: 'child.notYours' });
  const evidence = at(0);
  const visit = { requestId: requestId(), shiftId, evidence, childIds: [childId] };
  expect(await product.call(await volunteer(), 'attendance.checkIn', visit)).toMatchObject({
    code: 'child.notYours',
  });
});

test('[AT13.8] the guardian’s scan checks the child in and out; the minutes are assisted', async () => {
  const { openId, childId } = await withChild();
  const shiftId = await openShift(product, { capacity: 4, startsInMs: 10 * MINUTE_MS });
  await enrol(openId, shiftId, [childId]);
  const visit = (name: 'attendance.checkIn' | 'attendance.checkOut') =>
    product.must(openId, name, { requestId: requestId(), shiftId, evidence: at(0), childIds: [childId] });
  product.standAt(10 * MINUTE_MS);
  expect((await visit('attendance.checkIn')).outcome).toBe('checkedIn');
  expect((await visit('attendance.checkIn')).outcome).toBe('already');
  expect(stateOf(shiftId, childId)).toBe('checkedIn');
  product.standAt(70 * MINUTE_MS);
  await visit('attendance.checkOut');
  expect(stored('attendances', `${shiftId}:${childId}`)).toMatchObject({
    state: 'confirmed',
    source: 'assisted',
    creditedMinutes: 60,
  });
  const { children } = await product.must(openId, 'guardian.listChildren', {});
  expect(children).toMatchObject([{ totalMinutes: 60 }]);
  expect(stored('dirtyVolunteers', childId)?.['shiftIds']).toEqual([shiftId]);
  expect(shiftOf(shiftId)).toMatchObject({ takenCount: 2 });
});

test('[AT13.8] a child who comes unannounced is assisted too, and a refusal writes nothing', async () => {
  const { openId, childId } = await withChild();
  const shiftId = await openShift(product, { capacity: 1 });
  const visit = { requestId: requestId(), shiftId, evidence: at(0), childIds: [childId] };
  const before = product.fingerprint();
  expect(await product.call(openId, 'attendance.checkIn', visit)).toMatchObject({ code: 'enrolment.full' });
  expect(product.fingerprint()).toBe(before);
  const wide = await openShift(product, { capacity: 2 });
  await product.must(openId, 'attendance.checkIn', { ...visit, shiftId: wide });
  expect(stored('attendances', `${wide}:${childId}`)).toMatchObject({
    state: 'checkedIn',
    source: 'assisted',
  });
  expect(stored('attendances', `${wide}:${childId}`)?.['enrolment']).toMatchObject({ seatGivenAt: null });
  expect(shiftOf(wide)).toMatchObject({ takenCount: 2 });
});

test('[AT13.5][GU2] from 14 to 17 a consent opens enrolment and the walk-in, until revoked', async () => {
  const openId = await youth(15);
  const number = people;
  const shiftId = await shiftTomorrow(5);
  expect(await enrol(openId, shiftId)).toMatchObject({
    code: 'enrolment.consentMissing',
    params: { age: 15 },
  });
  const now = await openShift(product);
  const walkIn = { requestId: requestId(), shiftId: now, evidence: at(0) };
  expect(await product.call(openId, 'attendance.checkIn', walkIn)).toMatchObject({
    code: 'enrolment.consentMissing',
  });
  const guardian = await volunteer();
  const consent = childInput(product, number, 15, '少年');
  const { childId } = await product.must(guardian, 'guardian.addChild', consent);
  expect(await enrol(openId, shiftId)).toMatchObject({ value: { outcome: 'enrolled' } });
  const ending = { requestId: requestId(), childId };
  expect((await product.must(guardian, 'guardian.endChild', ending)).outcome).toBe('ended');
  expect(stateOf(shiftId, childId)).toBe('enrolmentCancelled');
  expect(await enrol(openId, shiftId)).toMatchObject({ code: 'enrolment.consentMissing' });
  const entries = product.documents('guardianConsents').filter((entry) => entry['childId'] === childId);
  expect(entries.map(({ _id, kind }) => [_id, kind])).toEqual([
    [`${childId}:1`, 'given'],
    [`${childId}:2`, 'revoked'],
  ]);
});

test('[GU3] ending cancels what is ahead; again is the same; another guardian may follow', async () => {
  const { openId, childId } = await withChild();
  const number = people;
  const ahead = await shiftTomorrow(1);
  const waiting = await volunteer();
  expect(await enrol(openId, await shiftTomorrow(3), [childId])).toMatchObject({ ok: true });
  const wide = await shiftTomorrow(2);
  await enrol(openId, wide, [childId]);
  await enrol(waiting, wide, [], 'wait');
  const ending = { requestId: requestId(), childId };
  await product.must(openId, 'guardian.endChild', ending);
  expect((await product.must(openId, 'guardian.endChild', ending)).outcome).toBe('already');
  expect(stateOf(wide, childId)).toBe('enrolmentCancelled');
  expect((await product.must(waiting, 'activity.getShift', { shiftId: wide })).mine?.state).toBe('enrolled');
  expect(stored('volunteers', childId)).toMatchObject({ status: 'active' });
  expect(await product.must(openId, 'guardian.listChildren', {})).toEqual({ children: [] });
  expect(await enrol(openId, ahead, [childId])).toMatchObject({ code: 'child.notYours' });
  const other = await volunteer();
  expect(await product.call(other, 'guardian.endChild', ending)).toMatchObject({ code: 'child.notYours' });
  const next = await product.must(other, 'guardian.addChild', childInput(product, number, 9));
  expect(next).toEqual({ childId, outcome: 'added' });
});

test('[GU3] a consent that ends while the child is being enrolled never leaves a seat behind', async () => {
  const outcomes = await Promise.all(
    Array.from({ length: 6 }, async () => {
      const { openId, childId } = await withChild();
      const shiftId = await shiftTomorrow(4);
      await Promise.all([
        enrol(openId, shiftId, [childId]),
        product.must(openId, 'guardian.endChild', { requestId: requestId(), childId }),
      ]);
      return stateOf(shiftId, childId);
    }),
  );
  expect(outcomes.filter((state) => state === 'enrolled')).toEqual([]);
});

test('[AT13.6] risk is told before; disaster relief takes no minors, guardian or not', async () => {
  const { openId, childId } = await withChild(12);
  const now = product.cloud.clock.now();
  const risk = {
    level: 'emergency' as const,
    dangers: '洪水',
    insurance: '县应急局统一投保',
    training: '救援培训',
  };
  const shifts = [{ startsAt: now - MINUTE_MS, endsAt: now + HOUR_MS, capacity: 9 }];
  const plan = { ...(await activityInput(product)), risk, shifts };
  const { activityId, shiftIds } = await product.must(ORGANISER, 'activity.createActivity', plan);
  const shiftId = shiftIds[0] ?? '';
  expect((await product.must('', 'activity.getActivity', { activityId })).activity.risk).toEqual(risk);
  expect(await enrol(openId, shiftId, [childId])).toMatchObject({
    code: 'enrolment.minorRefused',
    params: { age: 12, minimumAge: 18 },
  });
  expect(shiftOf(shiftId)).toMatchObject({ takenCount: 0 });
  const visit = { requestId: requestId(), shiftId, evidence: at(0), childIds: [childId] };
  expect(await product.call(openId, 'attendance.checkIn', visit)).toMatchObject({
    code: 'enrolment.minorRefused',
  });
  expect(await enrol(openId, shiftId)).toMatchObject({ value: { outcome: 'enrolled' } });
});

test('[AT13.4] under 14 nobody comes alone', async () => {
  const openId = await youth(14);
  const born = birthDayOf(product, 13);
  // Nobody under 14 registers alone, so the rule is reached only behind the product's back.
  const birthDay = `${born.slice(0, 4)}-${born.slice(4, 6)}-${born.slice(6)}`;
  await tamper(product, 'accounts', openId, { birthDay });
  expect(await enrol(openId, await shiftTomorrow(3))).toMatchObject({
    code: 'enrolment.childAlone',
    params: { age: 13, minimumAge: 14 },
  });
});

import { HOUR_MS, MINUTE_MS } from '@domain/time/civil-day';
import { linkOfScene, sceneOf } from '@domain/link/link';
import { youthRegistration } from '../../tests/kit/children';
import { registration, requestId, TestProduct } from '../../tests/kit/product';
import {
  activityInput,
  at,
  CITY_OFFICE,
  CodeScreen,
  openShift,
  ORGANISER,
  PLACE,
  takeUpDuty,
} from '../../tests/kit/shifts';

let product: TestProduct;
beforeAll(async () => {
  product = await TestProduct.start();
});
afterAll(() => product.stop());
afterEach(() => product.standAt());

let people = 0;
async function volunteer(): Promise<string> {
  people += 1;
  const openId = `place-code-${String(people)}`;
  await product.must(openId, 'volunteer.register', registration(people));
  return openId;
}
const advance = (ms: number): void => product.cloud.clock.advance(ms);

/** The code in force at the place of a shift, made when there is none. */
async function sceneAt(shiftId: string): Promise<string> {
  const known = await product.must(ORGANISER, 'attendance.getPlaceCode', { shiftId });
  const change = { requestId: requestId(), shiftId, version: known.version, change: 'issue' as const };
  const { scene } =
    known.scene === null ? await product.must(ORGANISER, 'attendance.changePlaceCode', change) : known;
  if (scene === null) throw new Error('the place has a code');
  return scene;
}

function here(scene: string, meters = 0) {
  const { latitude, longitude, accuracyMeters } = { accuracyMeters: 10, ...PLACE, ...positionOf(meters) };
  return { kind: 'placeCode' as const, scene, latitude, longitude, accuracyMeters };
}
function positionOf(meters: number) {
  const evidence = at(meters);
  return evidence.kind === 'location' ? evidence : PLACE;
}

const idOf = (openId: string): string => product.volunteerIdOf(openId);
const ledgerOf = (openId: string) =>
  product.documents('ledger').filter((entry) => entry['volunteerId'] === idOf(openId));
const visitOf = (openId: string) =>
  product.documents('attendances').find((row) => row['volunteerId'] === idOf(openId));

test('[AT3.2] the code and a passing position check in and out, as the own deed', async () => {
  const openId = await volunteer();
  const shiftId = await openShift(product);
  const scene = await sceneAt(shiftId);
  const input = () => ({ requestId: requestId(), shiftId, evidence: here(scene, 150) });
  const done = await product.must(openId, 'attendance.checkIn', input());
  expect(done).toMatchObject({ outcome: 'checkedIn', attendance: { checkedInBy: 'placeCode' } });
  advance(30 * MINUTE_MS);
  await product.must(openId, 'attendance.checkOut', input());
  expect(visitOf(openId)).toMatchObject({
    source: 'own',
    checkIn: { distanceMeters: 150 },
    state: 'confirmed',
  });
  expect(ledgerOf(openId).map(({ source }) => source)).toEqual(Array(3).fill('placeCode'));
});

test('[AT3.2] the code alone is nothing: outside the fence it says how far', async () => {
  const openId = await volunteer();
  const shiftId = await openShift(product);
  const evidence = here(await sceneAt(shiftId), 420);
  expect(
    await product.call(openId, 'attendance.checkIn', { requestId: requestId(), shiftId, evidence }),
  ).toMatchObject({ code: 'attendance.outsideGeofence', params: { distanceMeters: 420 } });
});

test('[AT3.2] forged, foreign, truncated, replaced and withdrawn codes are refused by name', async () => {
  const openId = await volunteer();
  const shiftId = await openShift(product);
  const scene = await sceneAt(shiftId);
  const link = linkOfScene(scene);
  if (link?.kind !== 'place') throw new Error('a place’s code');
  const send = async (text: string) => {
    const input = { requestId: requestId(), shiftId, evidence: here(text) };
    const answer = await product.call(openId, 'attendance.checkIn', input);
    return answer.ok ? 'ok' : answer.code;
  };
  const forged = sceneOf({ ...link, proof: 'forged0000' });
  const later = sceneOf({ ...link, version: link.version + 1 });
  const foreign = sceneOf({ kind: 'card', id: (await myCard(openId)).id, version: 1, proof: link.proof });
  for (const text of [forged, later, foreign, scene.slice(0, -1), scene.replace('h.', 'k.'), '']) {
    expect(await send(text)).toBe('placeCode.invalid');
  }
  const { version } = await product.must(ORGANISER, 'attendance.getPlaceCode', { shiftId });
  const replace = { requestId: requestId(), shiftId, version, change: 'issue' as const };
  const first = await product.must(ORGANISER, 'attendance.changePlaceCode', replace);
  expect(await product.must(ORGANISER, 'attendance.changePlaceCode', replace)).toEqual(first);
  expect(await send(scene)).toBe('placeCode.withdrawn');
  const withdraw = { ...replace, version: first.version, change: 'withdraw' as const };
  expect(await product.must(ORGANISER, 'attendance.changePlaceCode', withdraw)).toMatchObject({
    scene: null,
  });
  expect(await send(first.scene ?? '')).toBe('placeCode.withdrawn');
  expect(await product.call('', 'attendance.listPlaceShifts', { scene })).toMatchObject({
    code: 'placeCode.withdrawn',
  });
  expect(await send(await sceneAt(shiftId))).toBe('ok');
});

async function myCard(openId: string) {
  const link = linkOfScene((await product.must(openId, 'attendance.getMyCard', {})).scene);
  if (link?.kind !== 'card') throw new Error('a card');
  return link;
}

test('[AT3.2] a code finds the shifts that go on at its place now, and no other place’s', async () => {
  const openId = await volunteer();
  const shiftId = await openShift(product);
  const scene = await sceneAt(shiftId);
  const second = await openShift(product, { hours: 2 });
  const later = await openShift(product, { startsInMs: 5 * HOUR_MS });
  const input = await activityInput(product);
  const { shiftIds } = await product.must(ORGANISER, 'activity.createActivity', {
    ...input,
    place: { ...input.place, latitude: input.place.latitude + 0.05 },
  });
  const [elsewhere = ''] = shiftIds;
  advance(45 * MINUTE_MS);
  const found = await product.must('', 'attendance.listPlaceShifts', { scene });
  const ids = found.shifts.map((shift) => String(shift.shiftId));
  expect([ids.includes(shiftId), ids.includes(second)]).toEqual([true, true]);
  expect([ids.includes(later), ids.includes(elsewhere)]).toEqual([false, false]);
  expect(
    await product.call(openId, 'attendance.checkIn', {
      requestId: requestId(),
      shiftId: elsewhere,
      evidence: here(scene),
    }),
  ).toMatchObject({ code: 'placeCode.elsewhere' });
});

test('[AT3.2] without a position it waits: no presence until the organiser confirms, once', async () => {
  const openId = await volunteer();
  const shiftId = await openShift(product, { capacity: 3 });
  const scene = await sceneAt(shiftId);
  const ask = (deed: 'checkIn' | 'checkOut') =>
    product.call(openId, 'attendance.requestConfirmation', { requestId: requestId(), shiftId, deed, scene });
  expect(await ask('checkOut')).toMatchObject({ code: 'attendance.notCheckedIn' });
  const asked = await ask('checkIn');
  advance(2 * MINUTE_MS);
  expect(await ask('checkIn')).toEqual(asked);
  expect(visitOf(openId)).toBeUndefined();
  const { waiting } = await product.must(ORGANISER, 'attendance.listConfirmations', { shiftId });
  expect(waiting).toMatchObject([{ maskedName: '测**', deed: 'checkIn' }]);
  const answer = (deed: 'checkIn' | 'checkOut', isHere = true, by = ORGANISER) =>
    product.call(by, 'attendance.answerConfirmation', {
      ...{ requestId: requestId(), shiftId, deed, isHere },
      volunteerId: idOf(openId),
    });
  expect(await answer('checkIn', true, openId)).toMatchObject({ code: 'actor.forbidden' });
  expect(await answer('checkOut')).toMatchObject({ code: 'confirmation.notFound' });
  const confirmedAt = product.cloud.clock.now();
  await takeUpDuty(product, CITY_OFFICE, shiftId);
  const both = await Promise.all([answer('checkIn'), answer('checkIn', true, CITY_OFFICE)]);
  expect(both).toMatchObject([{ value: { state: 'confirmed' } }, { value: { state: 'confirmed' } }]);
  expect(ledgerOf(openId)).toHaveLength(1);
  expect(Number(ledgerOf(openId)[0]?.['at'])).toBeGreaterThanOrEqual(confirmedAt);

  advance(30 * MINUTE_MS);
  expect(await ask('checkOut')).toMatchObject({ value: { outcome: 'waiting' } });
  advance(40 * MINUTE_MS);
  await answer('checkOut');
  expect(visitOf(openId)).toMatchObject({ source: 'assisted', state: 'confirmed', creditedMinutes: 30 });
  const { takenCount } = (await product.must(openId, 'activity.getShift', { shiftId })).shift;
  expect(takenCount).toBe(1);
});

test('[AT3.2][AT8] a confirmed check-out is credited as the union, as of when it was asked for', async () => {
  const openId = await volunteer();
  const [first, second] = [await openShift(product), await openShift(product)];
  const scene = await sceneAt(first);
  const visit = (shiftId: string) => ({ requestId: requestId(), shiftId, evidence: here(scene) });
  for (const shiftId of [first, second]) await product.must(openId, 'attendance.checkIn', visit(shiftId));
  advance(50 * MINUTE_MS);
  const deed = { shiftId: second, deed: 'checkOut' as const };
  await product.must(openId, 'attendance.requestConfirmation', { ...deed, requestId: requestId(), scene });
  advance(10 * MINUTE_MS);
  await product.must(openId, 'attendance.checkOut', visit(first));
  await product.must(ORGANISER, 'attendance.answerConfirmation', {
    ...{ ...deed, requestId: requestId(), isHere: true },
    volunteerId: idOf(openId),
  });
  const { records } = await product.must(openId, 'attendance.listMyRecords', { cursor: null });
  const minutesOf = (shiftId: string) =>
    records.find((record) => record.shiftId === shiftId)?.creditedMinutes;
  expect([minutesOf(first), minutesOf(second)]).toEqual([60, 0]);
});

test('[AT3.2][AT13.5] a minor without consent is told when asking, not left waiting', async () => {
  people += 1;
  const openId = `place-code-youth-${String(people)}`;
  await product.must(openId, 'volunteer.register', youthRegistration(product, people, 15));
  const shiftId = await openShift(product);
  const scene = await sceneAt(shiftId);
  const request = { shiftId, requestId: requestId(), deed: 'checkIn' as const, scene };
  expect(await product.call(openId, 'attendance.requestConfirmation', request)).toMatchObject({
    code: 'enrolment.consentMissing',
  });
});

test('[AT3.2] who is declined may ask again; an own scan meanwhile is the visit', async () => {
  const openId = await volunteer();
  const shiftId = await openShift(product);
  const scene = await sceneAt(shiftId);
  const request = { shiftId, deed: 'checkIn' as const };
  const ask = () =>
    product.must(openId, 'attendance.requestConfirmation', { ...request, requestId: requestId(), scene });
  const answer = (isHere: boolean) =>
    product.must(ORGANISER, 'attendance.answerConfirmation', {
      ...{ ...request, requestId: requestId(), isHere },
      volunteerId: idOf(openId),
    });
  await ask();
  expect(await answer(false)).toEqual({ state: 'declined' });
  expect(visitOf(openId)).toBeUndefined();
  expect(await product.must(openId, 'attendance.getConfirmation', request)).toMatchObject({
    state: 'declined',
  });
  await ask();
  const evidence = (await CodeScreen.of(product, shiftId)).code();
  await product.must(openId, 'attendance.checkIn', { requestId: requestId(), shiftId, evidence });
  expect(await answer(true)).toEqual({ state: 'confirmed' });
  expect(visitOf(openId)).toMatchObject({ source: 'own', checkIn: { method: 'rotatingCode' }, seq: 1 });
});

test('[AT3.2] a code is made, seen and withdrawn only by who runs the shift', async () => {
  const openId = await volunteer();
  const shiftId = await openShift(product);
  const change = { requestId: requestId(), shiftId, version: 0, change: 'issue' as const };
  for (const answer of [
    await product.call(openId, 'attendance.getPlaceCode', { shiftId }),
    await product.call(openId, 'attendance.changePlaceCode', change),
    await product.call(openId, 'attendance.listConfirmations', { shiftId }),
  ]) {
    expect(answer).toMatchObject({ code: 'actor.forbidden' });
  }
});

import type { HelpedInput } from '@contract/assist.contract';
import { linkOfScene } from '@domain/link/link';
import { HOUR_MS, MINUTE_MS } from '@domain/time/civil-day';
import { youthRegistration } from '../../tests/kit/children';
import { registration, requestId, TestProduct } from '../../tests/kit/product';
import { activityInput, at, CITY_OFFICE, openShift, ORGANISER, takeUpDuty } from '../../tests/kit/shifts';

let product: TestProduct;
beforeAll(async () => {
  product = await TestProduct.start();
});
afterAll(() => product.stop());
afterEach(() => product.standAt());

let people = 0;
async function volunteer(): Promise<string> {
  people += 1;
  const openId = `assist-${String(people)}`;
  await product.must(openId, 'volunteer.register', registration(people));
  return openId;
}
async function youth(years: number): Promise<string> {
  people += 1;
  const openId = `assist-youth-${String(people)}`;
  await product.must(openId, 'volunteer.register', youthRegistration(product, people, years));
  return openId;
}
const volunteers = (count: number) => Promise.all(Array.from({ length: count }, volunteer));
const advance = (ms: number): void => product.cloud.clock.advance(ms);

const idOf = (openId: string): string => product.volunteerIdOf(openId);
const visitOf = (openId: string) =>
  product.documents('attendances').find((row) => row['volunteerId'] === idOf(openId));

async function cardOf(openId: string): Promise<HelpedInput> {
  const link = linkOfScene((await product.must(openId, 'attendance.getMyCard', {})).scene);
  if (link?.kind !== 'card') throw new Error('a card');
  return { volunteerId: link.id, card: { version: link.version, proof: link.proof } };
}
const listed = (openId: string): HelpedInput => ({ volunteerId: idOf(openId), card: null });

interface Wishes {
  readonly deed?: 'checkIn' | 'checkOut';
  readonly headCount?: number | null;
  readonly by?: string;
  readonly requestId?: string;
}
function assist(shiftId: string, helped: readonly HelpedInput[], wishes: Wishes = {}) {
  const { deed = 'checkIn', headCount = null, by = ORGANISER } = wishes;
  const input = { requestId: wishes.requestId ?? requestId(), shiftId, deed, people: [...helped], headCount };
  return product.call(by, 'attendance.assist', input);
}
const enrol = (openId: string, shiftId: string) =>
  product.must(openId, 'attendance.enrol', { requestId: requestId(), shiftId });
const refusalOf = async (answer: ReturnType<typeof assist>): Promise<string | undefined> => {
  const found = await answer;
  return found.ok ? found.value.people[0]?.refusal?.code : found.code;
};

test('[AT3.4] a scanned card checks in and out, enrolled or not, and the record is assisted', async () => {
  const openId = await volunteer();
  const shiftId = await openShift(product, { capacity: 2 });
  const card = await cardOf(openId);
  expect(await assist(shiftId, [card])).toMatchObject({
    value: { people: [{ maskedName: '测**', outcome: 'done', refusal: null }] },
  });
  advance(40 * MINUTE_MS);
  expect(await assist(shiftId, [card])).toMatchObject({ value: { people: [{ outcome: 'already' }] } });
  expect(await assist(shiftId, [card], { deed: 'checkOut' })).toMatchObject({
    value: { people: [{ outcome: 'done', creditedMinutes: 40 }] },
  });
  expect(visitOf(openId)).toMatchObject({ source: 'assisted', state: 'confirmed' });
  const moves = product.documents('ledger').filter((entry) => entry['volunteerId'] === idOf(openId));
  expect(moves.map(({ actor, source }) => [actor, source])).toEqual(Array(3).fill([ORGANISER, 'card']));
  const { shift } = await product.must(openId, 'activity.getShift', { shiftId });
  expect(shift.takenCount).toBe(1);
});

test('[AT3.4] whoever comes first fixes the instant: own scan and card are one visit', async () => {
  const [first = '', second = ''] = await volunteers(2);
  const shiftId = await openShift(product);
  const own = { requestId: requestId(), shiftId, evidence: at(0) };
  const { attendance } = await product.must(first, 'attendance.checkIn', own);
  await assist(shiftId, [await cardOf(second)]);
  advance(20 * MINUTE_MS);
  expect(await assist(shiftId, [await cardOf(first)])).toMatchObject({
    value: { people: [{ outcome: 'already', at: attendance.checkedInAt }] },
  });
  const again = await product.must(second, 'attendance.checkIn', { ...own, requestId: requestId() });
  expect(again).toMatchObject({ outcome: 'already', attendance: { checkedInBy: 'card' } });
  await assist(shiftId, [await cardOf(first)], { deed: 'checkOut' });
  await product.must(second, 'attendance.checkOut', { ...own, requestId: requestId() });
  expect([visitOf(first), visitOf(second)]).toMatchObject([
    { source: 'assisted', checkIn: { method: 'location' }, checkOut: { method: 'card' } },
    { source: 'assisted', checkIn: { method: 'card' }, checkOut: { method: 'location' } },
  ]);
});

test('[AT3.4] an assisted record counts as active, never as STRICT', async () => {
  const openId = await volunteer();
  const shiftId = await openShift(product);
  await assist(shiftId, [await cardOf(openId)]);
  advance(90 * MINUTE_MS);
  await assist(shiftId, [await cardOf(openId)], { deed: 'checkOut' });
  await product.fold();
  const stored = product.documents('contributions').find(({ _id }) => _id === idOf(openId));
  const text = JSON.stringify(stored);
  // Active of the year, in words of server/kernel/contribution-text: y; the strict one: ys.
  expect([/ y1\b/.test(text), / ys/.test(text)]).toEqual([true, false]);
});

test('[AT3.4] a new card makes the old one worthless; forged cards and strangers are refused', async () => {
  const openId = await volunteer();
  const shiftId = await openShift(product);
  const old = await cardOf(openId);
  const request = { requestId: requestId(), version: 1 };
  const replaced = await product.must(openId, 'attendance.replaceMyCard', request);
  expect(await product.must(openId, 'attendance.replaceMyCard', request)).toEqual(replaced);
  expect(await refusalOf(assist(shiftId, [old]))).toBe('card.replaced');
  const forged = { ...old, card: { version: 2, proof: 'forged0000' } };
  expect(await refusalOf(assist(shiftId, [forged]))).toBe('card.invalid');
  const nobody = { ...old, volunteerId: 'nobody0000' };
  expect(await refusalOf(assist(shiftId, [nobody]))).toBe('card.invalid');
  expect(visitOf(openId)).toBeUndefined();
  expect(await assist(shiftId, [await cardOf(openId)])).toMatchObject({
    value: { people: [{ outcome: 'done' }] },
  });
});

test('[AT3.4] only who runs the shift may assist, and nobody herself', async () => {
  const openId = await volunteer();
  const shiftId = await openShift(product);
  const card = await cardOf(openId);
  expect(await refusalOf(assist(shiftId, [card], { by: openId }))).toBe('actor.forbidden');
  expect(await refusalOf(assist(shiftId, [card], { by: 'demo-volunteer' }))).toBe('actor.forbidden');
  expect(await refusalOf(assist(shiftId, [await cardOf(ORGANISER)]))).toBe('assist.self');
  // Another one who runs it can speak for her.
  await takeUpDuty(product, CITY_OFFICE, shiftId);
  expect(await assist(shiftId, [await cardOf(ORGANISER)], { by: CITY_OFFICE })).toMatchObject({
    value: { people: [{ outcome: 'done' }] },
  });
});

test('[AT3.4] an organiser helps on no other team’s shift', async () => {
  const openId = await volunteer();
  const where = { countyCode: '513221', projectId: null, cursor: null };
  const { activities } = await product.must('', 'activity.listUpcomingActivities', where);
  const activityId = activities[0]?.activityId ?? '';
  const { shifts } = await product.must('', 'activity.getActivity', { activityId });
  const shiftId = shifts[0]?.shiftId ?? '';
  expect(await refusalOf(assist(shiftId, [await cardOf(openId)]))).toBe('actor.forbidden');
  for (const name of ['attendance.listRoster', 'attendance.listCards'] as const) {
    expect(await product.call(ORGANISER, name, { shiftId, cursor: null })).toMatchObject({
      code: 'actor.forbidden',
    });
  }
});

test('[AT3.4] cards of the listed are handed out on record, masked, to who runs the shift', async () => {
  const [first = '', second = ''] = await volunteers(2);
  const shiftId = await openShift(product);
  await enrol(first, shiftId);
  await enrol(second, shiftId);
  const input = { shiftId, cursor: null };
  expect(await product.call(first, 'attendance.listCards', input)).toMatchObject({ code: 'actor.forbidden' });
  const { cards } = await product.must(ORGANISER, 'attendance.listCards', input);
  const scenes = await Promise.all(
    [first, second].map(async (openId) => (await product.must(openId, 'attendance.getMyCard', {})).scene),
  );
  expect(cards.map(({ scene }) => scene).sort()).toEqual(scenes.sort());
  expect(cards[0]?.maskedName).toBe('测**');
  const log = product.documents('accessLog').filter(({ procedure }) => procedure === 'attendance.listCards');
  expect(log.at(-1)).toMatchObject({ openId: ORGANISER, measure: `shift:${shiftId}` });
});

test('[AT3.4][AT13.5][AT13.6] a card opens nothing to a minor that an own check-in would not', async () => {
  const minor = await youth(16);
  const card = await cardOf(minor);
  expect(await refusalOf(assist(await openShift(product), [card]))).toBe('enrolment.consentMissing');
  const input = await activityInput(product);
  const startsAt = product.cloud.clock.now() - 10 * MINUTE_MS;
  const { shiftIds } = await product.must(ORGANISER, 'activity.createActivity', {
    ...input,
    risk: { level: 'emergency', dangers: '洪水', insurance: '县应急局统一投保', training: '救援培训' },
    shifts: [{ startsAt, endsAt: startsAt + 60 * MINUTE_MS, capacity: 9 }],
  });
  const [emergency = ''] = shiftIds;
  await takeUpDuty(product, ORGANISER, emergency);
  expect(await refusalOf(assist(emergency, [card]))).toBe('enrolment.minorRefused');
  expect(visitOf(minor)).toBeUndefined();
});

test('[AT3.4][AT3.5][AT13.2] a card takes only a free seat, and its holder leaves the line', async () => {
  const [seated = '', waiting = ''] = await volunteers(2);
  const shiftId = await openShift(product, { capacity: 1, startsInMs: 3 * HOUR_MS });
  await enrol(seated, shiftId);
  const join = { requestId: requestId(), shiftId, whenFull: 'wait' as const };
  expect(await product.must(waiting, 'attendance.enrol', join)).toMatchObject({ outcome: 'waiting' });
  advance(2.8 * HOUR_MS);
  await takeUpDuty(product, ORGANISER, shiftId);
  for (const helped of [await cardOf(waiting), listed(waiting)]) {
    expect(await refusalOf(assist(shiftId, [helped], { headCount: 1 }))).toBe('enrolment.full');
  }
  const shift = () => product.documents('shifts').find(({ _id }) => _id === shiftId);
  expect(shift()).toMatchObject({ takenCount: 1, waitingCount: 1 });
  await product.must(seated, 'attendance.cancelEnrolment', { requestId: requestId(), shiftId });
  expect(await assist(shiftId, [await cardOf(waiting)])).toMatchObject({
    value: { people: [{ outcome: 'done' }] },
  });
  expect(shift()).toMatchObject({ takenCount: 1, waitingCount: 0 });
});

test('[AT3.4][AT8] two shifts at once, checked out by card, are credited as their union', async () => {
  const openId = await volunteer();
  const card = await cardOf(openId);
  const [first, second] = [await openShift(product), await openShift(product)];
  for (const shiftId of [first, second]) await assist(shiftId, [card]);
  advance(40 * MINUTE_MS);
  const minutes = async (shiftId: string) => {
    const answer = await assist(shiftId, [card], { deed: 'checkOut' });
    return answer.ok ? answer.value.people[0]?.creditedMinutes : answer.code;
  };
  expect(await minutes(first)).toBe(40);
  advance(20 * MINUTE_MS);
  expect(await minutes(second)).toBe(20);
});

test('[AT3.5] a group that matches the head-count is checked in and out in one call each', async () => {
  const group = await volunteers(6);
  const shiftId = await openShift(product, { capacity: 10 });
  await Promise.all(group.slice(0, 5).map((openId) => enrol(openId, shiftId)));
  const helped = [...group.slice(0, 5).map(listed), await cardOf(group[5] ?? '')];
  const wishes = { headCount: 6, requestId: requestId() };
  const first = await assist(shiftId, helped, wishes);
  expect(first).toMatchObject({ value: { people: helped.map(() => ({ outcome: 'done' })) } });
  expect(await assist(shiftId, helped, wishes)).toEqual(first);
  const roster = await product.must(ORGANISER, 'attendance.listRoster', { shiftId, cursor: null });
  expect(roster.people.map(({ state }) => state)).toEqual(Array(6).fill('checkedIn'));
  advance(30 * MINUTE_MS);
  await assist(shiftId, helped, { headCount: 6, deed: 'checkOut' });
  expect(visitOf(group[0] ?? '')).toMatchObject({
    source: 'assisted',
    checkIn: { method: 'headCount' },
    creditedMinutes: 30,
  });
  expect((await product.must('', 'activity.getShift', { shiftId })).shift.takenCount).toBe(6);
});

test('[AT3.5] another head-count writes nothing and says both numbers', async () => {
  const openId = await volunteer();
  const shiftId = await openShift(product);
  await enrol(openId, shiftId);
  // Chosen twice is one person.
  const helped = [listed(openId), await cardOf(openId)];
  expect(await assist(shiftId, helped, { headCount: 2 })).toMatchObject({
    code: 'assist.headCountDiffers',
    params: { chosenCount: 1, headCount: 2 },
  });
  expect(visitOf(openId)).toMatchObject({ state: 'enrolled' });
  expect(await assist(shiftId, [listed(openId)])).toMatchObject({ code: 'request.malformed' });
  const crowd = Array.from({ length: 41 }, (_, index) => ({
    volunteerId: `person${1000 + index}`,
    card: null,
  }));
  expect(await assist(shiftId, crowd, { headCount: 41 })).toMatchObject({ code: 'request.malformed' });
});

test('[AT3.5] who cannot be helped is named; everybody else is checked in', async () => {
  const [here = '', stranger = '', walkIn = '', gone = ''] = await volunteers(4);
  const shiftId = await openShift(product, { capacity: 2 });
  await enrol(here, shiftId);
  await enrol(gone, shiftId);
  await product.must(here, 'attendance.checkIn', { requestId: requestId(), shiftId, evidence: at(0) });
  const helped = [listed(here), listed(stranger), await cardOf(walkIn), listed(gone)];
  const answer = await assist(shiftId, helped, { headCount: 4 });
  expect(answer).toMatchObject({
    value: {
      people: [
        { outcome: 'already' },
        { outcome: 'refused', refusal: { code: 'assist.notEnrolled' } },
        { outcome: 'refused', refusal: { code: 'enrolment.full', params: { capacity: 2 } } },
        { outcome: 'done' },
      ],
    },
  });
});

test('[AT3.5] a full group of forty takes one call within the bounds of the function', async () => {
  const group = await volunteers(40);
  const shiftId = await openShift(product, { capacity: 60 });
  await Promise.all(group.map((openId) => enrol(openId, shiftId)));
  const trips = await product.roundTripsOf(() => assist(shiftId, group.map(listed), { headCount: 40 }));
  // Roles, shift, account, volunteers, cards; then begin, two reads, two writes, the entry (TL1), commit.
  expect(trips).toBe(5 + 40 * 7);
  const arrivals = await product.must(ORGANISER, 'attendance.listArrivals', { shiftId });
  expect(arrivals.presentCount).toBe(40);
});

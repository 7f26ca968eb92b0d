import { MAXIMUM_MOVES_A_MONTH } from '@domain/volunteer/move';
import { civilDayOf, HOUR_MS } from '@domain/time/civil-day';
import { childInput } from '../../tests/kit/children';
import { COMMUNITY, registration, requestId, TestProduct } from '../../tests/kit/product';
import { at, CITY_OFFICE, openShift } from '../../tests/kit/shifts';

let product: TestProduct;
beforeAll(async () => {
  product = await TestProduct.start();
});
afterAll(() => product.stop());
afterEach(() => product.standAt());

let people = 400;
async function volunteer(): Promise<string> {
  people += 1;
  const openId = `mover-${String(people)}`;
  await product.must(openId, 'volunteer.register', registration(people));
  return openId;
}
const otherCommunities = (): string[] =>
  product
    .documents('divisions')
    .flatMap(({ _id, level }) => (level === 'community' && typeof _id === 'string' ? [_id] : []))
    .filter((code) => !code.startsWith('513201'));
const elsewhere = (index = 0): string => otherCommunities()[index] ?? '';
const move = (openId: string, communityCode: string, id = requestId()) =>
  product.call(openId, 'volunteer.move', { requestId: id, communityCode });
const stored = (collection: string, id: string) =>
  product.documents(collection).find((document) => document['_id'] === id);

async function countyFigures(code: string): Promise<(number | null)[]> {
  await product.fold();
  const board = await product.must(CITY_OFFICE, 'statistics.getBoard', { divisionCode: null, day: null });
  const county = board.children.find(({ divisionCode }) => divisionCode === code.slice(0, 6));
  return [county?.registered.value ?? null, county?.activeYear.value ?? null];
}

test('[RG9] who moves counts in the new county from today on, and the city stays as it was', async () => {
  const openId = await volunteer();
  const shiftId = await openShift(product);
  const visit = () => ({ requestId: requestId(), shiftId, evidence: at(0) });
  await product.must(openId, 'attendance.checkIn', visit());
  product.cloud.clock.advance(HOUR_MS);
  await product.must(openId, 'attendance.checkOut', visit());
  const home = elsewhere();
  const [registered = 0, active = 0] = await countyFigures(COMMUNITY);
  const [registeredThere = 0, activeThere = 0] = await countyFigures(home);
  const before = await product.must(CITY_OFFICE, 'statistics.getBoard', { divisionCode: null, day: null });
  const moved = await move(openId, home);
  expect(moved).toMatchObject({ ok: true, value: { outcome: 'moved', volunteer: { divisionCode: home } } });
  expect(await countyFigures(COMMUNITY)).toEqual([(registered ?? 0) - 1, (active ?? 0) - 1]);
  expect(await countyFigures(home)).toEqual([(registeredThere ?? 0) + 1, (activeThere ?? 0) + 1]);
  const after = await product.must(CITY_OFFICE, 'statistics.getBoard', { divisionCode: null, day: null });
  expect(after.division.registered.value).toBe(before.division.registered.value);
  const id = product.volunteerIdOf(openId);
  expect(stored('homes', `${home}:${id}`)).toMatchObject({ divisionCode: home, volunteerId: id });
  expect(stored('homes', `${COMMUNITY}:${id}`)).toBeDefined();
  const me = await product.must(openId, 'volunteer.getMe', {});
  expect(me).toMatchObject({ recordCount: 1, volunteer: { divisionCode: home } });
  expect(me.volunteer?.divisionName).not.toBe('');
});

test('[RG9] the same request moves once, also when it comes after another', async () => {
  const openId = await volunteer();
  const id = requestId();
  expect(await move(openId, elsewhere(1), id)).toMatchObject({ value: { outcome: 'moved' } });
  expect(await move(openId, elsewhere(2))).toMatchObject({ value: { outcome: 'moved' } });
  const before = product.fingerprint();
  expect(await move(openId, elsewhere(1), id)).toMatchObject({
    value: { outcome: 'already', volunteer: { divisionCode: elsewhere(2) } },
  });
  expect(await move(openId, elsewhere(2))).toMatchObject({ value: { outcome: 'already' } });
  expect(product.fingerprint()).toBe(before);
  const entries = product
    .documents('personLedger')
    .filter(({ volunteerId, deed }) => deed === 'moved' && volunteerId === product.volunteerIdOf(openId));
  expect(entries).toHaveLength(2);
});

test('[RG9] a month holds so many moves; only a community is a home', async () => {
  const openId = await volunteer();
  for (let index = 0; index < MAXIMUM_MOVES_A_MONTH; index += 1) {
    expect(await move(openId, elsewhere(index))).toMatchObject({ value: { outcome: 'moved' } });
  }
  const before = product.fingerprint();
  const refused = await move(openId, COMMUNITY);
  expect(refused).toMatchObject({
    code: 'volunteer.movedTooOften',
    params: { maximum: MAXIMUM_MOVES_A_MONTH },
  });
  if (!refused.ok) {
    expect(String(refused.params['fromDay']) > civilDayOf(product.cloud.clock.now())).toBe(true);
  }
  expect(await move(openId, '513299999999')).toMatchObject({ code: 'division.notFound' });
  expect(product.fingerprint()).toBe(before);
});

test('[RG9][GU1] children whose profile one keeps move along, a youth stays', async () => {
  const openId = await volunteer();
  const { childId } = await product.must(openId, 'guardian.addChild', childInput(product, people, 9, '小禾'));
  const moved = await move(openId, elsewhere());
  expect(moved).toMatchObject({ value: { childNames: ['小禾'] } });
  const child = stored('volunteers', childId);
  expect(child?.['residences']).toMatchObject([{ divisionCode: elsewhere() }]);
  expect(stored('homes', `${elsewhere()}:${childId}`)).toBeDefined();
  expect(stored('dirtyVolunteers', childId)).toBeDefined();
});

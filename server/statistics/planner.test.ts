import { addDays, DAY_MS, HOUR_MS, parseCivilDay } from '@domain/time/civil-day';
import type { OutputOf } from '@contract/procedures';
import { registration, requestId, TestProduct } from '../../tests/kit/product';
import { at, CITY_OFFICE, openShift } from '../../tests/kit/shifts';
import { targetInput } from '../../tests/kit/targets';
import { documentSchemas } from '../kernel/documents';
import { toChanges } from './fold-volunteers';
import { TODAY } from '../../tests/kit/today';

let product: TestProduct;
beforeAll(async () => {
  product = await TestProduct.start(300);
});
afterAll(() => product.stop());
afterEach(() => product.standAt());

type Plan = OutputOf<'statistics.getPlan'>;
const COUNTY_OFFICE = 'demo-county';
const plan = (
  divisionCode: string | null = null,
  day: string | null = null,
  window: Plan['window'] | null = null,
): Promise<Plan> => product.must(CITY_OFFICE, 'statistics.getPlan', { divisionCode, day, window });

/** The least number of people that is at least the share, by trying. */
function leastBySearch(basisPoints: number, base: number): number {
  let people = 0;
  while (people * 10_000 < basisPoints * base) people += 1;
  return people;
}

test('[ST30][ST31] gaps equal a search from the numbers of the board at the same as-of', async () => {
  const answer = await plan();
  const board = await product.must(CITY_OFFICE, 'statistics.getBoard', { divisionCode: null, day: null });
  expect(answer.asOf).toBe(board.asOf);
  expect(answer.registered).toEqual(board.division.registered);
  expect(answer.active).toEqual(board.division.activeCum);
  const { activity, registration: register } = answer;
  const [registered, active] = [answer.registered.numerator, answer.active.numerator];
  const goal = leastBySearch(register?.target.valueBasisPoints ?? 0, 822_587);
  expect(activity?.target).toMatchObject({ valueBasisPoints: 6_000, divisionCode: '5132' });
  expect(activity?.naiveGap).toBe(leastBySearch(6_000, registered) - active);
  expect(activity?.registeredGoal).toBe(goal);
  expect(activity?.jointGap).toBe(leastBySearch(6_000, goal) - active);
  expect(activity?.idleAllowance).toBeNull();
  expect(register).toMatchObject({ goal, gap: goal - registered });
});

test('[ST33] county quotas sum to the joint gap on the same screen and stay within the dormant', async () => {
  const { activity } = await plan();
  const sum = activity?.quotas.reduce((total, { quota }) => total + quota, 0) ?? -1;
  expect(activity?.quotas).toHaveLength(13);
  expect(sum + (activity?.unplaced ?? 0)).toBe(activity?.jointGap);
  for (const { quota, dormant } of activity?.quotas ?? []) expect(quota).toBeLessThanOrEqual(dormant);
});

test('[ST32] the recent pace is the change of the active over the eight weeks', async () => {
  const answer = await plan();
  const activeOn = async (day: string): Promise<number> => {
    const input = { divisionCode: null, day };
    return (await product.must(CITY_OFFICE, 'statistics.getBoard', input)).division.activeCum.numerator;
  };
  const from = addDays(parseCivilDay(answer.paceFromDay), -1);
  const sum = (await activeOn(answer.paceToDay)) - (await activeOn(from));
  expect(answer.activity?.pace.recentSum).toBe(sum);
  expect(answer.activity?.weekly).toHaveLength(8);
  expect(answer.activity?.weekly.reduce((total, people) => total + people, 0)).toBe(sum);
});

test('[ST33][ST17] own standing among the siblings, and each child with the one ahead of it', async () => {
  const city = await plan();
  expect(city.own).toEqual([]);
  expect(city.children).toHaveLength(26);
  const county = await product.must(COUNTY_OFFICE, 'statistics.getPlan', {
    divisionCode: null,
    day: null,
    window: null,
  });
  const board = await product.must(CITY_OFFICE, 'statistics.getBoard', { divisionCode: null, day: null });
  for (const standing of county.own) {
    const rows = board.rankings.find(({ measure }) => measure === standing.measure)?.rows ?? [];
    expect(standing.rank).toBe(rows.find(({ divisionCode }) => divisionCode === '513201')?.rank);
    for (const rival of standing.ahead) {
      const other = board.children.find(({ divisionCode }) => divisionCode === rival.divisionCode);
      const figure =
        standing.measure === 'registrationRatio' ? other?.registrationRatio : other?.activityRateCum;
      const [a, b] = [BigInt(figure?.numerator ?? 0), BigInt(figure?.denominator ?? 1)];
      const own = BigInt(standing.figure.denominator ?? 1);
      const passes = (more: number) => BigInt(standing.figure.numerator + more) * b > a * own;
      expect(passes(rival.people ?? 0)).toBe(rival.people !== null);
      expect(passes((rival.people ?? 1) - 1)).toBe(false);
    }
  }
});

test('[ST32] the plan takes at most five round trips, for a county too', async () => {
  await plan('513201');
  const trips = await product.roundTripsOf(() => plan('513201'));
  expect(trips).toBeLessThanOrEqual(5);
});

test('[ST30] a person served is one fewer to find', async () => {
  await product.must('plan-1', 'volunteer.register', registration(701));
  await product.fold();
  const before = (await plan()).activity;
  const shiftId = await openShift(product);
  await product.must('plan-1', 'attendance.checkIn', { requestId: requestId(), shiftId, evidence: at(0) });
  product.standAt(HOUR_MS);
  await product.must('plan-1', 'attendance.checkOut', { requestId: requestId(), shiftId, evidence: at(0) });
  await product.fold();
  await product.fold();
  expect((await plan()).activity?.jointGap).toBe((before?.jointGap ?? 0) - 1);
});

test('[ST32] a target of 365 days: whose window runs out is needed again', async () => {
  const answer = await plan(null, null, 'R12');
  expect([answer.window, answer.active.measure]).toEqual(['R12', 'active.R12']);
  expect(answer.windows).toContain('CUM');
  const { pace, jointGap, target } = answer.activity ?? {};
  if (pace === undefined || target === undefined) throw new Error('the demo has such a target');
  const lapsed = product
    .documents('contributions')
    .flatMap((row) => toChanges(documentSchemas.contributions.parse(row)))
    .filter(({ day, quantity }) => quantity === 'lapsedR12' && answer.day < day && day <= target.toDay);
  expect(pace.lapsing).toBe(lapsed.length);
  expect(pace.lapsing).toBeGreaterThan(0);
  expect(pace.neededPerWeek).toBe(Math.ceil((((jointGap ?? 0) + pace.lapsing) * 7) / pace.daysLeft));
  const year = await plan(null, null, 'YEAR');
  expect(year.window).toBe('CUM');
  expect((await product.roundTripsOf(() => plan('513201', null, 'R12'))) <= 5).toBe(true);
});

test('[ST3] a township has no published residents: no registration goal, a gap all the same', async () => {
  const { registration: register, activity, registrationRatio } = await plan('513201100');
  expect(register).toMatchObject({ goal: null, gap: null, pace: null });
  expect(registrationRatio.value).toBeNull();
  expect(activity?.registeredGoal).toBe(activity === null ? -1 : (await plan('513201100')).registered.value);
});

test('[ST34] a county’s own target goes before the city’s; withdrawn, the city’s counts again', async () => {
  const county = '513201';
  expect((await plan(county)).activity?.target.divisionCode).toBe('5132');
  const input = targetInput(county, { valueBasisPoints: 5_500 });
  const { target } = await product.must(COUNTY_OFFICE, 'statistics.addTarget', input);
  const again = await product.must(COUNTY_OFFICE, 'statistics.addTarget', input);
  expect(again.target).toEqual(target);
  expect((await plan(county)).activity?.target).toMatchObject({
    valueBasisPoints: 5_500,
    divisionCode: county,
  });
  product.standAt(2 * DAY_MS);
  await product.fold();
  const withdrawal = { requestId: requestId(), targetId: target.targetId };
  const { target: withdrawn } = await product.must(COUNTY_OFFICE, 'statistics.withdrawTarget', withdrawal);
  const today = addDays(TODAY, 2);
  expect(withdrawn.withdrawnDay).toBe(today);
  expect((await plan(county)).activity?.target.divisionCode).toBe('5132');
  expect((await plan(county, addDays(today, -1))).activity?.target.divisionCode).toBe(county);
  const { targets } = await product.must(COUNTY_OFFICE, 'statistics.listTargets', { divisionCode: county });
  expect(targets.map(({ targetId }) => targetId)).toContain(target.targetId);
  const overlapping = await product.call(COUNTY_OFFICE, 'statistics.addTarget', targetInput(county));
  expect(overlapping).toMatchObject({ code: 'target.overlap', params: { toDay: addDays(today, -1) } });
  await product.must(COUNTY_OFFICE, 'statistics.addTarget', targetInput(county, { fromDay: today }));
});

test('[ST34] above 100 %, no document, backwards, overlapping, nowhere: nothing is written', async () => {
  const before = product.fingerprint();
  const refused = async (wishes: Parameters<typeof targetInput>[1], code: string): Promise<void> => {
    const answer = await product.call(CITY_OFFICE, 'statistics.addTarget', targetInput('5132', wishes));
    expect(answer).toMatchObject({ ok: false, code });
  };
  await refused({ valueBasisPoints: 10_001 }, 'target.valueInvalid');
  await refused({ valueBasisPoints: 0 }, 'target.valueInvalid');
  await refused({ document: '   ' }, 'target.documentMissing');
  await refused({ fromDay: '2030-02-01', toDay: '2030-01-31' }, 'target.periodInvalid');
  await refused({}, 'target.overlap');
  await refused({ divisionCode: '513299' }, 'division.notFound');
  const unknown = { requestId: requestId(), targetId: 'nothing000' };
  expect(await product.call(CITY_OFFICE, 'statistics.withdrawTarget', unknown)).toMatchObject({
    code: 'target.notFound',
  });
  expect(product.fingerprint()).toBe(before);
});

test('[ST34] two offices adding at once: exactly one row, the other is told what is in its way', async () => {
  const inputs = Array.from({ length: 4 }, () => targetInput('513221'));
  const answers = await Promise.all(
    inputs.map((input) => product.call(CITY_OFFICE, 'statistics.addTarget', input)),
  );
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  for (const answer of answers) if (!answer.ok) expect(answer.code).toBe('target.overlap');
  const rows = product.documents('targets').filter((row) => row['divisionCode'] === '513221');
  expect(rows).toHaveLength(1);
});

test('[ST34][RO2] a county office sets nothing for city or neighbour, and reads no neighbour', async () => {
  for (const divisionCode of ['5132', '513223']) {
    const answer = await product.call(COUNTY_OFFICE, 'statistics.addTarget', targetInput(divisionCode));
    expect(answer).toMatchObject({ ok: false, code: 'actor.forbidden' });
  }
  for (const name of ['statistics.getPlan', 'statistics.listTargets'] as const) {
    const input = { divisionCode: '513223', day: null, window: null };
    expect(await product.call(COUNTY_OFFICE, name, input)).toMatchObject({ code: 'actor.forbidden' });
  }
  const { targets, mayEdit } = await product.must(COUNTY_OFFICE, 'statistics.listTargets', {
    divisionCode: '5132',
  });
  expect(mayEdit).toBe(false);
  const targetId = targets[0]?.targetId ?? '';
  const withdrawal = { requestId: requestId(), targetId };
  expect(await product.call(COUNTY_OFFICE, 'statistics.withdrawTarget', withdrawal)).toMatchObject({
    code: 'actor.forbidden',
  });
});

test('[ST4] a future day has no plan', async () => {
  const future = await product.call(CITY_OFFICE, 'statistics.getPlan', {
    divisionCode: null,
    window: null,
    day: '2199-01-01',
  });
  expect(future).toMatchObject({ code: 'request.malformed' });
});

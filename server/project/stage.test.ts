import { addDays, civilDayOf, parseCivilDay } from '@domain/time/civil-day';
import type { InputOf } from '@contract/procedures';
import { parseFaultRule } from '@local-cloud/faults/fault-rules';
import { deedOf, projectNamed } from '../../tests/kit/outcomes';
import { TestProduct } from '../../tests/kit/product';
import { recount, storedSums } from '../../tests/kit/recount';
import { CITY_OFFICE, ORGANISER } from '../../tests/kit/shifts';

const COUNTY_OFFICE = 'demo-county';

let product: TestProduct;
let projectId = '';
beforeAll(async () => {
  product = await TestProduct.start(200);
  ({ projectId } = await projectNamed(product, '文明斑马线'));
});
afterAll(() => product.stop());

const standing = () => product.must(COUNTY_OFFICE, 'stage.getStanding', { projectId });
const today = () => civilDayOf(product.cloud.clock.now());
const move = (
  from: InputOf<'stage.moveStage'>['from'],
  to: InputOf<'stage.moveStage'>['to'],
  reason = '',
  openId = COUNTY_OFFICE,
) => product.call(openId, 'stage.moveStage', { ...deedOf(projectId), from, to, reason });
const accredit = (wishes: Partial<InputOf<'stage.accredit'>> = {}, openId = CITY_OFFICE) =>
  product.call(openId, 'stage.accredit', {
    ...deedOf(projectId),
    level: 'city',
    document: '测试文件〔2026〕2号',
    validFromDay: today(),
    validToDay: addDays(today(), 365),
    ...wishes,
  });
const brandCount = async (day: string | null = null) => {
  const asked = day === null ? null : parseCivilDay(day);
  const { figures, brands } = await product.must(CITY_OFFICE, 'statistics.getBrands', {
    divisionCode: null,
    day: asked,
  });
  const live = figures.find(({ measure }) => measure === 'liveBrandProjects')?.numerator;
  return { all: brands.length, live };
};

test('[BP7] an office moves a project back with a reason and on again; each decision stays', async () => {
  expect((await standing()).stage).toBe('exemplary');
  expect(await move('exemplary', 'growing')).toMatchObject({ ok: false, code: 'stage.reasonMissing' });
  expect(await move('growing', 'accredited')).toMatchObject({ ok: false, code: 'stage.changedMeanwhile' });
  const back = { ...deedOf(projectId), from: 'exemplary', to: 'growing', reason: '队伍换届' } as const;
  const sent = await Promise.all([1, 2].map(() => product.must(COUNTY_OFFICE, 'stage.moveStage', back)));
  expect(sent).toEqual([{ stage: 'growing' }, { stage: 'growing' }]);
  expect(await move('growing', 'exemplary', '很好')).toMatchObject({ ok: false, code: 'stage.notNext' });
  expect(await move('growing', 'accredited')).toMatchObject({
    ok: false,
    code: 'stage.reasonMissing',
  });
  expect(await move('growing', 'accredited', '骨干下周补训')).toMatchObject({ ok: true });
  const { decisions } = await product.must(ORGANISER, 'stage.listDecisions', { projectId, cursor: null });
  expect(decisions.map(({ kind, reason }) => [kind, reason])).toEqual([
    ['moved', '骨干下周补训'],
    ['moved', '队伍换届'],
  ]);
  const { project } = await product.must('', 'project.getProject', { projectId });
  expect(project.stage).toBe('accredited');
});

test('[BP6] what people tick and what is counted stand in one list', async () => {
  const itemOf = async (itemId: string) =>
    (await standing()).next?.items.find((item) => item.itemId === itemId);
  expect(await itemOf('kit')).toMatchObject({ isMet: false, byName: null });
  const tick = (itemId: string, isDone: boolean) =>
    product.call(ORGANISER, 'stage.tickItem', { ...deedOf(projectId), itemId, isDone });
  await tick('kit', true);
  await tick('kit', true);
  expect((await itemOf('kit'))?.isMet).toBe(true);
  await tick('kit', false);
  expect((await itemOf('kit'))?.isMet).toBe(false);
  expect(await tick('volunteers100', true)).toMatchObject({ ok: false, code: 'stage.itemUnknown' });
  const { volunteerCount, minutes } = (
    await product.must(CITY_OFFICE, 'statistics.getBrands', { divisionCode: null, day: null })
  ).brands.find((brand) => brand.projectId === projectId) ?? { volunteerCount: -1, minutes: -1 };
  expect((await itemOf('volunteers100'))?.fact?.value).toBe(volunteerCount);
  expect((await itemOf('minutes60000'))?.fact?.value).toBe(minutes);
  expect((await itemOf('measuredPoints3'))?.fact?.value).toBe(3);
  const trips = await product.roundTripsOf(standing);
  expect(trips).toBeLessThanOrEqual(6);
});

test('[BP8] withdrawn and accredited anew: brands, figures and recount agree each time', async () => {
  await product.fold();
  const before = await brandCount();
  const yesterday = addDays(today(), -1);
  const input = { ...deedOf(projectId), reason: '不再开展' };
  await Promise.all([1, 2].map(() => product.must(CITY_OFFICE, 'stage.withdrawAccreditation', input)));
  await product.fold();
  expect(product.documents('dirtyProjects')).toEqual([]);
  expect(product.documents('dirtyShifts')).toEqual([]);
  expect(storedSums(product)).toEqual(recount(product));
  const after = await brandCount();
  expect(after.all).toBe(before.all - 1);
  expect((await brandCount(yesterday)).all).toBe(before.all);
  expect(await standing()).toMatchObject({ accreditationState: 'ended' });
  const { projects } = await product.must('', 'project.listBrandProjects', { cursor: null });
  expect(projects.some((project) => project.projectId === projectId)).toBe(false);
  expect(
    await product.call(CITY_OFFICE, 'stage.withdrawAccreditation', { ...input, ...deedOf(projectId) }),
  ).toMatchObject({ ok: false, code: 'accreditation.none' });
  expect(await move('accredited', 'exemplary', '很好')).toMatchObject({
    ok: false,
    code: 'stage.notAccredited',
  });
  expect(await accredit()).toMatchObject({ ok: true });
  await product.fold();
  expect(storedSums(product)).toEqual(recount(product));
  expect(await brandCount()).toEqual(before);
  const known = await standing();
  expect(known.accreditation).toMatchObject({ heldSinceDay: '2026-01-01', level: 'city' });
  expect(known.accreditationState).toBe('valid');
});

test('[BP8][SI1] a fold that dies at every step while the shifts are marked leaves none out', async () => {
  const { clock, faults } = product.cloud;
  const withdrawal = { ...deedOf(projectId), reason: '测试撤销' };
  await product.must(CITY_OFFICE, 'stage.withdrawAccreditation', withdrawal);
  let killed = 0;
  for (const atCall of [5, 9, 20, 60, 90, 130]) {
    faults.add(parseFaultRule({ kind: 'killWorker', match: 'fold', atCall, after: atCall % 2 === 0 }));
    await product.fold().catch(() => undefined);
    killed += faults.list()[0]?.fired ?? 0;
    faults.clear();
    clock.advance(31_000);
  }
  await product.fold();
  expect(killed).toBeGreaterThan(2);
  expect(product.documents('dirtyProjects')).toEqual([]);
  expect(storedSums(product)).toEqual(recount(product));
  expect(await accredit()).toMatchObject({ ok: true });
  await product.fold();
  expect(storedSums(product)).toEqual(recount(product));
});

test('[BP8] a county gives its own level only, for a time that makes sense', async () => {
  expect(await accredit({}, COUNTY_OFFICE)).toMatchObject({ ok: false, code: 'accreditation.levelTooHigh' });
  const withdrawal = { ...deedOf(projectId), reason: '越级撤销' };
  expect(await product.call(COUNTY_OFFICE, 'stage.withdrawAccreditation', withdrawal)).toMatchObject({
    ok: false,
    code: 'accreditation.levelTooHigh',
  });
  for (const days of [-1, 4_000])
    expect(await accredit({ validToDay: addDays(today(), days) })).toMatchObject({
      ok: false,
      code: 'accreditation.periodInvalid',
    });
  expect((await standing()).levels).toEqual(['county']);
  expect((await product.must(ORGANISER, 'stage.getStanding', { projectId })).mayDecide).toBe(false);
});

test('[BP7] a county decides nothing about a project elsewhere', async () => {
  const { projects } = await product.must('', 'project.listBrandProjects', { cursor: null });
  const foreign = projects.find((project) => !project.divisionCode.startsWith('513201'));
  if (foreign === undefined) throw new Error('there is a project elsewhere');
  const deed = {
    ...deedOf(foreign.projectId),
    from: foreign.stage,
    to: 'incubating',
    reason: '测试',
  } as const;
  expect(await product.call(COUNTY_OFFICE, 'stage.moveStage', deed)).toMatchObject({
    ok: false,
    code: 'actor.forbidden',
  });
});

/** 星级 through the real functions: rows in, progress out. */
import { registration, TestProduct } from '../../tests/kit/product';
import { tamper } from '../../tests/kit/tamper';

let product: TestProduct;
beforeAll(async () => {
  product = await TestProduct.start(300);
});
afterAll(() => product.stop());

test('[AT12] stars and what is missing come from the rows in force and the confirmed minutes', async () => {
  const me = await product.must('demo-volunteer', 'volunteer.getMe', {});
  const { totalMinutes, scheme } = await product.must('demo-volunteer', 'recognition.getMyStars', {});
  expect(totalMinutes).toBe(me.totalMinutes);
  expect(scheme?.levels.map(({ minutes }) => minutes)).toEqual([6_000, 18_000, 36_000, 60_000, 90_000]);
  expect(scheme?.document).toContain('340号');
  expect(scheme).toMatchObject({
    stars: 0,
    current: null,
    next: { level: { name: '一星' }, missingMinutes: 6_000 - totalMinutes },
  });
  const levels = [
    { name: '铜星', minutes: 1 },
    { name: '金星', minutes: totalMinutes },
  ];
  await tamper(product, 'starSchemes', '1', { levels });
  expect((await product.must('demo-volunteer', 'recognition.getMyStars', {})).scheme).toMatchObject({
    stars: 2,
    current: levels[1],
    next: null,
  });
});

test('[AT12] a version not yet in force changes nothing, and then there may be none', async () => {
  await tamper(product, 'starSchemes', '1', { fromDay: '2199-01-01' });
  expect(await product.must('demo-volunteer', 'recognition.getMyStars', {})).toMatchObject({ scheme: null });
});

test('[AT12] service before registration does not count; the unregistered have no stars', async () => {
  await tamper(product, 'starSchemes', '1', { fromDay: '2012-10-23' });
  const { volunteer } = await product.must('demo-volunteer', 'volunteer.getMe', {});
  await tamper(product, 'volunteers', volunteer?.volunteerId ?? '', {
    registeredAt: product.cloud.clock.now(),
  });
  expect(await product.must('demo-volunteer', 'recognition.getMyStars', {})).toMatchObject({
    totalMinutes: 0,
    scheme: { stars: 0 },
  });
  expect(await product.must('passer-by', 'recognition.getMyStars', {})).toEqual({
    totalMinutes: 0,
    scheme: null,
  });
  await product.must('newcomer', 'volunteer.register', registration(802));
  expect(await product.must('newcomer', 'recognition.getMyStars', {})).toMatchObject({ totalMinutes: 0 });
});

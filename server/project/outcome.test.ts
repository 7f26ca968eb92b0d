import { SAMPLE_MS } from '@domain/project/outcome';
import { civilDayOf, addDays, MINUTE_MS } from '@domain/time/civil-day';
import { parseFaultRule } from '@local-cloud/faults/fault-rules';
import { deedOf, projectNamed, sampleInput, ZEBRA_WORDS } from '../../tests/kit/outcomes';
import { requestId, TestProduct } from '../../tests/kit/product';
import { CITY_OFFICE, ORGANISER } from '../../tests/kit/shifts';

let product: TestProduct;
let projectId = '';
beforeAll(async () => {
  product = await TestProduct.start(30);
  ({ projectId } = await projectNamed(product, '文明斑马线'));
});
afterAll(() => product.stop());

const outcomeOf = async () => {
  const { outcome } = await product.must('', 'project.getProject', { projectId });
  if (outcome === null) throw new Error('the outcome is defined');
  return outcome;
};

/** A point where service began `days` ago. */
async function newPoint(days = 0): Promise<string> {
  const startsDay = addDays(civilDayOf(product.cloud.clock.now()), -days);
  const input = { ...deedOf(projectId), name: '测试路口', startsDay };
  const { outcome } = await product.must(ORGANISER, 'outcome.addPoint', input);
  const again = await product.must(ORGANISER, 'outcome.addPoint', input);
  expect(again.outcome.points).toHaveLength(outcome.points.length);
  const pointId = outcome.points.at(-1)?.pointId;
  if (pointId === undefined) throw new Error('the point was added');
  return pointId;
}
const sumsOf = async (pointId: string) => {
  const point = (await outcomeOf()).points.find((one) => one.pointId === pointId);
  if (point === undefined) throw new Error('the point is there');
  return point;
};

/** So that no two samples of one person overlap, from test to test too. */
function later(): void {
  product.cloud.clock.advance(11 * MINUTE_MS);
}

test('[BP2][BP5] a sample sent many times at once is counted once, and voided once', async () => {
  const pointId = await newPoint();
  later();
  const input = sampleInput(product, projectId, pointId);
  const sent = await Promise.all([1, 2, 3].map(() => product.must(ORGANISER, 'outcome.countSample', input)));
  expect(new Set(sent.map(({ sampleId }) => sampleId)).size).toBe(1);
  const counted = { sampleCount: 1, doneCount: 30, countedCount: 40, shortCount: 0, voidedCount: 0 };
  expect((await sumsOf(pointId)).after).toEqual(counted);
  const sampleId = sent[0]?.sampleId ?? '';
  const voiding = () =>
    product.must(ORGANISER, 'outcome.voidSample', { requestId: requestId(), sampleId, reason: '数错了方向' });
  await Promise.all([voiding(), voiding()]);
  await product.must(ORGANISER, 'outcome.countSample', input);
  const none = { sampleCount: 0, doneCount: 0, countedCount: 0, shortCount: 0, voidedCount: 1 };
  expect((await sumsOf(pointId)).after).toEqual(none);
  const { samples } = await product.must(ORGANISER, 'outcome.listSamples', { projectId, cursor: null });
  const voided = samples.find((sample) => sample.sampleId === sampleId);
  expect(voided?.voiding).toMatchObject({ reason: '数错了方向' });
});

test('[BP5] samples of several people at one point at once are all in the sums, exactly', async () => {
  const pointId = await newPoint();
  later();
  const people = [ORGANISER, 'demo-county', CITY_OFFICE];
  const doneCounts = [7, 11, 13];
  const outcomes = await Promise.all(
    people.map((openId, index) => {
      const doneCount = doneCounts[index] ?? 0;
      return product.must(
        openId,
        'outcome.countSample',
        sampleInput(product, projectId, pointId, { doneCount }),
      );
    }),
  );
  expect(outcomes.every(({ isShort }) => !isShort)).toBe(true);
  expect((await sumsOf(pointId)).after).toMatchObject({ sampleCount: 3, doneCount: 31, countedCount: 61 });
});

test('[BP5][SI1] killed functions and clashes: a sample sent again is in the sums once', async () => {
  const pointId = await newPoint();
  const { clock, faults } = product.cloud;
  const fired = { killed: 0, clashed: 0 };
  let samples = 0;
  for (const atCall of [4, 6, 8, 9, 10]) {
    later();
    const input = sampleInput(product, projectId, pointId, { doneCount: atCall });
    faults.add(parseFaultRule({ kind: 'killWorker', match: 'api', atCall, after: atCall % 2 === 0 }));
    await product.call(ORGANISER, 'outcome.countSample', input).catch(() => undefined);
    fired.killed += faults.list()[0]?.fired ?? 0;
    faults.clear();
    // The transaction of a dead worker holds its documents for 30 seconds, as in the cloud.
    clock.advance(MINUTE_MS);
    faults.add(parseFaultRule({ kind: 'conflict', match: 'database.commitTransaction', times: 2 }));
    await product.must(ORGANISER, 'outcome.countSample', input);
    await product.must(ORGANISER, 'outcome.countSample', input);
    fired.clashed += faults.list()[0]?.fired ?? 0;
    faults.clear();
    samples += 1;
  }
  expect(fired.killed).toBeGreaterThan(3);
  expect(fired.clashed).toBeGreaterThan(3);
  const { after } = await sumsOf(pointId);
  expect(after).toMatchObject({ sampleCount: samples, doneCount: 37, countedCount: 87 });
});

test('[BP2][BP3] a short sample is kept apart; the day service began parts before from after', async () => {
  const pointId = await newPoint(-2);
  later();
  const whole = sampleInput(product, projectId, pointId);
  await product.must(ORGANISER, 'outcome.countSample', whole);
  later();
  const end = product.cloud.clock.now();
  const short = sampleInput(product, projectId, pointId, { startedAt: end - SAMPLE_MS + 1, endedAt: end });
  expect(await product.must(ORGANISER, 'outcome.countSample', short)).toMatchObject({ isShort: true });
  expect(await sumsOf(pointId)).toMatchObject({
    before: { sampleCount: 1, doneCount: 30, countedCount: 40, shortCount: 1 },
    after: { sampleCount: 0 },
  });
});

test('[BP2] what cannot have been a ten-minute count is refused, and nothing is written', async () => {
  const pointId = await newPoint();
  later();
  const input = sampleInput(product, projectId, pointId);
  const before = await sumsOf(pointId);
  const codeOf = async (wishes: Partial<typeof input>, openId = ORGANISER) => {
    const answer = await product.call(openId, 'outcome.countSample', {
      ...input,
      ...deedOf(projectId),
      ...wishes,
    });
    return answer.ok ? 'counted' : [answer.code, answer.params['reason']].filter(Boolean).join(' ');
  };
  const { startedAt, endedAt } = input;
  expect(await codeOf({ doneCount: -1 })).toBe('request.malformed');
  expect(await codeOf({ missedCount: 0.5 })).toBe('request.malformed');
  expect(await codeOf({ doneCount: 1_801 })).toBe('request.malformed');
  expect(await codeOf({ startedAt: startedAt - 1 })).toBe('outcome.sampleTimesInvalid tooLong');
  expect(await codeOf({ endedAt: startedAt })).toBe('outcome.sampleTimesInvalid endBeforeStart');
  const ahead = { startedAt: startedAt + 5 * MINUTE_MS, endedAt: endedAt + 5 * MINUTE_MS };
  expect(await codeOf(ahead)).toBe('outcome.sampleTimesInvalid future');
  const days = 9 * 24 * 60 * MINUTE_MS;
  const old = { startedAt: startedAt - days, endedAt: endedAt - days };
  expect(await codeOf(old)).toBe('outcome.sampleTimesInvalid tooOld');
  expect(await codeOf({ pointId: 'nothing000' })).toBe('outcome.pointNotFound');
  expect(await codeOf({ projectId: 'nothing000' })).toBe('project.notFound');
  expect(await sumsOf(pointId)).toEqual(before);
  expect(await codeOf({})).toBe('counted');
  expect(await codeOf({ startedAt: startedAt + MINUTE_MS })).toBe('outcome.overlap');
});

test('[BP1] a project of others is neither counted nor changed', async () => {
  const { projects } = await product.must('', 'project.listBrandProjects', { cursor: null });
  const foreign = projects.find((project) => !project.divisionCode.startsWith('513201'));
  if (foreign === undefined) throw new Error('there is a project elsewhere');
  const deed = deedOf(foreign.projectId);
  const startsDay = civilDayOf(product.cloud.clock.now());
  const answers = [
    await product.call(ORGANISER, 'outcome.define', { ...deed, ...ZEBRA_WORDS }),
    await product.call('demo-county', 'outcome.addPoint', { ...deed, name: '测试路口', startsDay }),
    await product.call(
      ORGANISER,
      'outcome.countSample',
      sampleInput(product, foreign.projectId, 'nothing000'),
    ),
    await product.call(ORGANISER, 'outcome.listSamples', { projectId: foreign.projectId, cursor: null }),
  ];
  expect(answers.map((answer) => (answer.ok ? 'answered' : answer.code))).toEqual(
    answers.map(() => 'actor.forbidden'),
  );
  // The city's office may; there is no point before somebody says what is counted.
  const early = { ...deed, name: '测试路口', startsDay };
  expect(await product.call(CITY_OFFICE, 'outcome.addPoint', early)).toMatchObject({
    ok: false,
    code: 'outcome.notDefined',
  });
  const risky = { ...ZEBRA_WORDS, doneWord: '违规测试词' };
  expect(await product.call(CITY_OFFICE, 'outcome.define', { ...deed, ...risky })).toMatchObject({
    ok: false,
    code: 'activity.contentRefused',
  });
  await product.must(CITY_OFFICE, 'outcome.define', { ...deed, ...ZEBRA_WORDS });
  await product.must(CITY_OFFICE, 'outcome.define', { ...deed, ...ZEBRA_WORDS, unitWord: '台' });
});

test('[BP1] what is counted stays as it is once there is a sample; points have a bound', async () => {
  const changed = { ...deedOf(projectId), ...ZEBRA_WORDS, doneWord: '停车' };
  expect(await product.call(ORGANISER, 'outcome.define', changed)).toMatchObject({
    ok: false,
    code: 'outcome.inUse',
  });
  await product.must(ORGANISER, 'outcome.define', { ...deedOf(projectId), ...ZEBRA_WORDS });
  const startsDay = civilDayOf(product.cloud.clock.now());
  for (let points = (await outcomeOf()).points.length; points < 40; points += 1)
    await product.must(ORGANISER, 'outcome.addPoint', { ...deedOf(projectId), name: '很多路口', startsDay });
  const tooMany = { ...deedOf(projectId), name: '再一个路口', startsDay };
  expect(await product.call(ORGANISER, 'outcome.addPoint', tooMany)).toMatchObject({
    ok: false,
    code: 'outcome.tooManyPoints',
  });
  const nothing = { requestId: requestId(), sampleId: 'nothing000', reason: '测试作废' };
  expect(await product.call(ORGANISER, 'outcome.voidSample', nothing)).toMatchObject({
    ok: false,
    code: 'outcome.sampleNotFound',
  });
});

test('[BP4] the page is public and reads the sums of all samples without reading one', async () => {
  const trips = await product.roundTripsOf(() => product.must('', 'project.getProject', { projectId }));
  expect(trips).toBe(5);
  const { points } = await outcomeOf();
  const stored = product.documents('outcomeSamples').filter((row) => row['projectId'] === projectId);
  const whole = stored.filter(
    (row) => row['voiding'] === null && Number(row['endedAt']) - Number(row['startedAt']) === SAMPLE_MS,
  );
  const sums = points.flatMap(({ before, after }) => [before, after]);
  const total = (field: 'sampleCount' | 'doneCount' | 'countedCount') =>
    sums.reduce((sum, one) => sum + one[field], 0);
  const done = whole.reduce((sum, row) => sum + Number(row['doneCount']), 0);
  const missed = whole.reduce((sum, row) => sum + Number(row['missedCount']), 0);
  expect({ samples: total('sampleCount'), done: total('doneCount'), counted: total('countedCount') }).toEqual(
    {
      samples: whole.length,
      done,
      counted: done + missed,
    },
  );
});

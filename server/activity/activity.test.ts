import { HOUR_MS } from '@domain/time/civil-day';
import { requestId, TestProduct } from '../../tests/kit/product';
import { activityInput, ORGANISER } from '../../tests/kit/shifts';

let product: TestProduct;
beforeAll(async () => {
  product = await TestProduct.start();
});
afterAll(() => product.stop());

test('[AC1] creating and publishing: visible to all, and a retried request makes nothing twice', async () => {
  const input = await activityInput(product);
  const first = await product.must(ORGANISER, 'activity.createActivity', input);
  const counts = () => ['activities', 'shifts'].map((name) => product.documents(name).length);
  const before = counts();
  const again = await product.must(ORGANISER, 'activity.createActivity', input);
  expect(again).toEqual(first);
  expect(counts()).toEqual(before);
  const seen = await product.must('anybody', 'activity.getActivity', { activityId: first.activityId });
  expect(seen).toMatchObject({ activity: { title: input.title, state: 'published' }, canManage: false });
  expect(seen.shifts).toHaveLength(1);
});

test('[AC2] a draft is seen only by those who may publish it; publishing opens its shifts', async () => {
  const input = { ...(await activityInput(product)), publish: false };
  const { activityId, shiftIds } = await product.must(ORGANISER, 'activity.createActivity', input);
  const shiftId = shiftIds[0] ?? '';
  expect(await product.call('anybody', 'activity.getActivity', { activityId })).toMatchObject({
    code: 'activity.notFound',
  });
  expect(
    await product.call('demo-volunteer', 'attendance.enrol', { requestId: requestId(), shiftId }),
  ).toMatchObject({ code: 'shift.notFound' });
  expect(await product.call('demo-volunteer', 'activity.publishActivity', { activityId })).toMatchObject({
    code: 'actor.forbidden',
  });
  await product.must(ORGANISER, 'activity.publishActivity', { activityId });
  await product.must(ORGANISER, 'activity.publishActivity', { activityId });
  expect(
    (await product.call('demo-volunteer', 'attendance.enrol', { requestId: requestId(), shiftId })).ok,
  ).toBe(true);
});

test('[AC3] text that fails the content check is not published and leaves nothing', async () => {
  const input = await activityInput(product);
  const before = product.documents('activities').length;
  const answer = await product.call(ORGANISER, 'activity.createActivity', {
    ...input,
    description: '这里有违规测试词，不应发布。',
  });
  expect(answer).toMatchObject({ code: 'activity.contentRefused' });
  expect(product.documents('activities')).toHaveLength(before);
});

test('[AC4] impossible shift times are refused by name', async () => {
  const input = await activityInput(product);
  const now = product.cloud.clock.now();
  const send = (startsAt: number, endsAt: number) =>
    product.call(ORGANISER, 'activity.createActivity', {
      ...input,
      requestId: requestId(),
      shifts: [{ startsAt, endsAt, capacity: null }],
    });
  const cases = [
    [now + 2 * HOUR_MS, now + HOUR_MS, 'endBeforeStart'],
    [now + HOUR_MS, now + HOUR_MS + 60_000, 'tooShort'],
    [now + HOUR_MS, now + 20 * HOUR_MS, 'tooLong'],
    [now - 5 * HOUR_MS, now - HOUR_MS, 'past'],
    [now + 400 * 24 * HOUR_MS, now + 400 * 24 * HOUR_MS + HOUR_MS, 'tooFarAhead'],
  ] as const;
  for (const [startsAt, endsAt, reason] of cases) {
    expect(await send(startsAt, endsAt)).toMatchObject({
      code: 'activity.shiftTimesInvalid',
      params: { reason },
    });
  }
});

test('[AC5] only the project’s own team or its office creates under it', async () => {
  const input = await activityInput(product);
  for (const openId of ['demo-volunteer', 'somebody']) {
    expect(await product.call(openId, 'activity.createActivity', input)).toMatchObject({
      code: 'actor.forbidden',
    });
  }
  const { projects } = await product.must('demo-city', 'activity.listOrganisedProjects', {});
  expect(projects).toHaveLength(8);
  const foreign = projects.find((project) => project.projectId !== input.projectId);
  expect(
    await product.call(ORGANISER, 'activity.createActivity', {
      ...input,
      requestId: requestId(),
      projectId: foreign?.projectId ?? '',
    }),
  ).toMatchObject({ code: 'actor.forbidden' });
});

test('[AC6] lists are paged by key without loss or repetition', async () => {
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof list>> = await list(cursor);
    seen.push(...page.activities.map((activity) => activity.activityId));
    cursor = page.nextCursor;
  } while (cursor !== null);
  expect(new Set(seen).size).toBe(seen.length);
  const now = product.cloud.clock.now();
  const open = product
    .documents('activities')
    .filter((row) => row['state'] === 'published' && Number(row['lastEndsAt']) > now);
  expect(seen).toHaveLength(open.length);

  function list(after: string | null) {
    return product.must('anybody', 'activity.listUpcomingActivities', {
      countyCode: null,
      projectId: null,
      cursor: after,
    });
  }
});

test('[LK4] the mini-program code is made once and its scene leads back to the activity', async () => {
  const { projects } = await product.must(ORGANISER, 'activity.listOrganisedProjects', {});
  const target = { kind: 'project' as const, projectId: projects[0]?.projectId ?? '' };
  const first = await product.must(ORGANISER, 'reach.getMiniProgramCode', { target });
  const second = await product.must(ORGANISER, 'reach.getMiniProgramCode', { target });
  expect(second.scene).toBe(first.scene);
  const image = Buffer.from(await (await fetch(first.imageUrl)).arrayBuffer());
  expect(image.subarray(1, 4).toString()).toBe('PNG');
  expect(product.documents('miniProgramCodes')).toHaveLength(1);
});

test('[PJ1] brand projects and their stories are readable by anybody', async () => {
  const { projects } = await product.must('', 'project.listBrandProjects', { cursor: null });
  expect(projects).toHaveLength(8);
  for (const { projectId, pictureUrl, isBrand } of projects) {
    expect(isBrand).toBe(true);
    expect((await fetch(pictureUrl)).status).toBe(200);
    const story = await product.must('', 'project.getProject', { projectId });
    expect(story.story.length).toBeGreaterThanOrEqual(3);
  }
  expect(await product.call('', 'project.getProject', { projectId: 'AAAAAAAAAA' })).toMatchObject({
    code: 'project.notFound',
  });
});

/** 照片 through the real functions, storage and the local check (PT1–PT3). */
import { decode } from 'jpeg-js';
import { parseActivityId, parseProjectId } from '@domain/kernel/identifiers';
import { MAXIMUM_PICTURES } from '@contract/picture.contract';
import { GREEN, MAGENTA, pictureOf, sendPicture } from '../../tests/kit/pictures';
import { requestId, TestProduct } from '../../tests/kit/product';
import { activityInput, ORGANISER } from '../../tests/kit/shifts';

let product: TestProduct;
beforeAll(async () => {
  product = await TestProduct.start();
});
afterAll(() => product.stop());

async function activity() {
  const { activityId } = await product.must(
    ORGANISER,
    'activity.createActivity',
    await activityInput(product),
  );
  return { kind: 'activity', activityId: parseActivityId(activityId) } as const;
}
const shown = async (activityId: string) =>
  (await product.must('', 'activity.getActivity', { activityId })).pictures;

test('[PT1][PT3] in parts, once; anybody sees it with its words; a thumbnail beside it', async () => {
  const owner = await activity();
  const file = pictureOf(GREEN, 1600, 900);
  const wishes = { alt: '志愿者在路口', requestId: requestId() };
  const first = await sendPicture(product, ORGANISER, owner, file, wishes);
  expect(first).toMatchObject({ ok: true });
  expect(await sendPicture(product, ORGANISER, owner, file, wishes)).toEqual(first);
  const pictures = await shown(owner.activityId);
  expect(pictures).toMatchObject([{ alt: '志愿者在路口', width: 1280, height: 720 }]);
  const read = async (url: string) => decode(Buffer.from(await (await fetch(url)).arrayBuffer()));
  expect((await read(pictures[0]?.url ?? '')).width).toBe(1280);
  expect((await read(pictures[0]?.thumbnailUrl ?? '')).width).toBe(640);
});

test('[PT1] what waits for a part is no picture yet; what is none is refused by name', async () => {
  const owner = await activity();
  const part = { requestId: requestId(), owner, alt: '测试照片', content: 'AAAA' };
  const send = (wishes: { part: number; partCount: number }) =>
    product.call(ORGANISER, 'picture.addPart', { ...part, ...wishes });
  expect(await send({ part: 0, partCount: 2 })).toMatchObject({ value: { pictureId: null } });
  expect(await send({ part: 2, partCount: 2 })).toMatchObject({ code: 'picture.unreadable' });
  const text = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
  expect(await sendPicture(product, ORGANISER, owner, text)).toMatchObject({ code: 'picture.unreadable' });
  expect(await sendPicture(product, ORGANISER, owner, pictureOf(GREEN, 100, 100))).toMatchObject({
    code: 'picture.tooSmall',
  });
});

test('[PT2] a picture, or words, that fail the content check are not stored', async () => {
  const owner = await activity();
  expect(await sendPicture(product, ORGANISER, owner, pictureOf(MAGENTA))).toMatchObject({
    code: 'picture.refused',
  });
  expect(await sendPicture(product, ORGANISER, owner, pictureOf(GREEN), { alt: '违规测试词' })).toMatchObject(
    {
      code: 'activity.contentRefused',
    },
  );
  expect(await shown(owner.activityId)).toEqual([]);
});

test('[PT3] a project’s story: by its team; order, words, removal; no file is left', async () => {
  const { projects } = await product.must(ORGANISER, 'activity.listOrganisedProjects', {});
  const owner = { kind: 'project', projectId: parseProjectId(projects[0]?.projectId ?? '') } as const;
  for (const openId of ['demo-volunteer', 'somebody']) {
    expect(await sendPicture(product, openId, owner, pictureOf(GREEN))).toMatchObject({
      code: 'actor.forbidden',
    });
  }
  for (const alt of ['第一张', '第二张', '第三张']) {
    await sendPicture(product, ORGANISER, owner, pictureOf(GREEN), { alt });
  }
  const read = async () =>
    (await product.must('', 'project.getProject', { projectId: owner.projectId })).pictures;
  const before = await read();
  const [first, second, third] = before.map(({ pictureId }) => pictureId);
  if (first === undefined || second === undefined || third === undefined) throw new Error('three were sent');
  const arrange = (knownIds: string[]) =>
    product.call(ORGANISER, 'picture.arrange', {
      ...{ requestId: requestId(), owner, knownIds },
      pictures: [
        { pictureId: third, alt: '先看这张' },
        { pictureId: first, alt: '第一张' },
      ],
    });
  expect(await arrange([first, third])).toMatchObject({ code: 'picture.changedMeanwhile' });
  for (let count = 0; count < 2; count += 1) {
    expect(await arrange([first, second, third])).toMatchObject({
      value: { pictures: [{ alt: '先看这张' }, { alt: '第一张' }] },
    });
  }
  expect((await read()).map(({ alt }) => alt)).toEqual(['先看这张', '第一张']);
  expect((await fetch(before[1]?.url ?? '')).status).not.toBe(200);
});

test('[PT3] no more than a page bears, however many come at once', async () => {
  const owner = await activity();
  const file = pictureOf(GREEN, 240, 200);
  const sent = Array.from({ length: MAXIMUM_PICTURES + 2 }, () =>
    sendPicture(product, ORGANISER, owner, file),
  );
  const answers = await Promise.all(sent);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(MAXIMUM_PICTURES);
  expect(answers.flatMap((answer) => (answer.ok ? [] : [answer.code]))).toEqual([
    'picture.tooMany',
    'picture.tooMany',
  ]);
  expect(await shown(owner.activityId)).toHaveLength(MAXIMUM_PICTURES);
});

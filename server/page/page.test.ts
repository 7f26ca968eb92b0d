/** The small pages as a browser gets them: the built function behind the local cloud's HTTP access. */
import { addressOf, linkOfScene, sceneOf, type Link } from '@domain/link/link';
import { parseActivityId, parseProjectId } from '@domain/kernel/identifiers';
import { parseFaultRule } from '@local-cloud/faults/fault-rules';
import { KEPT_MS } from './kept-for-a-minute';
import { issueInput, recordsOfOneIssuer } from '../../tests/kit/certificates';
import { activityInput } from '../../tests/kit/shifts';
import { GREEN, pictureOf, sendPicture } from '../../tests/kit/pictures';
import { requestId, TestProduct } from '../../tests/kit/product';

const ORGANISER = 'demo-organiser';
const VIA = { kind: 'article', number: 7 } as const;
let product: TestProduct;

beforeAll(async () => {
  product = await TestProduct.start(300);
});
afterEach(() => product.standAt());
afterAll(() => product.stop());

async function open(address: string): Promise<{ status: number; text: string; headers: Headers }> {
  const answer = await fetch(product.cloud.url + address, { redirect: 'manual' });
  return { status: answer.status, text: await answer.text(), headers: answer.headers };
}

async function aProject() {
  const { projects } = await product.must('', 'project.listBrandProjects', { cursor: null });
  const projectId = parseProjectId(projects[0]?.projectId ?? '');
  return product.must('', 'project.getProject', { projectId });
}

test('[PG2] a project is read as a visitor of the app reads it', async () => {
  const story = await aProject();
  const link: Link = { kind: 'project', projectId: story.project.projectId };
  const { status, text, headers } = await open(addressOf('', link, VIA));
  expect(status).toBe(200);
  expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(headers.get('cache-control')).toBe('public, max-age=60');
  for (const words of [story.project.title, story.project.goal, story.teamName, ...story.story]) {
    expect(text).toContain(words);
  }
  expect(text).toContain('演示数据');
  expect(text).toContain(`<meta property="og:title" content="${story.project.title}"`);
  expect((await fetch(/<img src="([^"]+)"/.exec(text)?.[1]?.replaceAll('&amp;', '&') ?? '')).status).toBe(
    200,
  );
  // The way on keeps the channel.
  expect(text).toContain(`href="/l?s=${sceneOf(link, VIA)}&amp;seen=1"`);
  for (const { activityId } of story.activities) {
    expect(text).toContain(addressOf('', { kind: 'activity', activityId }, VIA));
  }
});

test('[PG1] nothing in a page runs, and nothing but its picture is fetched', async () => {
  const { project } = await aProject();
  const { text, headers } = await open(addressOf('', { kind: 'project', projectId: project.projectId }));
  expect(text).not.toMatch(/<script|<link rel="stylesheet|@import|url\(| on[a-z]+=/i);
  expect(text.match(/<img /g)).toHaveLength(1);
  expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'/);
  expect(text).not.toContain('class="big"');
  const big = /href="(\/p\?s=[^"]+big=1)"/.exec(text)?.[1]?.replaceAll('&amp;', '&') ?? '';
  expect((await open(big)).text).toContain('class="big"');
});

test('[PG2] an activity has its shifts and seats; a draft is not there, no text is HTML', async () => {
  const title = '测试 <b>"活动"</b> & 一';
  const input = { ...(await activityInput(product)), title, publish: false };
  const { activityId } = await product.must(ORGANISER, 'activity.createActivity', input);
  const link: Link = { kind: 'activity', activityId: parseActivityId(activityId) };
  const draft = await open(addressOf('', link));
  expect([draft.status, draft.text.includes('测试')]).toEqual([404, false]);
  expect(draft.text).toContain('看看品牌项目');
  await product.must(ORGANISER, 'activity.publishActivity', { activityId });
  const { status, text } = await open(addressOf('', link));
  expect(status).toBe(200);
  expect(text).toContain('测试 &lt;b&gt;&quot;活动&quot;&lt;/b&gt; &amp; 一');
  expect(text).not.toContain('<b>');
  expect(text).toMatch(/还有 \d+ 个名额|不限名额/);
  expect(text).toContain('我要报名');
});

test('[PG1] pictures of an activity: the first on top, others further down, with their words', async () => {
  const input = { ...(await activityInput(product)), publish: true };
  const { activityId } = await product.must(ORGANISER, 'activity.createActivity', input);
  const owner = { kind: 'activity', activityId: parseActivityId(activityId) } as const;
  await sendPicture(product, ORGANISER, owner, pictureOf(GREEN), { alt: '第一张' });
  await sendPicture(product, ORGANISER, owner, pictureOf(GREEN), { alt: '第二张 "<b>' });
  const { pictures } = await product.must('', 'activity.getActivity', { activityId });
  const { text } = await open(addressOf('', owner));
  const shown = [...text.matchAll(/<img\s[^>]*src="([^"]+)"/g)].map(([, src = '']) =>
    src.replaceAll('&amp;', '&'),
  );
  expect(shown).toEqual([pictures[0]?.url, pictures[1]?.thumbnailUrl]);
  for (const url of shown) expect((await fetch(url)).status).toBe(200);
  expect(text).toContain('alt="第二张 &quot;&lt;b&gt;"');
});

test('[PG2] the public statistics hide what the app hides', async () => {
  const board = await product.must('', 'statistics.getPublicBoard', {});
  const { text } = await open(addressOf('', { kind: 'statistics' }));
  const rows = [...text.matchAll(/<tr><th scope="row">(.*?)<\/th>(.*?)<\/tr>/g)].map(([, name, cells]) => [
    name,
    ...[...(cells ?? '').matchAll(/<td>(.*?)<\/td>/g)].map(([, cell]) => cell?.replaceAll(',', '')),
  ]);
  const wanted = [board.total, ...board.counties].map((row, index) => [
    index === 0 ? '合计' : row.name,
    row.registered === null ? '＊' : String(row.registered),
    row.activeCum === null ? '＊' : String(row.activeCum),
    row.serviceMinutes === null ? '＊' : String(Math.floor(row.serviceMinutes / 60)),
    String(row.brandProjectCount),
  ]);
  expect(rows).toEqual(wanted);
  expect(text).toMatch(/截至 \d{4}年/);
  expect(text).toContain('这些数怎么算');
});

test('[PG4] a certificate is looked at anew each time and kept nowhere', async () => {
  const openId = 'demo-volunteer';
  const records = (await recordsOfOneIssuer(product, openId)).slice(0, 2);
  const { certificate } = await product.must(openId, 'certificate.issue', issueInput(records));
  const { certificateId } = certificate;
  const { scene } = await product.must(openId, 'certificate.get', { certificateId });
  const link = linkOfScene(scene);
  if (link === null) throw new Error('an issued certificate has a link');
  const address = addressOf('', link);
  const valid = await open(address);
  expect(valid.text).toMatch(/class="verdict valid"[^>]*>有效</);
  expect(valid.text).toContain('noindex');
  expect(valid.headers.get('cache-control')).toBe('no-store');
  expect(valid.text).not.toContain('to=app');
  expect((await open(`${address}&to=app`)).status).toBe(200);
  expect(JSON.stringify(product.documents('platformLinks'))).not.toContain(':v.');
  await product.must(openId, 'certificate.revoke', {
    requestId: requestId(),
    certificateId,
  });
  expect((await open(address)).text).toMatch(/class="verdict revoked"[^>]*>已作废</);
});

test('[PG4] an answer is kept for a minute: of thousands who read it each costs the opening', async () => {
  product.cloud.functions.recycle();
  const { project } = await aProject();
  const address = addressOf('', { kind: 'project', projectId: project.projectId });
  const trips = () => product.roundTripsOf(() => open(address));
  // Each of the two instances asks once.
  const costs = [];
  for (let visit = 0; visit < 6; visit += 1) costs.push(await trips());
  expect(costs.filter((cost) => cost === 1).length).toBeGreaterThanOrEqual(3);
  expect(Math.max(...costs)).toBeLessThanOrEqual(9);
  product.standAt(KEPT_MS + 1);
  expect(await trips()).toBeGreaterThan(1);
});

test('[PG5] into the mini-program by a link of WeChat’s, made once for each way', async () => {
  const { project } = await aProject();
  const link: Link = { kind: 'project', projectId: project.projectId };
  const go = (channel: typeof VIA | null) => open(`${addressOf('', link, channel)}&to=app`);
  const before = product.documents('platformLinks').length;
  const answers = [await go(VIA), await go(VIA), await go(null)];
  expect(answers.map(({ status }) => status)).toEqual([302, 302, 302]);
  expect(answers[0]?.headers.get('location')).toContain(`scene=${sceneOf(link, VIA)}`);
  expect(product.documents('platformLinks')).toHaveLength(before + 2);
  const missing: Link = { kind: 'project', projectId: parseProjectId('nothing000') };
  expect((await open(`${addressOf('', missing)}&to=app`)).status).toBe(404);
  expect(product.documents('platformLinks')).toHaveLength(before + 2);
});

test('[PG5] what has no page goes to the app, what cannot be read is told so', async () => {
  const { shiftId } = (
    await product.must('', 'activity.getActivity', {
      activityId: (await aProject()).activities[0]?.activityId ?? '',
    })
  ).shifts[0] ?? { shiftId: null };
  if (shiftId === null) throw new Error('the demo has shifts ahead');
  const scene = sceneOf({ kind: 'shift', shiftId }, VIA);
  expect((await open(`/p?s=${scene}`)).headers.get('location')).toBe(`/l?s=${scene}`);
  for (const address of ['/p', '/p?s=', `/p?s=${scene.slice(1)}`, '/p?s=%3Cscript%3E', '/p?s=a&s=b']) {
    const { status, text } = await open(address);
    expect([address, status]).toEqual([address, 404]);
    expect(text).toContain('这个链接打不开');
  }
  const posted = await fetch(`${product.cloud.url}/p?s=${scene}`, { method: 'POST', body: 'x' });
  expect(posted.status).toBe(405);
  product.cloud.functions.recycle();
  product.cloud.faults.add(
    parseFaultRule({ kind: 'error', match: 'database.*', code: 'X', message: 'x', times: 100 }),
  );
  const statistics = sceneOf({ kind: 'statistics' });
  expect((await open(`/p?s=${statistics}`)).headers.get('location')).toBe(`/l?s=${statistics}`);
  product.cloud.faults.clear();
});

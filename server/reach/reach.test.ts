/** Links that WeChat makes, on the local cloud: made once, made anew in time, and they lead back. */
import { arrivalOfText, type Arrival } from '@domain/link/link';
import { parseProjectId } from '@domain/kernel/identifiers';
import { DAY_MS } from '@domain/time/civil-day';
import { TestProduct } from '../../tests/kit/product';

const ORGANISER = 'demo-organiser';
const FORMS = ['urlLink', 'urlScheme', 'shortLink'] as const;
let product: TestProduct;

beforeAll(async () => {
  product = await TestProduct.start();
});
afterEach(() => product.standAt());
afterAll(() => product.stop());

async function someProject(): Promise<string> {
  const { projects } = await product.must('', 'project.listBrandProjects', { cursor: null });
  return projects[0]?.projectId ?? '';
}

test('[LK8] each form leads back to the link and its channel, and is made once', async () => {
  const projectId = await someProject();
  const target = { kind: 'project' as const, projectId };
  const channel = { kind: 'message' as const, number: 7 };
  const wanted: Arrival = { link: { kind: 'project', projectId: parseProjectId(projectId) }, channel };
  for (const form of FORMS) {
    const ask = () => product.must(ORGANISER, 'reach.getPlatformLink', { target, channel, form });
    const first = await ask();
    expect(arrivalOfText(first.text)).toEqual(wanted);
    expect(first.expiresAt - product.cloud.clock.now()).toBeGreaterThan(29 * DAY_MS);
    expect(await ask()).toEqual(first);
  }
  expect(product.documents('platformLinks')).toHaveLength(FORMS.length);
  const calls = product.cloud.openApi.calls.newest(100).filter(({ name }) => name.endsWith('.generate'));
  expect(calls).toHaveLength(FORMS.length);
});

test('[LK8] with less than a week left it is made anew', async () => {
  const target = { kind: 'statistics' as const };
  const ask = () => product.must(ORGANISER, 'reach.getPlatformLink', { target, form: 'urlLink' });
  const first = await ask();
  product.standAt(22 * DAY_MS);
  expect((await ask()).expiresAt).toBe(first.expiresAt);
  product.standAt(24 * DAY_MS);
  expect((await ask()).expiresAt).toBeGreaterThan(first.expiresAt + 20 * DAY_MS);
});

test('[LK8] nothing is made for what is not there', async () => {
  const target = { kind: 'activity' as const, activityId: 'nothing000' };
  const answer = await product.call(ORGANISER, 'reach.getPlatformLink', { target, form: 'shortLink' });
  expect(answer).toMatchObject({ ok: false, code: 'project.notFound' });
});

/** 打开 through the real functions: recorded once, where their content belongs, and summed exactly. */
import { sceneOf, addressOf, type Link } from '@domain/link/link';
import type { Channel } from '@domain/link/channel';
import { contentOfText } from '@domain/link/content';
import { originOfText } from '@domain/link/referral';
import { parseActivityId, parseProjectId, parseShiftId, parseWakeId } from '@domain/kernel/identifiers';
import { DAY_MS, monthOf, parseCivilDay } from '@domain/time/civil-day';
import { CALLS_AN_HOUR } from '@contract/call-limits';
import { parseFaultRule } from '@local-cloud/faults/fault-rules';
import { documentSchemas } from '../kernel/documents';
import { countChannelsNaively, isAbout, isVia } from '../../tests/kit/naive-channels';
import { requestId, TestProduct } from '../../tests/kit/product';
import { activityInput, ORGANISER } from '../../tests/kit/shifts';
import { tamper } from '../../tests/kit/tamper';
import { wakeInput } from '../../tests/kit/wake-access';

jest.setTimeout(120_000);

const VIA: Channel = { kind: 'article', number: 7 };
let product: TestProduct;
beforeAll(async () => {
  product = await TestProduct.start();
});
beforeEach(() => product.renew());
afterAll(() => product.stop());

const openings = () => product.documents('openings').map((row) => documentSchemas.openings.parse(row));
const sumsOf = (id: string) =>
  documentSchemas.channelSums.parse(
    product.documents('channelSums').find(({ _id }) => _id === id) ?? { _id: id, cells: {} },
  ).cells;
const sweep = () => product.cloud.runTimer('sweep');

function open(link: Link, channel: Channel | null = VIA, openId = '', id = requestId()) {
  return product.must(openId, 'reach.recordOpening', { requestId: id, scene: sceneOf(link, channel) });
}

async function aProject(): Promise<Link & { kind: 'project' }> {
  const { projects } = await product.must('', 'project.listBrandProjects', { cursor: null });
  return { kind: 'project', projectId: parseProjectId(projects[0]?.projectId ?? '') };
}

test('[VI1] an opening is recorded once for a request, and names nobody', async () => {
  const project = await aProject();
  const id = requestId();
  expect(await open(project, VIA, 'somebody', id)).toEqual({ outcome: 'recorded' });
  expect(await open(project, VIA, 'somebody', id)).toEqual({ outcome: 'already' });
  expect(await open(project, null)).toEqual({ outcome: 'recorded' });
  expect(openings()).toHaveLength(2);
  expect(JSON.stringify(openings())).not.toContain('somebody');
  expect(
    openings()
      .map(({ origin }) => origin.slice(0, 3))
      .sort(),
  ).toEqual(['- p', 'a07']);
});

test('[VI1] what is damaged, proves something or leads to nothing is not counted, and no error', async () => {
  const nothing: Link = { kind: 'project', projectId: parseProjectId('nothing000') };
  expect(await open(nothing)).toEqual({ outcome: 'notCounted' });
  const rotating: Link = { kind: 'checkIn', shiftId: parseShiftId('abcdefghij'), code: '1.abcdefghij' };
  expect(await open(rotating, null)).toEqual({ outcome: 'notCounted' });
  const input = { requestId: requestId(), scene: 'p.cut' };
  expect(await product.must('', 'reach.recordOpening', input)).toEqual({ outcome: 'notCounted' });
  const draft = { ...(await activityInput(product)), publish: false };
  const { activityId } = await product.must(ORGANISER, 'activity.createActivity', draft);
  const link: Link = { kind: 'activity', activityId: parseActivityId(activityId) };
  expect(await open(link)).toEqual({ outcome: 'notCounted' });
  expect(openings()).toEqual([]);
});

test('[VI1] an account opens so many links in an hour, and no more are counted', async () => {
  const most = CALLS_AN_HOUR['reach.recordOpening'] ?? 0;
  expect(most).toBeGreaterThan(0);
  await open({ kind: 'statistics' }, null, 'busy');
  const [count] = product.documents('callCounts').map((row) => documentSchemas.callCounts.parse(row));
  await tamper(product, 'callCounts', count?._id ?? '', { count: most });
  const one = { requestId: requestId(), scene: sceneOf({ kind: 'statistics' }) };
  expect(await product.call('busy', 'reach.recordOpening', one)).toMatchObject({
    ok: false,
    code: 'request.tooOften',
  });
  expect(openings()).toHaveLength(1);
});

test('[VI2] an opening belongs to the county of its content, a shift to its activity', async () => {
  const project = await aProject();
  const { activityId, shiftIds } = await product.must(
    ORGANISER,
    'activity.createActivity',
    await activityInput(product),
  );
  const { wake } = await product.must('demo-county', 'wake.make', wakeInput());
  const [station] = product.documents('stations').map((row) => documentSchemas.stations.parse(row));
  const stored = product.documents('projects').map((row) => documentSchemas.projects.parse(row));
  const own = stored.find(({ _id }) => _id === project.projectId)?.divisionCode.slice(0, 6) ?? '';
  const expected = [
    [project, `p-${project.projectId}`, own],
    [{ kind: 'activity', activityId: parseActivityId(activityId) }, `a-${activityId}`, '513201'],
    [{ kind: 'shift', shiftId: parseShiftId(shiftIds[0] ?? '') }, `a-${activityId}`, '513201'],
    [{ kind: 'station', stationId: station?._id ?? '' }, `w-${station?._id ?? ''}`, station?.countyCode],
    [{ kind: 'invitation', wakeId: parseWakeId(wake.wakeId) }, `i-${wake.wakeId}`, '513201'],
    [{ kind: 'statistics' }, 't-', '5132'],
  ] as const satisfies readonly (readonly [Link, string, string | undefined])[];
  for (const [link] of expected) await open(link);
  const origins = openings().map(({ origin }) => origin);
  expect([...origins].sort()).toEqual(expected.map(([, text, code]) => `a07 ${text} ${code ?? ''}`).sort());
});

/** Openings of a few kinds, as they come when an article is out: more than a batch. */
async function manyOpenings(): Promise<void> {
  const links: Link[] = [await aProject(), { kind: 'statistics' }];
  const channels = [VIA, { kind: 'poster', number: 1 }, null] as const;
  const all = Array.from({ length: 120 }, (_none, index) => ({
    link: links[index % 2] ?? { kind: 'statistics' as const },
    channel: channels[index % 3] ?? null,
  }));
  for (let from = 0; from < all.length; from += 10)
    await Promise.all(all.slice(from, from + 10).map(({ link, channel }) => open(link, channel)));
}

/** What was recorded, counted one by one, against the sums of before and now. */
function expectCounted(recorded: ReturnType<typeof openings>, before: ReadonlyMap<string, number>): void {
  const seen = recorded.map(({ origin, day }) => {
    const read = originOfText(origin);
    if (read === null) throw new Error('a stored origin is one');
    return { origin: read, day };
  });
  const month = monthOf(parseCivilDay(recorded[0]?.day ?? ''));
  for (const division of new Set(['5132', ...seen.map(({ origin }) => origin.divisionCode)])) {
    const cells = sumsOf(`${division}:${month}`);
    const addedIn = (cell: string): number =>
      (cells[cell]?.opened ?? 0) - (before.get(`${division} ${cell}`) ?? 0);
    for (const [cell, channel] of [
      ['c-a07', VIA],
      ['c-none', null],
    ] as const) {
      const { opened } = countChannelsNaively(seen, [], { division, month }, isVia(channel));
      expect([division, cell, addedIn(cell)]).toEqual([division, cell, opened]);
    }
    for (const text of new Set(
      seen.flatMap(({ origin }) => (origin.content === null ? [] : [origin.content])),
    )) {
      const cell = `k-${text.kind === 'statistics' ? 't-' : `p-${text.id}`}`;
      const { opened } = countChannelsNaively(seen, [], { division, month }, isAbout(text, division));
      expect(contentOfText(cell.slice(2))).toEqual(text);
      expect([division, cell, addedIn(cell)]).toEqual([division, cell, opened]);
    }
  }
}

test('[VI3] the timer adds openings up exactly, once, and takes them away a day later', async () => {
  await manyOpenings();
  const before = openedOf(monthOf(parseCivilDay(openings()[0]?.day ?? '')));
  await sweep();
  expectCounted(openings(), before);
  const recorded = openings();
  expect(recorded.every(({ isCounted }) => isCounted)).toBe(true);
  const first = JSON.stringify(product.documents('channelSums'));
  await sweep();
  expect(JSON.stringify(product.documents('channelSums'))).toBe(first);
  product.standAt(DAY_MS + 60_000);
  await sweep();
  expect(openings()).toEqual([]);
  expect(JSON.stringify(product.documents('channelSums'))).toBe(first);
});

function openedOf(month: string): Map<string, number> {
  const rows = product.documents('channelSums').map((row) => documentSchemas.channelSums.parse(row));
  return new Map(
    rows
      .filter(({ _id }) => _id.endsWith(month))
      .flatMap(({ _id, cells }) =>
        Object.entries(cells).map(
          ([cell, { opened = 0 }]) => [`${_id.split(':')[0] ?? ''} ${cell}`, opened] as const,
        ),
      ),
  );
}

test('[VI3][SI1] a timer that dies anywhere, or two at once, count no opening twice or never', async () => {
  const { faults, clock } = product.cloud;
  await manyOpenings();
  const recorded = openings();
  const before = openedOf(monthOf(parseCivilDay(recorded[0]?.day ?? '')));
  let killed = 0;
  for (const atCall of [20, 40, 120, 216, 220, 222, 224]) {
    faults.add(parseFaultRule({ kind: 'killWorker', match: 'sweep', atCall, after: atCall % 4 === 0 }));
    await sweep().catch(() => undefined);
    killed += faults.list()[0]?.fired ?? 0;
    faults.clear();
    // What a dead instance held lapses.
    clock.advance(31_000);
  }
  expect(killed).toBeGreaterThan(2);
  faults.add(parseFaultRule({ kind: 'dropAnswer', match: 'database.commitTransaction', times: 2 }));
  await Promise.all([sweep(), sweep()]);
  faults.clear();
  await sweep();
  expectCounted(recorded, before);
  expect(openings().every(({ isCounted }) => isCounted)).toBe(true);
});

async function get(address: string, method = 'GET'): Promise<string> {
  const answer = await fetch(product.cloud.url + address, { redirect: 'manual', method });
  return answer.text();
}

test('[VI1] a small page counts whoever opens it, and whoever goes on from there no further', async () => {
  const project = await aProject();
  const address = addressOf('', project, VIA);
  await get(address, 'HEAD');
  await get(addressOf('', { kind: 'project', projectId: parseProjectId('nothing000') }, VIA));
  expect(openings()).toEqual([]);
  const text = await get(address);
  await get(address);
  expect(openings().map(({ origin }) => origin.split(' ').slice(0, 2))).toEqual([
    ['a07', `p-${project.projectId}`],
    ['a07', `p-${project.projectId}`],
  ]);
  const hrefs = [...text.matchAll(/href="(\/[lp]\?[^"]+)"/g)].map(([, href = '']) =>
    href.replaceAll('&amp;', '&'),
  );
  expect(hrefs.length).toBeGreaterThan(3);
  for (const href of hrefs) await get(href);
  expect(openings()).toHaveLength(2);
  expect(hrefs.every((href) => href.includes('seen=1') || href.includes('to=app'))).toBe(true);
  const made = product.documents('platformLinks').map(({ _id }) => _id);
  expect(made).toContain(`urlLink:${sceneOf(project, VIA)}&seen=1`);
});

test('[VI1] a page is shown although its opening could not be written', async () => {
  const project = await aProject();
  await get(addressOf('', project, VIA));
  product.cloud.faults.add(
    parseFaultRule({ kind: 'error', match: 'database.*', code: 'X', message: 'x', times: 100 }),
  );
  expect(await get(addressOf('', project, VIA))).toContain('演示数据');
  product.cloud.faults.clear();
});

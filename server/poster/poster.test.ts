/** 海报 through the real functions: read back by a program that knows nothing of how they were written. */
import { parseFaultRule } from '@local-cloud/faults/fault-rules';
import type { InputOf } from '@contract/procedures';
import { POSTER_MAXIMUM_STATIONS } from '@contract/poster.contract';
import { DAY_MS, MINUTE_MS } from '@domain/time/civil-day';
import { readPdf } from '../../tests/kit/read-pdf';
import { requestId, TestProduct } from '../../tests/kit/product';
import { openShift } from '../../tests/kit/shifts';
import { addBehind, tamper } from '../../tests/kit/tamper';

const ORGANISER = 'demo-organiser';
const COUNTY_OFFICE = 'demo-county';
const COUNTY = '513201';
const REFUSED = { kind: 'error', match: 'wx.openApi*', times: 9 };
const CARDS = { countyCode: COUNTY, form: 'card', code: 'web', number: 3 } as const;

let product: TestProduct;
beforeAll(async () => {
  product = await TestProduct.start();
});
afterEach(() => product.standAt());
afterAll(() => product.stop());

type Look = Partial<InputOf<'poster.getPoster'>> & Pick<InputOf<'poster.getPoster'>, 'target'>;
async function poster(look: Look) {
  const wanted = { file: 'pdf', form: 'sheet', code: 'web', number: 1, ...look } as const;
  const answer = await product.must(ORGANISER, 'poster.getPoster', wanted);
  const response = await fetch(answer.url);
  return { ...answer, content: Buffer.from(await response.arrayBuffer()) };
}
const textOf = (document: Record<string, unknown> | undefined, field: string): string => {
  const value = document?.[field];
  return typeof value === 'string' ? value : '';
};
const generated = (): number =>
  product.cloud.openApi.calls.newest(1_000).filter(({ name }) => name === 'wxacode.getUnlimited').length;

test('[PO1] an activity’s poster says what, when, where; a station’s and a project’s as well', async () => {
  const shiftId = await openShift(product, { startsInMs: 2 * DAY_MS });
  const { shift, activity } = await product.must(ORGANISER, 'activity.getShift', { shiftId });
  const target = { kind: 'activity', activityId: activity.activityId } as const;
  const [text = ''] = readPdf((await poster({ target })).content);
  for (const words of [activity.title, shift.place.name, activity.teamName, '扫码报名', '志愿服务活动'])
    expect(text).toContain(words.replace(/\s/g, ''));
  expect(text).toMatch(/时间\d+月\d+日（周[一二三四五六日]）\d\d:\d\d–/);
  const [project] = product.documents('projects');
  const projectId = textOf(project, '_id');
  const ofProject = await poster({ target: { kind: 'project', projectId }, form: 'card' });
  expect(readPdf(ofProject.content)[0]).toContain(textOf(project, 'title'));
  expect(ofProject.fileName).toBe(`${textOf(project, 'title')}台卡.pdf`);
  const [station] = product.documents('stations');
  const stationId = textOf(station, '_id');
  const picture = await poster({ target: { kind: 'station', stationId }, file: 'picture' });
  expect(picture.content.subarray(1, 4).toString()).toBe('PNG');
});

test('[PO4] a station’s code opens the station, with what goes on in its county', async () => {
  const station = product.documents('stations').find(({ countyCode }) => countyCode === COUNTY);
  const stationId = textOf(station, '_id');
  const seen = await product.must('', 'station.getStation', { stationId });
  expect(seen.station.name).toBe(textOf(station, 'name'));
  expect(seen.activities.length).toBeGreaterThan(0);
  const gone = await product.call('', 'station.getStation', { stationId: 'nothing000' });
  expect(gone).toMatchObject({ code: 'station.notFound' });
});

test('[PO2] unchanged it is the same file, made once; a changed word makes another', async () => {
  const projectId = textOf(product.documents('projects')[1], '_id');
  const target = { kind: 'project', projectId } as const;
  const first = await poster({ target, code: 'miniProgram' });
  expect(first.code).toBe('miniProgram');
  const [made, asked] = [product.documents('posters').length, generated()];
  product.standAt(DAY_MS);
  const again = await poster({ target, code: 'miniProgram' });
  expect([again.url, again.madeAt]).toEqual([first.url, first.madeAt]);
  expect([product.documents('posters').length, generated()]).toEqual([made, asked]);
  await tamper(product, 'projects', projectId, { goal: '换了一个说法' });
  const other = await poster({ target, code: 'miniProgram' });
  expect(other.url).not.toBe(first.url);
  expect(readPdf(other.content)[0]).toContain('换了一个说法');
  // The old file stays, and so does the code.
  expect((await fetch(first.url)).status).toBe(200);
  expect(generated()).toBe(asked);
});

test('[PO2] where WeChat gives no code, the address stands in and the screen is told', async () => {
  const projectId = textOf(product.documents('projects')[2], '_id');
  product.cloud.faults.add(parseFaultRule(REFUSED));
  const answer = await poster({ target: { kind: 'project', projectId }, code: 'miniProgram', number: 9 });
  product.cloud.faults.clear();
  expect(answer.code).toBe('web');
});

test('[PO2] of a draft, and of what is not there, there is none', async () => {
  const look = { file: 'pdf', form: 'sheet', code: 'web', number: 0 } as const;
  const draft = product.documents('activities').find(({ state }) => state !== 'published');
  for (const activityId of ['nothing000', ...(draft === undefined ? [] : [textOf(draft, '_id')])]) {
    const target = { kind: 'activity', activityId } as const;
    expect(await product.call(ORGANISER, 'poster.getPoster', { target, ...look })).toMatchObject({
      code: 'activity.notFound',
    });
  }
  const target = { kind: 'station', stationId: 'nothing000' } as const;
  expect(await product.call(ORGANISER, 'poster.getPoster', { target, ...look })).toMatchObject({
    code: 'station.notFound',
  });
});

const county = async () => (await product.must(COUNTY_OFFICE, 'poster.getCounty', CARDS)).posters;
const work = () => product.cloud.runTimer('export');

test('[PO3] all stations of a county are one file, although runs die; unchanged it is the same', async () => {
  for (let number = 0; number < 45; number += 1) await addStation(number);
  const before = generated();
  const ask = () => product.must(COUNTY_OFFICE, 'poster.requestCounty', { requestId: requestId(), ...CARDS });
  expect(await county()).toBeNull();
  expect(await ask()).toEqual({ state: 'making' });
  for (const nth of [6, 12, 16]) {
    product.cloud.faults.add(
      parseFaultRule({ kind: 'killWorker', match: 'export', atCall: nth, after: nth % 4 === 0, times: 1 }),
    );
    await work().catch(() => undefined);
    product.cloud.faults.clear();
    // What the dead run held in a transaction is free again.
    product.cloud.clock.advance(MINUTE_MS);
  }
  await work();
  const made = await county();
  expect(made).toMatchObject({ state: 'ready', fileName: '马尔康市实践站点台卡.pdf' });
  const stations = product
    .documents('stations')
    .filter(({ countyCode, state }) => countyCode === COUNTY && state === 'open');
  expect(made?.doneCount).toBe(stations.length);
  const pages = readPdf(Buffer.from(await (await fetch(made?.fileUrl ?? '')).arrayBuffer()));
  expect(pages).toHaveLength(stations.length);
  for (const station of stations) {
    const words = textOf(station, 'name').replace(/\s/g, '');
    expect(pages.filter((page) => page.includes(`${words}地址`))).toHaveLength(1);
  }
  expect(generated()).toBe(before);
  await ask();
  await work();
  expect((await county())?.fileUrl).toBe(made?.fileUrl);
});

test('[PO3] too many stations for one file, and none at all, are refused with the number', async () => {
  const elsewhere = { ...CARDS, countyCode: '513233' };
  const ask = (openId: string, wanted: typeof elsewhere | typeof CARDS) =>
    product.call(openId, 'poster.requestCounty', { requestId: requestId(), ...wanted });
  const theirs = product
    .documents('stations')
    .filter(({ countyCode }) => countyCode === elsewhere.countyCode);
  for (const station of theirs)
    await tamper(product, 'stations', textOf(station, '_id'), { state: 'closed' });
  expect(await ask('demo-city', elsewhere)).toMatchObject({
    code: 'poster.stationCount',
    params: { count: 0, maximum: POSTER_MAXIMUM_STATIONS },
  });
  expect(await ask(COUNTY_OFFICE, elsewhere)).toMatchObject({ code: 'actor.forbidden' });
});

function addStation(number: number): Promise<void> {
  return addBehind(product, 'stations', {
    ...{ _id: `station${String(number).padStart(3, '0')}`, name: `第${String(number)}号测试实践站` },
    ...{ level: 'station', divisionCode: '513201100002', divisionName: '测试社区', countyCode: COUNTY },
    ...{ address: `测试路 ${String(number)} 号`, position: null, managerId: null, state: 'open' },
    ...{ closeReason: null, createdAt: 1_700_000_000_000 + number },
  });
}

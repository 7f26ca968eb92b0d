import jsQR from 'jsqr';
import { PNG } from 'pngjs';
import type { JsonObject, JsonValue } from '../host/json';
import type { LocalCloud } from '../host/local-cloud';
import {
  control,
  probe,
  probeObject,
  send,
  startTestCloud,
  stopTestClouds,
  textIn,
} from '../host/test-cloud';

let cloud: LocalCloud;

beforeAll(async () => {
  cloud = await startTestCloud({ pages: ['pages/check-in/index'] });
});
afterEach(() => cloud.reset());
afterAll(stopTestClouds);

function call(name: string, data: JsonObject): Promise<JsonValue> {
  return probe(cloud, 'openapi', { name, data, caught: true });
}

function readQr(image: Buffer): string | undefined {
  const png = PNG.sync.read(image);
  return jsQR(new Uint8ClampedArray(png.data), png.width, png.height)?.data;
}

test('a phone code works once, within five minutes', async () => {
  const { json } = await control(cloud, 'POST', 'phone-code', { phoneNumber: '13800138000' });
  const code = textIn(json['code']);
  expect(await call('phonenumber.getPhoneNumber', { code })).toMatchObject({
    errCode: 0,
    phoneInfo: { phoneNumber: '13800138000', purePhoneNumber: '13800138000', countryCode: '86' },
  });
  expect(await call('phonenumber.getPhoneNumber', { code })).toMatchObject({ errCode: 40163 });
  expect(await call('phonenumber.getPhoneNumber', { code: 'x' })).toMatchObject({ errCode: 40029 });
  const late = textIn(
    (await control(cloud, 'POST', 'phone-code', { phoneNumber: '13800138000' })).json['code'],
  );
  cloud.clock.advance(5 * 60_000);
  expect(await call('phonenumber.getPhoneNumber', { code: late })).toMatchObject({ errCode: 40029 });
  expect((await control(cloud, 'POST', 'phone-code', { phoneNumber: '12' })).status).toBe(400);
});

test('a mini-program code is a PNG that a scanner reads', async () => {
  const answer = await probeObject(cloud, 'openapi', {
    name: 'wxacode.getUnlimited',
    data: { scene: 's=ab12&c=9', page: 'pages/check-in/index', width: 280 },
  });
  expect(answer['contentType']).toBe('image/png');
  const image = Buffer.from(textIn(answer['base64']), 'base64');
  const expected = `pages/check-in/index?scene=${encodeURIComponent('s=ab12&c=9')}`;
  expect(readQr(image)).toBe(expected);
  expect(PNG.sync.read(image).width).toBe(280);
  const codes = cloud.openApi.codes.images.newest(1);
  expect(codes[0]?.text).toBe(expected);
  const reply = await send(cloud, 'GET', `/__local/codes/${codes[0]?.id}.png`);
  expect([reply.status, reply.headers.get('content-type')]).toEqual([200, 'image/png']);
});

test.each([
  [{ scene: 'x'.repeat(33) }, 40169],
  [{ scene: '' }, 40169],
  [{ scene: '中文' }, 40169],
  [{ scene: 'a b' }, 40169],
  [{ scene: 'a', page: '/pages/check-in/index' }, 41030],
  [{ scene: 'a', page: 'pages/check-in/index?x=1' }, 41030],
  [{ scene: 'a', page: 'pages/unknown/index' }, 41030],
  [{ scene: 'a', page: 'pages/check-in/index', width: 5000 }, 40097],
])('the code %j is refused with %d', async (data, errCode) => {
  expect(await call('wxacode.getUnlimited', data)).toMatchObject({ errCode });
});

test('text with a test word is risky, other text passes, long text is refused', async () => {
  const check = (content: string): Promise<JsonValue> =>
    call('security.msgSecCheck', { content, version: 2, scene: 2, openid: 'o-ann' });
  expect(await check('今天打扫了社区')).toMatchObject({
    errCode: 0,
    result: { suggest: 'pass', label: 100 },
  });
  expect(await check('含有违规测试词的话')).toMatchObject({ result: { suggest: 'risky' } });
  expect(await check('好'.repeat(2501))).toMatchObject({ errCode: 45002 });
  expect(await call('security.msgSecCheck', { content: 'a' })).toMatchObject({ errCode: 40097 });
});

test('subscription messages are listed, and need a grant when the ledger is kept', async () => {
  const data = { thing1: { value: '环湖徒步' }, time2: { value: '2026年5月4日 09:00' } };
  const message = { touser: 'o-ann', templateId: 'T1', page: 'pages/check-in/index', data };
  expect(await call('subscribeMessage.send', message)).toMatchObject({ errCode: 0 });
  await control(cloud, 'POST', 'subscriptions', {
    grants: [{ openid: 'o-ann', templateId: 'T1', count: 1 }],
  });
  expect(await call('subscribeMessage.send', message)).toMatchObject({ errCode: 0 });
  expect(await call('subscribeMessage.send', message)).toMatchObject({ errCode: 43101 });
  const tooLong = { ...message, data: { thing1: { value: '长'.repeat(21) } } };
  expect(await call('subscribeMessage.send', tooLong)).toMatchObject({ errCode: 47003 });
  const badTime = { ...message, data: { ...data, time2: { value: '2026-05-04 09:00' } } };
  expect(await call('subscribeMessage.send', badTime)).toMatchObject({ errCode: 47003 });
  const badPage = { ...message, page: 'pages/unknown/index?id=1' };
  expect(await call('subscribeMessage.send', badPage)).toMatchObject({ errCode: 41030 });
  await control(cloud, 'POST', 'subscriptions/accept', { openid: 'o-ann', templateIds: ['T1'] });
  expect(await call('subscribeMessage.send', message)).toMatchObject({ errCode: 0 });
  const { json } = await control(cloud, 'GET', 'messages?openid=o-ann');
  expect(json['messages']).toMatchObject([
    { errcode: 0 },
    { errcode: 41030 },
    { errcode: 47003 },
    { errcode: 47003 },
    { errcode: 43101 },
    { errcode: 0, data },
    { errcode: 0 },
  ]);
});

test('a link leads to the page on this machine', async () => {
  expect(await call('urllink.generate', { path: 'pages/check-in/index', query: 'id=1' })).toMatchObject({
    urlLink: `${cloud.url}/pages/check-in/index?id=1`,
  });
});

test('what is not there is refused by name', async () => {
  const unknown = await probeObject(cloud, 'openapi', { name: 'logistics.getPath', data: {}, caught: true });
  expect(unknown['errMsg']).toContain('NotImplemented: openapi.logistics.getPath');
  const openData = await probeObject(cloud, 'openData', { caught: true });
  expect(openData['errMsg']).toContain('NotImplemented: ApiGetOpenDataByCloudId');
  const pay = await probeObject(cloud, 'pay', { caught: true });
  expect(pay['errMsg']).toContain('NotImplemented: cloudPay.');
  for (const action of ['auth.wsWebSign', 'nothing.atAll']) {
    const { status, json } = await send(cloud, 'POST', '/admin', { body: JSON.stringify({ action }) });
    expect([status, json['code'], json['message']]).toEqual([
      200,
      'NotImplemented',
      `NotImplemented: action ${action}`,
    ]);
  }
});

test('every call is recorded with its answer', async () => {
  await call('urllink.generate', { path: '' });
  expect(cloud.openApi.calls.newest(1)[0]).toMatchObject({ name: 'urllink.generate', openid: 'o-ann' });
});

import type { InvocationAnswer } from '../functions/function-host';
import { VirtualClock } from '../host/clock';
import { control, startTestCloud, stopTestClouds } from '../host/test-cloud';
import { parseCron } from './cron';
import { Timers } from './timers';

afterAll(stopTestClouds);

const answer: InvocationAnswer = { id: 'i', result: { ok: true, text: 'null' } };

function timersFor(cron: string, clock: VirtualClock, fired: number[]): Timers {
  const definition = { name: 'tick', entryFile: '', timeoutMs: 1000, triggers: [{ name: 't', cron }] };
  const invoke = (): Promise<InvocationAnswer> => {
    fired.push(clock.now());
    return Promise.resolve(answer);
  };
  return new Timers([definition], clock, invoke, true);
}

async function untilFired(fired: readonly number[], times: number): Promise<void> {
  while (fired.length < times) await new Promise((resolve) => setTimeout(resolve, 20));
}

test('an expression has seven fields and is read in UTC+8', () => {
  const noon = Date.UTC(2026, 0, 5, 4, 0, 0);
  expect(parseCron('0 30 2 * * * *').nextAfter(noon)).toBe(Date.UTC(2026, 0, 5, 18, 30, 0));
  expect(parseCron('*/10 * * * * * *').nextAfter(noon)).toBe(noon + 10_000);
  expect(parseCron('0 0 0 1 1 * 2020').nextAfter(noon)).toBeNull();
  expect(() => parseCron('* * * * *')).toThrow(/seven fields/);
  expect(() => parseCron('0 0 2 1 * ? *')).toThrow(/seven fields/);
  expect(() => parseCron('99 * * * * * *')).toThrow();
});

test('a jump over many due times fires once, and a jump back plans anew', async () => {
  const clock = new VirtualClock();
  clock.setNow(Date.UTC(2026, 0, 5, 4, 0, 30));
  const fired: number[] = [];
  const timers = timersFor('0 0 * * * * *', clock, fired);
  clock.advance(5 * 3_600_000);
  await untilFired(fired, 1);
  expect(fired).toHaveLength(1);
  expect(timers.list()[0]).toMatchObject({
    runCount: 1,
    lastOutcome: 'ok',
    nextRunAt: Date.UTC(2026, 0, 5, 10),
  });
  clock.advance(-5 * 3_600_000);
  expect(timers.list()[0]?.nextRunAt).toBe(Date.UTC(2026, 0, 5, 5));
  timers.stop();
});

test('timers fire on their own by the clock', async () => {
  const clock = new VirtualClock();
  const fired: number[] = [];
  const timers = timersFor('* * * * * * *', clock, fired);
  await untilFired(fired, 3);
  timers.stop();
  const seconds = fired.map((at) => Math.floor(at / 1_000));
  expect(new Set(seconds).size).toBe(fired.length);
});

test('a timer can be run now and knows it is a timer', async () => {
  const cloud = await startTestCloud();
  const { status, json } = await control(cloud, 'POST', 'timers/tick/run');
  expect(status).toBe(200);
  expect(json['result']).toMatchObject({
    source: 'timer',
    openid: '',
    event: { Type: 'Timer', TriggerName: 'everyHour' },
  });
  const { json: listed } = await control(cloud, 'GET', 'timers');
  expect(listed['timers']).toEqual([
    expect.objectContaining({ functionName: 'tick', cron: '0 0 * * * * *', runCount: 1, lastOutcome: 'ok' }),
  ]);
  expect(await cloud.runTimer('tick')).toMatchObject({ source: 'timer' });
  expect((await control(cloud, 'POST', 'timers/probe/run')).status).toBe(404);
});

test('timer runs do not push calls out of the record', async () => {
  const cloud = await startTestCloud();
  await cloud.invoke('probe', { task: 'state' }, { openid: 'o-ann' });
  for (let run = 0; run < 3; run += 1) await cloud.runTimer('tick');
  const names = cloud.functions.records.newest(10).map((record) => record.functionName);
  expect(names).toEqual(['tick', 'tick', 'tick', 'probe']);
});

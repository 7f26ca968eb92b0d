import { ApiError } from './api-error';
import { Outbox, OUTBOX_LIFE_MS, OUTBOX_MAXIMUM, type OutboxPorts } from './outbox-core';

const SHIFT_ID = 'Shift00001';
const requestIdOf = (n: number) => `request-id-00000${String(n)}`;
const inputOf = (n: number) => ({ requestId: requestIdOf(n), shiftId: SHIFT_ID });
const ENROLLED = { outcome: 'enrolled' };

class World {
  stored: unknown = null;
  now = 1_800_000_000_000;
  owner = 'me';
  readonly sent: string[] = [];
  /** what was in the box at the moment of sending */
  readonly storedWhenSent: number[] = [];
  answer: () => Promise<unknown> = () => Promise.resolve(ENROLLED);
  readonly box = new Outbox({
    read: () => structuredCloneOf(this.stored),
    write: (entries) => {
      this.stored = entries;
      return true;
    },
    owner: () => this.owner,
    call: parseCall((_name, input) => {
      this.sent.push(input.requestId);
      this.storedWhenSent.push(this.box.list().length);
      return this.answer();
    }),
    now: () => this.now,
  });
}

/** What storage does: only data comes back. */
function structuredCloneOf(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

type Call = (name: string, input: { requestId: string }) => Promise<unknown>;
function parseCall(call: Call): OutboxPorts['call'] {
  return call as OutboxPorts['call'];
}

const lostAnswer = () => Promise.reject(new ApiError('network.timeout', {}, true));
const refusal = () => Promise.reject(new ApiError('enrolment.full', { capacity: 1 }));

test('[AT1] a command is stored before it is sent and leaves when answered', async () => {
  const world = new World();
  await world.box.send('attendance.enrol', inputOf(1));
  expect(world.storedWhenSent).toEqual([1]);
  expect(world.box.list()).toEqual([]);
});

test('[AT1] a lost answer keeps the command; the replay carries the same requestId', async () => {
  const world = new World();
  world.answer = lostAnswer;
  await expect(world.box.send('attendance.enrol', inputOf(1))).rejects.toMatchObject({
    code: 'network.timeout',
  });
  expect(world.box.list()).toHaveLength(1);
  world.answer = () => Promise.resolve(ENROLLED);
  expect(await world.box.replay()).toMatchObject([{ kind: 'done' }]);
  expect(world.sent).toEqual([requestIdOf(1), requestIdOf(1)]);
  expect(world.box.list()).toEqual([]);
});

test('a refusal is final: nothing is sent again', async () => {
  const world = new World();
  world.answer = refusal;
  await expect(world.box.send('attendance.enrol', inputOf(1))).rejects.toMatchObject({
    code: 'enrolment.full',
  });
  expect(await world.box.replay()).toEqual([]);
});

test('a replay without network stops at the first and loses nothing', async () => {
  const world = new World();
  for (const n of [1, 2, 3]) {
    world.box.add({ requestId: requestIdOf(n), procedure: 'attendance.enrol', input: inputOf(n) });
  }
  world.answer = lostAnswer;
  expect(await world.box.replay()).toHaveLength(1);
  expect(world.box.list()).toHaveLength(3);
});

test("another identity's commands wait for that identity", async () => {
  const world = new World();
  world.box.add({ requestId: requestIdOf(1), procedure: 'attendance.enrol', input: inputOf(1) });
  world.owner = 'somebody else';
  expect(await world.box.replay()).toEqual([]);
  world.owner = 'me';
  expect(world.box.list()).toHaveLength(1);
});

test('[AT5] a day-old command, damaged storage and an outdated input are dropped quietly', async () => {
  const world = new World();
  world.box.add({ requestId: requestIdOf(1), procedure: 'attendance.enrol', input: inputOf(1) });
  world.now += OUTBOX_LIFE_MS;
  expect(world.box.list()).toEqual([]);
  world.stored = 'damaged';
  expect(world.box.list()).toEqual([]);
  world.box.add({ requestId: requestIdOf(2), procedure: 'attendance.enrol', input: { old: true } });
  expect(await world.box.replay()).toMatchObject([{ kind: 'done' }]);
  expect(world.sent).toEqual([]);
});

test('a replay leaves alone what is being sent right now', async () => {
  const world = new World();
  let finish: (value: unknown) => void = () => undefined;
  world.answer = () => new Promise((resolve) => (finish = resolve));
  const sending = world.box.send('attendance.enrol', inputOf(1));
  expect(await world.box.replay()).toEqual([]);
  finish(ENROLLED);
  await sending;
  expect(world.sent).toHaveLength(1);
});

test('a replay sends nothing again that was answered while it was busy with others', async () => {
  const world = new World();
  world.box.add({ requestId: requestIdOf(1), procedure: 'attendance.enrol', input: inputOf(1) });
  const finishes: ((value: unknown) => void)[] = [];
  world.answer = () => new Promise((resolve) => finishes.push(resolve));
  const second = world.box.send('attendance.enrol', inputOf(2));
  const third = world.box.send('attendance.enrol', inputOf(3));
  const replaying = world.box.replay();
  for (const finish of finishes.splice(0)) finish(ENROLLED);
  await Promise.all([second, third, replaying]);
  expect([...world.sent].sort()).toEqual([1, 2, 3].map(requestIdOf));
  expect(world.box.list()).toEqual([]);
});

test('[AT5] a screen that waits learns how its command ended, whoever sent it again', async () => {
  const world = new World();
  world.answer = lostAnswer;
  await world.box.send('attendance.enrol', inputOf(1)).catch(() => undefined);
  await world.box.send('attendance.enrol', inputOf(2)).catch(() => undefined);
  expect(world.box.fateOf(requestIdOf(1))).toBeNull();
  const seen: unknown[] = [];
  world.box.subscribe(() => seen.push(world.box.fateOf(requestIdOf(1))));
  world.answer = () => Promise.resolve(ENROLLED);
  await world.box.replay();
  expect(seen[0]).toEqual({ kind: 'done', output: ENROLLED });
});

test('[AT5] a scan is kept for a week, so that it never vanishes unsaid', () => {
  const world = new World();
  const input = { ...inputOf(1), evidence: { kind: 'shortCode', digits: '12345678' } };
  world.box.add({ requestId: requestIdOf(1), procedure: 'attendance.checkIn', input });
  world.now += 2 * OUTBOX_LIFE_MS;
  expect(world.box.list()).toHaveLength(1);
  world.now += 5 * OUTBOX_LIFE_MS;
  expect(world.box.list()).toEqual([]);
});

test('[AT5] a full box gives up the oldest; the same request twice is one', () => {
  const world = new World();
  for (let n = 0; n <= OUTBOX_MAXIMUM; n += 1) {
    const entry = { requestId: `request-${String(n)}`, procedure: 'attendance.tick' as const, input: {} };
    world.box.add(entry);
    world.box.add(entry);
  }
  expect(world.box.list()).toHaveLength(OUTBOX_MAXIMUM);
  expect(world.box.list()[0]?.requestId).toBe('request-1');
});

/** 扫码登录 through the real functions: the address of signed-in computers is asked over HTTP. */
import { CONSOLE_PATH } from '@contract/http-paths';
import type { InputOf, OutputOf, ProcedureName } from '@contract/procedures';
import { procedures } from '@contract/procedures';
import { responseSchema } from '@contract/wire';
import { IDLE_MS, OPEN_MS, TICKET_MS } from '@domain/console/ticket';
import { civilDayOf } from '@domain/time/civil-day';
import { parseJson, registration, requestId, TestProduct } from '../../tests/kit/product';

const CITY = 'demo-city';
const COUNTY = 'demo-county';
const VOLUNTEER = 'demo-volunteer';
const COMPUTER = { browser: 'edge', system: 'windows' } as const;

let product: TestProduct;
beforeAll(async () => {
  product = await TestProduct.start(30, 2);
});
afterEach(() => product.standAt());
afterAll(() => product.stop());

async function post(body: unknown, method = 'POST'): Promise<Response> {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return fetch(product.cloud.url + CONSOLE_PATH, { method, ...(method === 'GET' ? {} : { body: text }) });
}

/** As a signed-in computer asks; the value, or the code of the refusal. */
async function ask<N extends ProcedureName>(
  key: string,
  procedure: N,
  input: InputOf<N>,
  more: object = {},
): Promise<OutputOf<N> | string> {
  const response = await post({ key, procedure, input: parseJson(input), ...more });
  expect(response.status).toBe(200);
  const answer = responseSchema.parse(await response.json());
  return answer.ok ? parseOutput(procedure, answer.value) : answer.error.code;
}

function parseOutput<N extends ProcedureName>(name: N, value: unknown): OutputOf<N> {
  return procedures[name].output.parse(value) as OutputOf<N>;
}

const asked = () => product.must('', 'console.askTicket', COMPUTER);
type Ticket = Awaited<ReturnType<typeof asked>>;
const handOf = ({ ticketId, secret }: Ticket) => ({ ticketId, secret });

async function confirmed(openId: string): Promise<Ticket> {
  const ticket = await asked();
  const { ticketId } = ticket;
  await product.must(openId, 'console.scanTicket', { ticketId });
  await product.must(openId, 'console.answerTicket', { ticketId, isConfirmed: true });
  return ticket;
}

async function entered(openId: string): Promise<string> {
  return (await product.must('', 'console.enter', handOf(await confirmed(openId)))).key;
}

const codeOf = async (answer: Promise<{ ok: boolean; code?: string }>) => (await answer).code ?? 'ok';

test('[CS1] a computer asks, a phone confirms, the computer comes in – once', async () => {
  const ticket = await asked();
  const { ticketId } = ticket;
  const look = () => product.must('', 'console.getTicket', handOf(ticket));
  expect(await look()).toEqual({ state: 'asked', scannedBy: null });
  expect(await codeOf(product.call('', 'console.enter', handOf(ticket)))).toBe('console.notConfirmed');
  const seen = await product.must(CITY, 'console.scanTicket', { ticketId });
  expect(seen).toMatchObject({ ...COMPUTER, expiresAt: ticket.expiresAt });
  expect(seen.scopeNames).not.toEqual([]);
  expect((await look()).state).toBe('scanned');
  const yes = { ticketId, isConfirmed: true };
  expect(await product.must(CITY, 'console.answerTicket', yes)).toEqual({ outcome: 'done' });
  expect(await product.must(CITY, 'console.answerTicket', yes)).toEqual({ outcome: 'already' });
  const { key } = await product.must('', 'console.enter', handOf(ticket));
  expect(await ask(key, 'volunteer.getMe', {})).toMatchObject({ roles: [{ role: 'cityOffice' }] });
  // Replayed: the same secret opens nothing a second time, nor does the code on the screen.
  expect(await codeOf(product.call('', 'console.enter', handOf(ticket)))).toBe('console.decided');
  expect(await codeOf(product.call(CITY, 'console.scanTicket', { ticketId }))).toBe('console.decided');
  expect((await look()).state).toBe('used');
});

test('[CS1] refused, or later than two minutes, nobody comes in', async () => {
  const refused = await asked();
  await product.must(CITY, 'console.scanTicket', { ticketId: refused.ticketId });
  await product.must(CITY, 'console.answerTicket', { ticketId: refused.ticketId, isConfirmed: false });
  expect(await codeOf(product.call('', 'console.enter', handOf(refused)))).toBe('console.decided');
  const late = await confirmed(CITY);
  const unseen = await asked();
  product.cloud.clock.advance(TICKET_MS);
  expect(await codeOf(product.call('', 'console.enter', handOf(late)))).toBe('console.expired');
  const { ticketId } = unseen;
  expect(await codeOf(product.call(CITY, 'console.scanTicket', { ticketId }))).toBe('console.expired');
});

test('[CS2] the code on the screen is worth nothing without the browser’s secret', async () => {
  const ticket = await confirmed(CITY);
  const other = await asked();
  const foreign = { ticketId: ticket.ticketId, secret: other.secret };
  expect(await codeOf(product.call('', 'console.getTicket', foreign))).toBe('console.notFound');
  expect(await codeOf(product.call('', 'console.enter', foreign))).toBe('console.notFound');
  // Two browsers, one ticket: whose it is comes in, the other does not.
  const { key } = await product.must('', 'console.enter', handOf(ticket));
  expect(await codeOf(product.call('', 'console.enter', foreign))).toBe('console.notFound');
  const stored = JSON.stringify(product.documents('consoleTickets'));
  for (const secret of [ticket.secret, other.secret, key.split('.')[1] ?? key])
    expect(stored).not.toContain(secret);
  const wrong = `${ticket.ticketId}.${other.secret}`;
  for (const bad of [ticket.ticketId, wrong, `${ticket.ticketId}.`, 'x', '', `${CITY}.x`])
    expect(await ask(bad, 'volunteer.getMe', {})).toBe('console.ended');
});

test('[CS3] who scans first has it, and only somebody with a role', async () => {
  const { ticketId } = await asked();
  expect(await codeOf(product.call(VOLUNTEER, 'console.scanTicket', { ticketId }))).toBe(
    'console.roleMissing',
  );
  expect(await codeOf(product.call('', 'console.scanTicket', { ticketId }))).toBe('actor.signInRequired');
  await product.must(COUNTY, 'console.scanTicket', { ticketId });
  expect(await codeOf(product.call(CITY, 'console.scanTicket', { ticketId }))).toBe('console.scannedByOther');
  expect(await codeOf(product.call(CITY, 'console.answerTicket', { ticketId, isConfirmed: true }))).toBe(
    'console.scannedByOther',
  );
});

test('[CS4] half an hour unused or eight hours old, it is over', async () => {
  const idle = await entered(CITY);
  product.cloud.clock.advance(IDLE_MS - 1_000);
  expect(await ask(idle, 'volunteer.getMe', {})).not.toBe('console.ended');
  // That was a use: half an hour begins anew.
  product.cloud.clock.advance(IDLE_MS - 1_000);
  expect(await ask(idle, 'volunteer.getMe', {})).not.toBe('console.ended');
  product.cloud.clock.advance(IDLE_MS);
  expect(await ask(idle, 'volunteer.getMe', {})).toBe('console.ended');
  product.standAt();
  const old = await entered(CITY);
  const every = 25 * 60_000;
  for (let age = every; age < OPEN_MS; age += every) {
    product.cloud.clock.advance(every);
    expect(await ask(old, 'volunteer.getMe', {})).not.toBe('console.ended');
  }
  product.cloud.clock.advance(every);
  expect(await ask(old, 'volunteer.getMe', {})).toBe('console.ended');
});

test('[CS4] the phone sees its computers and ends one or all; the computer leaves by itself', async () => {
  await product.must(COUNTY, 'console.leaveComputers', { ticketId: 'all' });
  const [first, second] = [await entered(COUNTY), await entered(COUNTY)];
  const { computers } = await product.must(COUNTY, 'console.listComputers', {});
  expect(computers.map(({ ticketId }) => ticketId).sort()).toEqual(
    [first, second].map((key) => key.split('.')[0]).sort(),
  );
  const ticketId = first.split('.')[0] ?? '';
  // Somebody else's is not theirs to end.
  expect(await product.call(CITY, 'console.leaveComputers', { ticketId })).toMatchObject({
    code: 'console.notFound',
  });
  expect(await product.must(COUNTY, 'console.leaveComputers', { ticketId })).toEqual({ leftCount: 1 });
  expect(await product.must(COUNTY, 'console.leaveComputers', { ticketId })).toEqual({ leftCount: 0 });
  expect(await ask(first, 'volunteer.getMe', {})).toBe('console.ended');
  expect(await ask(second, 'console.leaveComputers', { ticketId: 'all' })).toEqual({ leftCount: 1 });
  expect(await ask(second, 'volunteer.getMe', {})).toBe('console.ended');
});

test('[CS4] whoever has no role any more is out at the next request, and cannot come in', async () => {
  const person = 'console-person';
  await product.must(person, 'volunteer.register', registration(901, '能周'));
  const grant = {
    ...{ requestId: requestId(), volunteerId: product.volunteerIdOf(person), reason: '测试依据' },
    role: 'auditor' as const,
    scope: { kind: 'division' as const, divisionCode: '513201' },
    toDay: null,
  };
  const fromDay = civilDayOf(product.cloud.clock.now());
  const { grantId } = await product.must(CITY, 'role.grant', { ...grant, fromDay });
  const key = await entered(person);
  const waiting = await confirmed(person);
  expect(await ask(key, 'trail.listDeeds', { ...PAGE })).toHaveProperty('deeds');
  await product.must(CITY, 'role.revoke', { requestId: requestId(), grantId, reason: '调离岗位' });
  expect(await ask(key, 'volunteer.getMe', {})).toBe('console.ended');
  expect(await codeOf(product.call('', 'console.enter', handOf(waiting)))).toBe('console.roleMissing');
  expect((await product.must(person, 'console.listComputers', {})).computers).toEqual([]);
});

const PAGE = { filter: { by: 'all' }, fromDay: null, toDay: null, cursor: null } as const;

test('[CS5] who calls is in the key alone; what the request says of a person is not looked at', async () => {
  const key = await entered(COUNTY);
  const lies = { openId: CITY, OPENID: CITY, userInfo: { openId: CITY }, tcbContext: { OPENID: CITY } };
  expect(await ask(key, 'volunteer.getMe', {}, lies)).toMatchObject({ roles: [{ role: 'countyOffice' }] });
  // The key counts at its address only: elsewhere it makes nobody.
  const elsewhere = await product.send('', { procedure: 'trail.listDeeds', input: PAGE, key });
  expect(elsewhere).toMatchObject({ ok: false, error: { code: 'actor.signInRequired' } });
  const asEvent = {
    httpMethod: 'POST',
    body: JSON.stringify({ key, procedure: 'volunteer.getMe', input: {} }),
  };
  await expect(product.cloud.invoke('console', asEvent, { openid: CITY })).rejects.toThrow();
  // What people do for themselves is done on the phone: nothing lets a further computer in.
  const { ticketId } = await asked();
  for (const name of ['console.scanTicket', 'volunteer.leave', 'attendance.checkIn'])
    expect(await post({ key, procedure: name, input: { ticketId } }).then((one) => one.json())).toMatchObject(
      {
        error: { code: 'console.onPhoneOnly' },
      },
    );
  expect((await post('', 'GET')).status).toBe(405);
  for (const body of ['', '{', '[]', '{"procedure":"volunteer.getMe"}', 'x'.repeat(100_001)])
    expect([400, 405]).toContain((await post(body)).status);
});

test('[CS6] the trail says that it was done at a computer', async () => {
  const key = await entered(CITY);
  const team = {
    requestId: requestId(),
    divisionCode: '513201',
    name: '电脑新建队',
    form: 'grassroots',
  } as const;
  expect(await ask(key, 'team.create', team)).toHaveProperty('teamId');
  const deeds = await product.must(CITY, 'trail.listDeeds', { ...PAGE });
  expect(deeds.deeds.find(({ title }) => title === '电脑新建队')).toMatchObject({ source: 'computer' });
});

test('[CS7] a day later nothing of it is left', async () => {
  await entered(CITY);
  const old = product.documents('consoleTickets').map(({ _id }) => _id);
  product.cloud.clock.advance(25 * 3_600_000);
  await product.cloud.runTimer('sweep');
  const left = product.documents('consoleTickets').map(({ _id }) => _id);
  expect(old.filter((id) => left.includes(id))).toEqual([]);
});

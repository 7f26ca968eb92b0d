/**
 * Bad input: whatever is thrown at a procedure, it answers with a refusal, never crashes and never writes.
 */
import fc from 'fast-check';
import { procedures, type ProcedureName } from '@contract/procedures';
import { responseSchema } from '@contract/wire';
import type { JsonObject, JsonValue } from '@local-cloud/host/json';
import { TestProduct } from '../../tests/kit/product';

let product: TestProduct;
beforeAll(async () => {
  product = await TestProduct.start(20, 2);
});
afterAll(() => product.stop());

const RUNS = Number(process.env['HOSTILE_RUNS'] ?? 25);
const NAMES = Object.keys(procedures).filter((name): name is ProcedureName => name in procedures);
const ROLES = ['', 'somebody', 'demo-volunteer', 'demo-organiser', 'demo-city'];

const hostileText = fc.oneof(
  fc.constantFrom(
    "' OR 1=1 --",
    '{"$gt":""}',
    '$where',
    '__proto__',
    '../../etc/passwd',
    '<script>alert(1)</script>',
    '\u0000',
    '\u202E反',
    '\uD800',
    '=HYPERLINK("x")',
    '5132',
    '9'.repeat(400),
    'AAAAAAAAAA',
    '',
  ),
  fc.string({ maxLength: 60 }),
);
const hostileValue: fc.Arbitrary<JsonValue> = fc.letrec<{ value: JsonValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 2 },
    hostileText,
    fc.constantFrom<JsonValue>(null, true, 0, -1, 1e308, 0.5, 2 ** 53, -0),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('kind', '$gt', '$ne', 'constructor', 'toString', 'x'), tie('value'), {
      maxKeys: 3,
    }),
  ),
})).value;

/** The fields a procedure knows, filled with hostile values, some left out, some foreign. */
function hostileInput(name: ProcedureName): fc.Arbitrary<JsonValue> {
  const known = Object.keys(procedures[name].input.shape);
  const keys = fc.constantFrom(...known, 'extra', '_openid', 'openId');
  return fc.oneof(
    { weight: 4, arbitrary: fc.dictionary(keys, hostileValue) },
    { weight: 1, arbitrary: hostileValue },
  );
}

const READING = [
  ...['database.getDocument', 'database.aggregateDocuments', 'database.calculateDocument'],
  ...['database.startTransaction', 'database.commitTransaction', 'database.abortTransaction'],
];
/** Whether anything was asked of the database that could change a document, since the last reset. */
const mayHaveWritten = (): boolean =>
  Object.keys(product.cloud.database.statistics().actions).some((action) => !READING.includes(action));

test.each(NAMES)('[BI1] %s refuses hostile input with a code and writes nothing', async (name) => {
  const isCommand = procedures[name].kind === 'command';
  const before = isCommand ? product.fingerprint() : '';
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...ROLES), hostileInput(name), async (openId, input) => {
      product.cloud.database.resetStatistics();
      const answer = await product.send(openId, { procedure: name, input });
      // A read may well succeed: `null` cursors and unknown extra fields are good input.
      if (!answer.ok) expect(answer.error.code).not.toBe('system.internal');
      if (isCommand) {
        expect(answer.ok).toBe(false);
        if (mayHaveWritten()) expect(product.fingerprint()).toBe(before);
      }
    }),
    { numRuns: RUNS },
  );
});

test('[BI2] an event that is no request at all is refused', async () => {
  const events: JsonObject[] = [
    {},
    { procedure: 'no.such' },
    { procedure: 'toString', input: {} },
    { procedure: '__proto__', input: {} },
    { procedure: 7, input: {} },
    { procedure: 'x'.repeat(500), input: {} },
  ];
  for (const event of events) {
    const answer = await product.send('somebody', event);
    expect(answer).toMatchObject({ ok: false });
    if (!answer.ok) expect(['request.malformed', 'request.unknownProcedure']).toContain(answer.error.code);
  }
});

test('[BI3] an oversized request is refused unread, by function and by gateway', async () => {
  const big = { procedure: 'volunteer.register', input: { name: 'x'.repeat(70_000) } };
  expect(await product.send('somebody', big)).toMatchObject({
    ok: false,
    error: { code: 'request.tooLarge' },
  });
  const response = await fetch(`${product.cloud.url}/v1/functions/api`, {
    method: 'POST',
    headers: { authorization: 'Bearer openid:somebody', 'content-type': 'application/json' },
    body: JSON.stringify({ procedure: 'volunteer.register', input: { name: 'x'.repeat(200_000) } }),
  });
  expect(response.status).toBe(413);
});

test('[BI4] identity comes from the platform only: an openid in the event changes nothing', async () => {
  const event = {
    procedure: 'volunteer.getMe',
    input: {},
    userInfo: { openId: 'demo-city' },
    OPENID: 'demo-city',
  };
  const answer = responseSchema.parse(await product.cloud.invoke('api', event, { openid: 'somebody' }));
  expect(answer).toMatchObject({ ok: true, value: { volunteer: null, roles: [] } });
});

import fc from 'fast-check';
import * as z from 'zod';
import { describeContract } from './describe';
import { ERROR_CODES, RETRYABLE_CODES } from './error-codes';
import { procedures } from './procedures';
import type { ProcedureContract } from './procedure-kit';
import { REQUEST_MAXIMUM_CHARACTERS, requestSchema, responseSchema } from './wire';

const all: [string, ProcedureContract][] = Object.entries(procedures);

test('every procedure prints as JSON Schema, and the print is plain JSON', () => {
  const contract = describeContract();
  expect(contract.procedures.map(({ name }) => name)).toEqual(all.map(([name]) => name));
  for (const { name, summary, input, output } of contract.procedures) {
    expect(summary).not.toBe('');
    expect([name, input]).toEqual([name, expect.objectContaining({ type: 'object' })]);
    expect([name, output]).toEqual([name, expect.objectContaining({ type: 'object' })]);
  }
  expect(JSON.parse(JSON.stringify(contract))).toEqual(contract);
  expect(contract.errorCodes).toEqual(ERROR_CODES);
});

const OF_COMPUTERS = ['console.askTicket', 'console.enter'];
/** Whoever opens a link is counted, and is nobody yet (VI1). */
const OF_READERS = ['reach.recordOpening'];
const OF_TICKETS = ['console.scanTicket', 'console.answerTicket', 'console.leaveComputers'];

test('a procedure is named by its capability and a verb, and says who may ask', () => {
  for (const [name, { audience, kind }] of all) {
    expect(name).toMatch(/^[a-z]+\.[a-z][A-Za-z]+$/);
    expect(kind === 'query').toBe(/\.(get|list)/.test(name));
    // A computer that asks to be let in is nobody yet (CS1).
    const mayBeNobody = [...OF_COMPUTERS, ...OF_READERS].includes(name);
    if (kind === 'command' && !mayBeNobody) expect(audience).not.toBe('visitor');
  }
});

test('[AT1] commands that make something carry a request id', () => {
  const without = all
    .filter(
      ([, { kind, input }]) =>
        kind === 'command' && !JSON.stringify(Object.keys(shapeOf(input))).includes('requestId'),
    )
    .map(([name]) => name);
  // Twice is once: the activity's own id is enough, a part's place in its import, a ticket's state.
  const known = ['import.addImportPart', 'activity.publishActivity', ...OF_COMPUTERS, ...OF_TICKETS];
  expect([...without].sort()).toEqual(known.sort());
});

test('[BI1] no command does anything when all its fields are left out, null or empty', () => {
  for (const [name, { kind, input }] of all.filter(([, one]) => one.kind === 'command')) {
    for (const empty of [undefined, null, '']) {
      const value = Object.fromEntries(Object.keys(shapeOf(input)).map((key) => [key, empty]));
      expect([name, kind, input.safeParse(value).success]).toEqual([name, 'command', false]);
    }
  }
});

test.each(all)('[BI1] %s refuses random and hostile input without throwing', (_name, { input }) => {
  const keys = Object.keys(shapeOf(input));
  const hostile = fc.oneof(
    fc.jsonValue(),
    fc.dictionary(fc.constantFrom(...keys, '__proto__', '$where', 'constructor'), fc.jsonValue()),
    fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true }),
  );
  fc.assert(
    fc.property(hostile, (value) => {
      const result = input.safeParse(value);
      if (!result.success) return;
      const data: unknown = result.data;
      if (typeof data !== 'object' || data === null) throw new Error('an input is an object');
      expect(Object.keys(data).filter((key) => !keys.includes(key))).toEqual([]);
    }),
    { numRuns: 200 },
  );
});

test('error codes are unique, of the form area.whatIsWrong, and the retryable ones are among them', () => {
  expect(new Set(ERROR_CODES).size).toBe(ERROR_CODES.length);
  for (const code of ERROR_CODES) expect(code).toMatch(/^[a-z][A-Za-z]+\.[a-z][A-Za-z]+$/);
  expect(RETRYABLE_CODES.every((code) => ERROR_CODES.includes(code))).toBe(true);
});

test('the envelope reads back what was written', () => {
  const anyParams = fc.dictionary(
    fc.stringMatching(/^[a-z][A-Za-z]{0,20}$/),
    fc.oneof(fc.string(), fc.integer()),
  );
  const anyFailure = fc.record({
    ok: fc.constant(false),
    error: fc.record({ code: fc.constantFrom(...ERROR_CODES), params: anyParams, retryable: fc.boolean() }),
    serverNow: fc.integer({ min: 0 }),
  });
  const anySuccess = fc.record({
    ok: fc.constant(true),
    value: fc.jsonValue(),
    serverNow: fc.integer({ min: 0 }),
  });
  const trip = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
  fc.assert(
    fc.property(fc.oneof(anyFailure, anySuccess), (response) => {
      expect(trip(responseSchema.parse(trip(response)))).toEqual(trip(response));
    }),
  );
  const anyRequest = fc.record({ procedure: fc.string({ maxLength: 80 }), input: fc.jsonValue() });
  fc.assert(
    fc.property(anyRequest, (request) => {
      expect(trip(requestSchema.parse(trip(request)))).toEqual(trip(request));
    }),
  );
  expect(requestSchema.safeParse({ procedure: 'x'.repeat(81), input: {} }).success).toBe(false);
  expect(REQUEST_MAXIMUM_CHARACTERS).toBeGreaterThan(2_000 * 4);
});

/** The fields of an input by name: every input is an object. */
function shapeOf(input: ProcedureContract['input']): object {
  if (!(input instanceof z.ZodObject)) throw new Error('an input is an object');
  return input.shape;
}

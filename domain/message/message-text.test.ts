import fc from 'fast-check';
import { startOfDay, parseCivilDay, HOUR_MS, MINUTE_MS } from '../time/civil-day';
import { noteOf, THING_MAXIMUM, thingOf, timeOf } from './message-text';

test('[ME7] a thing is one line of 1 to 20 characters, whole ones, whatever it was made of', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      const thing = thingOf(text);
      expect(thing.length).toBeGreaterThan(0);
      expect(thing.length).toBeLessThanOrEqual(THING_MAXIMUM);
      expect(thing).not.toMatch(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u);
      expect(thing.trim()).toBe(thing);
      expect(thingOf(thing)).toBe(thing);
    }),
  );
});

test('[ME7] what fits stays as it is, what is longer says so', () => {
  expect(thingOf('早高峰路口护学')).toBe('早高峰路口护学');
  expect(thingOf('长'.repeat(20))).toBe('长'.repeat(20));
  expect(thingOf('长'.repeat(21))).toBe(`${'长'.repeat(19)}…`);
  expect(thingOf(`${'长'.repeat(18)}𠮷𠮷`)).toBe(`${'长'.repeat(18)}…`);
  expect(thingOf(' 上午\n集合 ')).toBe('上午 集合');
  expect(thingOf('\n')).toBe('无');
});

test('[ME7] a time is written as WeChat reads it', () => {
  const midnight = startOfDay(parseCivilDay('2026-01-09'));
  expect(timeOf(midnight + 9 * HOUR_MS + 5 * MINUTE_MS)).toBe('2026年1月9日 09:05');
  expect(timeOf(midnight)).toBe('2026年1月9日 00:00');
});

test('[ME7] every note fits its field', () => {
  for (const kind of ['shiftSoon', 'checkOutForgotten', 'seatGiven', 'certificateReady'] as const) {
    const note = noteOf({ kind });
    expect(thingOf(note)).toBe(note);
  }
  expect(noteOf({ kind: 'shiftCancelled', reason: '暴雨橙色预警，河道边不安全，请大家在家' })).toBe(
    '已取消：暴雨橙色预警，河道边不安全，请…',
  );
  expect(noteOf({ kind: 'recordConfirmed', minutes: 90 })).toBe('已确认 1 小时 30 分钟');
  expect(noteOf({ kind: 'recordConfirmed', minutes: 120 })).toBe('已确认 2 小时');
  expect(noteOf({ kind: 'recordConfirmed', minutes: 45 })).toBe('已确认 45 分钟');
  fc.assert(
    fc.property(fc.nat(100_000), (minutes) => {
      expect(noteOf({ kind: 'recordConfirmed', minutes }).length).toBeLessThanOrEqual(THING_MAXIMUM);
    }),
  );
});

import fc from 'fast-check';
import { anyShortId } from '../../tests/kit/arbitrary-facts';
import {
  attendanceIdOf,
  base62Of,
  isShortId,
  parseAttendanceId,
  parseOpenId,
  parseShiftId,
  parseVolunteerId,
} from './identifiers';
import { assert, assertNever, rejected } from './result';

test('[AT1] one attendance id per shift and volunteer: it reads back and never collides', () => {
  fc.assert(
    fc.property(anyShortId, anyShortId, anyShortId, (shift, volunteer, other) => {
      const id = attendanceIdOf(parseShiftId(shift), parseVolunteerId(volunteer));
      expect(id.split(':')).toEqual([shift, volunteer]);
      expect(parseAttendanceId(id)).toBe(id);
      const second = attendanceIdOf(parseShiftId(shift), parseVolunteerId(other));
      expect(second === id).toBe(other === volunteer);
    }),
  );
});

test('[AT1] only ten characters of base62 are an id', () => {
  for (const text of [
    '',
    'abcdefghi',
    'abcdefghijk',
    'abcdefghi-',
    'abcdefghié',
    'abcdefghi\n',
    '０123456789',
  ]) {
    expect(isShortId(text)).toBe(false);
    expect(() => parseShiftId(text)).toThrow(RangeError);
  }
  for (const text of ['abcdefghij', 'abcdefghij:', ':abcdefghij', 'abcdefghij:abcdefghij:abcdefghij']) {
    expect(() => parseAttendanceId(text)).toThrow(RangeError);
  }
  expect(() => parseOpenId('')).toThrow(RangeError);
  expect(() => parseOpenId('o'.repeat(129))).toThrow(RangeError);
  expect(parseOpenId('oAbc')).toBe('oAbc');
});

test('[AT4] base62 of a digest is of the asked length, of the alphabet, and tells digests apart', () => {
  const digest = fc.uint8Array({ minLength: 32, maxLength: 32 });
  fc.assert(
    fc.property(digest, digest, (a, b) => {
      expect(base62Of(a, 10)).toMatch(/^[0-9A-Za-z]{10}$/);
      expect(base62Of(a, 10) === base62Of(b, 10)).toBe(a.every((byte, index) => byte === b[index]));
    }),
  );
  expect(base62Of(Uint8Array.of(0), 3)).toBe('000');
  expect(base62Of(Uint8Array.of(1, 0), 3)).toBe('840');
});

test('a refusal is a value; a broken invariant is thrown', () => {
  expect(rejected('a.b')).toEqual({ kind: 'rejected', code: 'a.b', params: {} });
  expect(() => assert(false, 'seats')).toThrow('invariant broken: seats');
  expect(() => assert(true, 'seats')).not.toThrow();
  const parseNever = (value: unknown): never => value as never;
  expect(() => assertNever(parseNever('x'))).toThrow('unexpected value: x');
});

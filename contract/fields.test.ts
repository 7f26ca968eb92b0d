import fc from 'fast-check';
import type * as z from 'zod';
import {
  communityCodeField,
  countField,
  cursorField,
  dayField,
  divisionCodeField,
  idNumberField,
  instantField,
  latitudeField,
  lineField,
  longitudeField,
  personNameField,
  phoneNumberField,
  requestIdField,
  shiftIdField,
  textField,
} from './fields';

const read = (schema: z.ZodType, value: unknown): unknown => {
  const result = schema.safeParse(value);
  return result.success ? result.data : null;
};
const readAll = (schema: z.ZodType, values: readonly unknown[]): unknown[] =>
  values.map((value) => read(schema, value));
const nulls = (values: readonly unknown[]): null[] => values.map(() => null);

/** Not text at all, or text that has broken other programs. */
const HOSTILE: readonly unknown[] = [
  undefined,
  null,
  0,
  Number.NaN,
  true,
  [],
  {},
  { toString: 'x' },
  { $gt: '' },
  { $ne: null },
  { __proto__: { isAdministrator: true } },
  '',
  ' ',
  '__proto__',
  'constructor',
  "' OR '1'='1",
  '"; DROP TABLE volunteers; --',
  '<script>alert(1)</script>',
  '../../etc/passwd',
  '{{7*7}}',
  '=HYPERLINK("https://example.org")',
  '%00',
  '\u0000',
  '\u202Etxet',
  '\uD800',
  'ﷺ'.repeat(3_000),
  'e\u0301'.repeat(20_000),
];
const ALL: Readonly<Record<string, z.ZodType>> = {
  communityCodeField,
  dayField,
  divisionCodeField,
  instantField,
  latitudeField,
  personNameField,
  phoneNumberField,
  requestIdField,
  shiftIdField,
};
/** What is hostile elsewhere and harmless here: a number where one belongs, eleven letters as a name. */
const FINE: Readonly<Record<string, readonly unknown[]>> = {
  latitudeField: [0],
  personNameField: ['constructor'],
};

test.each(Object.entries(ALL))('[BI1] %s refuses every hostile value without throwing', (name, schema) => {
  const passed = HOSTILE.filter((value) => schema.safeParse(value).success);
  expect(passed).toEqual(FINE[name] ?? []);
});

test('[BI1] any JSON value gets an answer from any field', () => {
  fc.assert(
    fc.property(
      fc.jsonValue(),
      fc.constantFrom(...Object.values(ALL), idNumberField, cursorField),
      (value, schema) => {
        expect(typeof schema.safeParse(value).success).toBe('boolean');
      },
    ),
  );
});

test('[BI5] names: letters of every script and the middle dot, nothing that steers a table', () => {
  const good = ['王芳', '扎西·尼玛次仁', '阿依古丽·买买提', 'José María', "O'Neil", '𠮷田', 'Anne-Marie'];
  expect(readAll(personNameField, good)).toEqual(good.map((name) => name.normalize('NFC')));
  expect(read(personNameField, '  王芳 ')).toBe('王芳');
  expect(read(personNameField, 'Jose\u0301')).toBe('José');
  const bad = [
    '王',
    '王\n芳',
    '王\t芳',
    '王\u2028芳',
    '王\u200b芳',
    '王芳1',
    '王芳@',
    '=王芳',
    '张'.repeat(31),
    '😀😀',
  ];
  expect(readAll(personNameField, bad)).toEqual(nulls(bad));
});

test('[BI5] text is trimmed, composed, bounded, free of control and direction characters', () => {
  const field = textField(4, 40);
  expect(read(field, '  路口值守 ')).toBe('路口值守');
  expect(read(field, '第一行\n第二行')).toBe('第一行\n第二行');
  expect(read(field, '路口值守\r\n😀👩\u200d🚒')).toBe('路口值守\n😀👩\u200d🚒');
  const bad = [
    '路口',
    '   路口   ',
    '路'.repeat(41),
    '路口\u0000值守',
    '路口\u202E值守',
    '路口\u0085值守',
    '\uDC00路口值守',
    '路口\u2028值守',
  ];
  expect(readAll(field, bad)).toEqual(nulls(bad));
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      const value = read(field, text);
      if (typeof value !== 'string') return;
      expect(value.length).toBeGreaterThanOrEqual(4);
      expect(value.length).toBeLessThanOrEqual(40);
      expect(value).toBe(value.trim().normalize('NFC'));
      expect(value).not.toMatch(/[\u0000-\u0008\u007F-\u009F\u202A-\u202E\u2066-\u2069]/);
    }),
  );
});

test('[BI5] a title is one line', () => {
  const field = lineField(2, 40);
  expect(readAll(field, ['路口 值守', '路口\n值守', '路口\t值守', '路口\r值守'])).toEqual([
    '路口 值守',
    null,
    null,
    null,
  ]);
});

test('[RG7] mainland mobile numbers, however they are written', () => {
  const written = ['13812345678', '138 1234 5678', '138-1234-5678', '+86 13812345678', '8613812345678'];
  expect(readAll(phoneNumberField, [...written, '１３８１２３４５６７８'])).toEqual(
    Array.from({ length: 6 }, () => '13812345678'),
  );
  const bad = ['12812345678', '1381234567', '138123456789', '+1 3812345678', '86138123456', '1381234567x'];
  expect(readAll(phoneNumberField, bad)).toEqual(nulls(bad));
});

test('[RG5] an id number is normalised here and judged by the rule', () => {
  expect(read(idNumberField, ' １１０１０５ 19491231 002x')).toBe('11010519491231002X');
  expect(readAll(idNumberField, [11010519491231002, 'x'.repeat(41), null])).toEqual([null, null, null]);
});

test('[ST1] days exist, instants lie between 2000 and 2100 and are whole', () => {
  expect(readAll(dayField, ['2024-02-29', '2023-02-29', '2024-2-9', '2024-02-29T00:00'])).toEqual([
    '2024-02-29',
    null,
    null,
    null,
  ]);
  const bad = [946_684_799_999, 4_102_444_800_001, 1.5e12 + 0.5, '1700000000000', Infinity, -1];
  expect(readAll(instantField, [946_684_800_000, ...bad])).toEqual([946_684_800_000, ...nulls(bad)]);
});

test('[AT1] a request id is 16 to 64 plain characters', () => {
  const good = ['a'.repeat(16), 'A-b_9'.repeat(10), 'z'.repeat(64)];
  expect(readAll(requestIdField, good)).toEqual(good);
  const bad = ['a'.repeat(15), 'a'.repeat(65), 'aaaaaaaaaaaaaaa:', 'aaaaaaaaaaaaaaa\n', 'ａ'.repeat(16)];
  expect(readAll(requestIdField, bad)).toEqual(nulls(bad));
});

test('[ST5] division codes by length, ids by alphabet, numbers by range', () => {
  const codes = ['5132', '513201', '513201100', '513201100002'];
  expect(readAll(divisionCodeField, codes)).toEqual(codes);
  expect(readAll(divisionCodeField, ['51', '51320', '5132011', '5132011000022'])).toEqual(
    nulls([0, 0, 0, 0]),
  );
  expect(readAll(communityCodeField, codes)).toEqual([null, null, null, '513201100002']);
  expect(readAll(shiftIdField, ['Ab3dEf6hIj', 'Ab3dEf6hI', 'Ab3dEf6hI-'])).toEqual([
    'Ab3dEf6hIj',
    null,
    null,
  ]);
  expect(readAll(latitudeField, [-90, 90, 90.1, Number.NaN, '31.9'])).toEqual([-90, 90, null, null, null]);
  expect(readAll(longitudeField, [-180, 180, 180.1, Infinity])).toEqual([-180, 180, null, null]);
  expect(readAll(countField, [0, 7, -1, 1.5, 2 ** 54])).toEqual([0, 7, null, null, null]);
  expect(readAll(cursorField, ['c', 'c'.repeat(121), 5])).toEqual(['c', null, null]);
});

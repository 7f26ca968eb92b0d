import fc from 'fast-check';
import { anyDay } from '../../tests/kit/arbitrary-facts';
import { parseAttendanceId } from '../kernel/identifiers';
import { parseCivilDay } from '../time/civil-day';
import { MAXIMUM_CERTIFIED_RECORDS, type CertifiedRecord } from './certificate';
import { parseCertificateNumber } from './certificate-code';
import { layoutPaper, PAPER, paperMinutes, type PaperContent, type PaperItem } from './paper';
import { missingSign, widthOf, wrapText } from './paper-text';

const anyWords = fc.oneof(
  fc.string({
    unit: fc.constantFrom(...Array.from('文明斑马线值守高原河长（第三期）《宣传》，。')),
    minLength: 1,
    maxLength: 40,
  }),
  fc.string({ unit: fc.constantFrom(...Array.from('abc DEF 123-')), minLength: 1, maxLength: 60 }),
);
const anyRecord: fc.Arbitrary<CertifiedRecord> = fc.record({
  attendanceId: fc.constant(parseAttendanceId('Shift00001:Volunteer1')),
  day: anyDay('2020-01-01', 3_000),
  title: anyWords,
  projectTitle: anyWords,
  placeName: anyWords,
  minutes: fc.integer({ min: 1, max: 720 }),
});
const anyContent: fc.Arbitrary<PaperContent> = fc.record({
  issued: fc.constantFrom(null, {
    number: numberOf('20261125K7MQ3F9X'),
    printedCode: 'ABCD-EFGH-JKCC',
    day: parseCivilDay('2026-11-25'),
  }),
  issuerName: anyWords,
  name: anyWords,
  idNumber: fc.constantFrom(null, '**************1982'),
  records: fc.array(anyRecord, { minLength: 1, maxLength: 60 }),
});

function numberOf(text: string) {
  const number = parseCertificateNumber(text);
  if (number === null) throw new Error('well-formed');
  return number;
}

type TextItem = Extract<PaperItem, { kind: 'text' }>;
const isText = (item: PaperItem): item is TextItem => item.kind === 'text';
const wordsOf = (content: PaperContent, canDraw?: (character: string) => boolean): string[] =>
  layoutPaper(content, canDraw).flatMap(({ items }) => items.filter(isText).map(({ text }) => text));

/** Left and right edge of a text, by the widest it may be. */
function spanOf({ x, align, text, size }: TextItem): [number, number] {
  const width = widthOf(text, size);
  const left = x - width * { start: 0, middle: 0.5, end: 1 }[align];
  return [left, left + width];
}

test('[CE7] everything lies on the paper, and every record on it once, in order', () => {
  fc.assert(
    fc.property(anyContent, (content) => {
      const pages = layoutPaper(content);
      const texts = pages.flatMap(({ items }) => items.filter(isText));
      for (const item of texts) {
        const [left, right] = spanOf(item);
        expect(left).toBeGreaterThanOrEqual(20);
        expect(right).toBeLessThanOrEqual(PAPER.width - 20);
        expect(item.y).toBeGreaterThan(item.size);
        expect(item.y).toBeLessThan(PAPER.height);
      }
      const days = texts.filter(({ text }) => /^\d{4}-\d{2}-\d{2}$/.test(text)).map(({ text }) => text);
      expect(days).toEqual(content.records.map(({ day }) => day));
      expect(texts.filter(({ text }) => text.includes(`/ ${String(pages.length)} 页`))).toHaveLength(
        pages.length,
      );
    }),
    { numRuns: 200 },
  );
});

test('[CE7] no two lines of a column lie on each other', () => {
  fc.assert(
    fc.property(anyContent, (content) => {
      for (const { items } of layoutPaper(content)) {
        const columns = new Map<number, number[]>();
        for (const { x, y } of items.filter(isText)) columns.set(x, [...(columns.get(x) ?? []), y]);
        for (const lines of columns.values()) {
          const sorted = [...lines].sort((a, b) => a - b);
          sorted.forEach((y, index) => {
            if (index > 0) expect(y - (sorted[index - 1] ?? 0)).toBeGreaterThanOrEqual(12);
          });
        }
      }
    }),
    { numRuns: 200 },
  );
});

test('[CE7] the most records there may be fit a bounded number of pages', () => {
  const long = { title: '很长的标题'.repeat(8), placeName: '地点'.repeat(20) };
  const records = Array.from({ length: MAXIMUM_CERTIFIED_RECORDS }, () =>
    sample().records.map((record) => ({ ...record, ...long })),
  ).flat();
  expect(layoutPaper({ ...sample(), records }).length).toBeLessThanOrEqual(30);
  expect(layoutPaper(sample())).toHaveLength(1);
});

test('[CE7] a character that cannot be drawn is marked and named, never left out in silence', () => {
  const content = { ...sample(), name: '𠮷措' };
  const words = wordsOf(content, (character) => character !== '𠮷');
  expect(words).toContain(`${missingSign}措`);
  expect(words.some((text) => text.includes('U+20BB7') && text.includes('手写'))).toBe(true);
  expect(wordsOf(content)).toContain('𠮷措');
  expect(wordsOf(content).some((text) => text.includes(missingSign))).toBe(false);
});

test('[CE9] the paper calls itself a platform record for sealing, not a national certificate', () => {
  const words = wordsOf(sample()).join('\n');
  expect(words).toContain('平台服务记录 · 供记录单位核对盖章');
  expect(words).toContain('不是全国志愿服务信息系统出具的证明');
  expect(words).toContain('开具免费');
  expect(words).toContain('盖章处');
});

test('[CE7] lines keep their words, neither begin with a comma nor end with an opening bracket', () => {
  fc.assert(
    fc.property(anyWords, fc.integer({ min: 60, max: 300 }), (words, width) => {
      const lines = wrapText(words, 10, width);
      expect(lines.join('').replace(/\s/g, '')).toBe(words.replace(/\s/g, ''));
      lines.slice(1).forEach((line) => expect(line).not.toMatch(/^[，。]/));
    }),
  );
  expect(wrapText('清理河道（第三期）', 10, 52)).toEqual(['清理河道', '（第三期）']);
  expect(wrapText('Saturday shift', 10, 60)).toEqual(['Saturday', 'shift']);
});

test('[CE2] minutes on paper are exact', () => {
  expect([45, 60, 65, 750].map(paperMinutes)).toEqual(['45 分钟', '1 小时', '1 小时 05 分', '12 小时 30 分']);
});

function sample(): PaperContent {
  const day = parseCivilDay('2026-11-20');
  const record = {
    attendanceId: parseAttendanceId('Shift00001:Volunteer1'),
    day,
    title: '文明斑马线值守',
    projectTitle: '文明斑马线',
    placeName: '达萨街路口',
    minutes: 120,
  };
  const issued = { number: numberOf('20261125K7MQ3F9X'), printedCode: 'ABCD-EFGH-JKCC', day };
  return {
    issued,
    issuerName: '马尔康市文明实践志愿服务队',
    name: '张**',
    idNumber: null,
    records: [record],
  };
}

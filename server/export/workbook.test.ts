/** The workbook as a file: read back by a program that knows nothing of the one that wrote it. */
import fc from 'fast-check';
import { parseDivisionCode } from '@domain/geography/division';
import { MEASURES } from '@domain/statistics/measure';
import { parseCivilDay, startOfDay } from '@domain/time/civil-day';
import { TREND_MEASURES, type Figure } from '@contract/statistics.contract';
import { readWorkbook, type ReadSheet } from '../../tests/kit/read-workbook';
import { kindOf } from '../statistics/division-figures';
import { cellText } from './cell-text';
import { sheetsOf, type ExportContent } from './sheet-model';
import { toWorkbook } from './workbook';

/** Each file is zipped and unzipped: fewer than of pure functions. */
const FILES = 25;
const TO_DAY = parseCivilDay('2026-03-31');

function figuresOf(numerator: number, denominator: number | null): Figure[] {
  return TREND_MEASURES.map((measure) => ({
    measure,
    value: denominator === null && kindOf(measure) !== 'count' ? null : 1,
    numerator,
    denominator: kindOf(measure) === 'count' ? null : denominator,
    populationYear: measure === 'registrationRatio' ? 2020 : null,
    source: measure === 'registrationRatio' ? '第七次全国人口普查公报' : null,
  }));
}

interface Wishes {
  readonly name?: string;
  readonly officeName?: string;
  readonly denominator?: number | null;
  /** persons of the second community */
  readonly second?: number;
}

function contentOf({
  name = '马尔康镇',
  officeName = '办公室',
  denominator = 400,
  second = 50,
}: Wishes): ExportContent {
  const divisionCode = parseDivisionCode('513201100');
  const rowOf = (code: string, rowName: string, numerator: number) => ({
    divisionCode: parseDivisionCode(code),
    name: rowName,
    figures: figuresOf(numerator, denominator),
    numeratorsBefore: TREND_MEASURES.map(() => numerator - 7),
  });
  return {
    job: {
      divisionCode,
      divisionName: name,
      fromDay: parseCivilDay('2026-01-01'),
      toDay: TO_DAY,
      officeName,
      requestedAt: startOfDay(TO_DAY),
    },
    asOf: startOfDay(TO_DAY) + 3_600_000,
    rows: [
      rowOf('513201100', name, 150),
      rowOf('513201100001', '甲社区', 100),
      rowOf('513201100002', '乙社区', second),
    ],
    trend: {
      before: figuresOf(143, denominator),
      points: [{ day: TO_DAY, figures: figuresOf(150, denominator) }],
    },
  };
}

const fileOf = async (wishes: Wishes): Promise<ReadSheet[]> =>
  readWorkbook(await toWorkbook(sheetsOf(contentOf(wishes))));
const cellsOf = (sheets: readonly ReadSheet[], name: string) =>
  sheets.find((sheet) => sheet.name === name)?.rows ?? [];

test('[EX5] whatever a name is, it comes back as text and no cell is a formula', async () => {
  const dangerous = fc.constantFrom('=', '+', '-', '@', '\t', '\r', '＝', '  =', '　＋');
  const name = fc
    .tuple(fc.oneof(dangerous, fc.constant('')), fc.string({ maxLength: 20 }))
    .map(([start, rest]) => `${start}HYPERLINK("x")${rest}`);
  await fc.assert(
    fc.asyncProperty(name, name, async (division, office) => {
      const sheets = await fileOf({ name: division, officeName: office });
      for (const { xml, rows } of sheets) {
        expect(xml).not.toMatch(/<f[ >]|t="str"/);
        for (const cell of rows.flat()) {
          if (typeof cell === 'string') expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠]|^[\t\r]/);
        }
      }
      const shown = cellsOf(sheets, '分区划')[4]?.[1];
      // What XML cannot hold is left out; line ends are one.
      const comparable = (text: unknown) => String(text).replace(/[^\p{L}\p{N}\p{P}\p{S}]/gu, '');
      expect(comparable(shown)).toBe(comparable(cellText(division)));
    }),
    { numRuns: FILES },
  );
});

test('[EX5] text that is no formula is left as it is', () => {
  for (const text of ['马尔康市', '—', '2026-01-01', '（-）', "O'Neil", ''])
    expect(cellText(text)).toBe(text);
  expect(cellText('=1+1')).toBe("'=1+1");
});

test('[EX5] names that a program knows itself are text like others', async () => {
  for (const name of ['constructor', '__proto__', 'toString'])
    expect(cellsOf(await fileOf({ name }), '分区划')[4]?.[1]).toBe(`${name} `);
});

test('[EX5] counts are integers, ratios quotients, hours minutes over sixty, shown by formats', async () => {
  const sheets = await fileOf({});
  const [, , titles = [], heads = [], line = []] = cellsOf(sheets, '分区划');
  const columnOf = (title: string, head: string): number =>
    heads.findIndex((one, index) => index >= titles.indexOf(title) && one === head);
  expect(line[columnOf(MEASURES.registered.title, '期末')]).toBe(150);
  expect(line[columnOf(MEASURES.registered.title, '期间增减')]).toBe(7);
  expect(line[columnOf(MEASURES['activityRate.CUM'].title, '比率')]).toBe(150 / 400);
  expect(line[columnOf(MEASURES.serviceHours.title, '分钟')]).toBe(150);
  expect(line[columnOf(MEASURES.serviceHours.title, '小时')]).toBe(2.5);
  expect(line[columnOf(MEASURES['averageHours.registered'].title, '小时/人')]).toBe(2.5 / 400);
});

test('[EX4] every measure has its columns, its line and its definition, by itself', async () => {
  const sheets = await fileOf({});
  for (const measure of TREND_MEASURES) {
    const { title, definition } = MEASURES[measure];
    for (const name of ['概览', '分区划', '走势', '口径'])
      expect(cellsOf(sheets, name).flat()).toContain(title);
    expect(cellsOf(sheets, '口径').flat()).toContain(definition);
  }
  expect(cellsOf(sheets, '口径').flat()).toContain('常住人口：2020 年，第七次全国人口普查公报');
});

test('[EX4] no denominator is "—", explained; sums that differ are named', async () => {
  const sheets = await fileOf({ denominator: null });
  expect(cellsOf(sheets, '分区划')[4]).toContain('—');
  expect(cellsOf(sheets, '概览').flat()).toContain('没有分母，不计算');
  expect(cellsOf(sheets, '概览').flat()).toContain('每一级的合计都等于上一级');
  const wrong = cellsOf(await fileOf({ second: 51 }), '概览').flat();
  expect(wrong.some((cell) => /^有 \d+ 处合计不等于上一级/.test(String(cell)))).toBe(true);
});

test('[EX4] heads stay in view, narrow sheets fit one page’s width', async () => {
  const sheets = await fileOf({});
  const xmlOf = (name: string) => sheets.find((sheet) => sheet.name === name)?.xml ?? '';
  expect(xmlOf('分区划')).toMatch(/<pane[^>]*ySplit="4"[^>]*state="frozen"/);
  expect(xmlOf('概览')).toContain('<pageSetUpPr fitToPage="1"/>');
  expect(xmlOf('概览')).toMatch(/<pageSetup[^>]*paperSize="9"/);
});

/** 导入花名册: what is read out of cells, titles, days and places, however they are written. */
import fc from 'fast-check';
import { parseDivisionCode } from '../geography/division';
import { addDays, parseCivilDay } from '../time/civil-day';
import { checkCharacterOf } from '../volunteer/id-number';
import { CELL_MAXIMUM_CHARACTERS, cleanCell, isRoundedColumn, isRoundedNumber, maskCell } from './cell';
import { mappingOf, proposeMapping, ROSTER_COLUMNS, type RosterColumn } from './columns';
import { readDay } from './day-text';
import { detectHeader } from './header';
import { PlaceFinder, type KnownCommunity } from './place-finder';
import { judgeRosterRows, type JudgedRow, type RosterContext } from './roster-row';
import { judgePerson } from './verdict';

const TODAY = parseCivilDay('2026-11-26');

function community(code: string, name: string, townshipName: string, countyName: string): KnownCommunity {
  return { code: parseDivisionCode(code), name, townshipName, countyName };
}
const COMMUNITIES = [
  community('513201100002', '达萨街社区居委会', '马尔康镇', '马尔康市'),
  community('513201100003', '美谷社区居委会', '马尔康镇', '马尔康市'),
  community('513201101201', '美谷村委会', '松岗镇', '马尔康市'),
  community('513201101202', '新桥村委会', '松岗镇', '马尔康市'),
  community('513221100203', '新桥村委会', '威州镇', '汶川县'),
  community('513221100001', '阳光社区居委会', '威州镇', '汶川县'),
  community('513221103001', '水磨镇社区居委会', '水磨镇', '汶川县'),
  community('513221103203', '老人村委会', '水磨镇', '汶川县'),
  community('513221104200', '漩口村民委员会', '漩口镇', '汶川县'),
];
const places = new PlaceFinder(COMMUNITIES, '阿坝藏族羌族自治州');

const codeOf = (text: string, township = '', county = ''): string => {
  const found = places.find({ county, township, community: text });
  return found.kind === 'found' ? found.community.code : found.kind;
};

test('[IM3] cells: full-width, spaces, apostrophes and ="…" are forgiven, unseen characters are gone', () => {
  expect(cleanCell('　５１３２２９ \u200b')).toBe('513229');
  expect(cleanCell("'13800138000")).toBe('13800138000');
  expect(cleanCell('="0123"')).toBe('0123');
  expect(cleanCell('张\u00a0 三\n')).toBe('张 三');
  expect(cleanCell(`${'字'.repeat(119)}😀`)).toBe('字'.repeat(119));
  expect(cleanCell('张\ud83d三')).toBe('张三');
});

test('[IM3] cleaning a clean cell changes nothing, whatever it was', () => {
  const messy = fc.string({ unit: fc.constantFrom(...Array.from('Ａ１　 \t"=\'’`张三ﬁ㎏\u200b\u202eﷺ😀')) });
  fc.assert(
    fc.property(fc.oneof(messy, fc.string({ unit: 'binary', maxLength: 200 })), (raw) => {
      const cell = cleanCell(raw);
      expect(cleanCell(cell)).toBe(cell);
      expect(cell.length).toBeLessThanOrEqual(CELL_MAXIMUM_CHARACTERS);
      expect(cell).not.toMatch(/^\s|\s$|[\u0000-\u001f]|\p{Cs}/u);
    }),
  );
});

test('[IM3] numbers a spreadsheet has rounded are told from whole ones', () => {
  for (const text of ['5.13229E+17', '1.38E+10', '1.38e10'])
    expect([text, isRoundedNumber(text)]).toEqual([text, true]);
  for (const text of ['13800138000', '513229199001011234', '51322919900101123X', ''])
    expect([text, isRoundedNumber(text)]).toEqual([text, false]);
  const [rounded, other] = ['513229199001011000', '513229199001012000'];
  const whole = Array.from({ length: 18 }, (_none, number) => `5132291990010${String(11_231 + number)}`);
  expect(isRoundedColumn([rounded, other, ''])).toBe(true);
  expect(isRoundedColumn([rounded])).toBe(false);
  expect(isRoundedColumn([rounded, other, ...whole])).toBe(false);
  // Ten services of somebody whose number ends so, beside those of four others.
  const often = Array.from({ length: 10 }, () => rounded);
  expect(isRoundedColumn([...often, ...whole.slice(0, 4)])).toBe(false);
  expect(maskCell('513229 19900101 123X')).toBe('513****123X');
  expect(maskCell('身份证513229199001011234，13800138000')).toBe('身份证513****1234，138****8000');
});

test('[IM3] days in every way they are written, and as the number a spreadsheet keeps', () => {
  const ways = [
    '2024-03-05',
    '2024.3.5',
    '2024/3/5 10:20:00',
    '2024年3月5日',
    '20240305',
    '2024-03-05T08:00',
    '45356',
  ];
  for (const text of ways) expect([text, readDay(text)]).toEqual([text, '2024-03-05']);
  for (const text of ['2024-13-01', '2024-02-30', '昨天', '3月5日', '24-3-5', '12345678', ''])
    expect([text, readDay(text)]).toEqual([text, null]);
});

test('[IM3] any day survives any of the ways it is written', () => {
  const day = fc
    .integer({ min: 0, max: 59_000 })
    .map((offset) => addDays(parseCivilDay('1955-01-01'), offset));
  fc.assert(
    fc.property(day, (one) => {
      const [year = '', month = '', date = ''] = one.split('-');
      const short = [year, Number(month), Number(date)].map(String);
      const serial = Date.parse(`${one}T00:00:00Z`) / 86_400_000 + 25_569;
      const ways = [one, short.join('.'), short.join('/'), one.replaceAll('-', ''), String(serial)];
      for (const text of [...ways, `${short[0] ?? ''}年${short[1] ?? ''}月${short[2] ?? ''}日`])
        expect([text, readDay(cleanCell(text))]).toEqual([text, one]);
    }),
  );
});

test('[IM3] titles under merged rows, in one row or two, and none in data', () => {
  const list = [
    ['马尔康市志愿者花名册', '', '', ''],
    ['填表单位：', '', '日期：2024年3月', ''],
    ['序号', '基本信息', '', '联系方式', '所属社区'],
    ['', '姓 名', '身份证号码', '手机号（必填）', ''],
    ['1', '张三', '513229199001011234', '13800138000', '美谷社区'],
  ];
  expect(detectHeader(list)).toMatchObject({ from: 2, rowCount: 2 });
  expect(proposeMapping(detectHeader(list)?.titles ?? [])).toMatchObject({
    ...{ name: 1, idNumber: 2, phone: 3, community: 4 },
  });
  expect(proposeMapping(['*姓    名', '证件号（18位）', '联系电话1'])).toMatchObject({
    ...{ name: 0, idNumber: 1, phone: 2 },
  });
  const plain = [['花名册'], ['姓名', '证件号码', '所属社区'], ['张三', '513229199001011234', '美谷社区']];
  expect(detectHeader(plain)).toMatchObject({
    from: 1,
    rowCount: 1,
    titles: ['姓名', '证件号码', '所属社区'],
  });
  expect(
    detectHeader([
      ['张三', '513229199001011234'],
      ['李四', '513229199001011235'],
    ]),
  ).toBeNull();
  expect(detectHeader([])).toBeNull();
});

test('[IM3] titles in any order mean the same columns', () => {
  const titles = ['姓名', '证件类型', '证件号码', '联系电话', '所在区县', '所在乡镇', '所在社区', '注册时间'];
  const shuffled = fc.shuffledSubarray(titles, { minLength: titles.length });
  fc.assert(
    fc.property(shuffled, fc.nat({ max: 3 }), (order, blanks) => {
      const row = [...Array.from({ length: blanks }, () => '备注'), ...order];
      const mapping = proposeMapping(row);
      ROSTER_COLUMNS.forEach((column, place) => {
        expect(row[mapping[column] ?? -1]).toBe(titles[place]);
      });
    }),
  );
});

test('[IM4] a community by its code, its name, its address; an address of elsewhere finds none', () => {
  expect(codeOf('513201100002')).toBe('513201100002');
  for (const text of [
    '达萨街社区',
    '达萨街社区居委会',
    '达萨街',
    '四川省阿坝州马尔康市马尔康镇达萨街社区3号楼',
  ])
    expect([text, codeOf(text)]).toEqual([text, '513201100002']);
  expect(codeOf('四川省-阿坝州-马尔康市/马尔康镇/达萨街社区')).toBe('513201100002');
  expect(codeOf('美谷社区')).toBe('513201100003');
  expect(codeOf('美谷村')).toBe('513201101201');
  expect(codeOf('新桥村')).toBe('ambiguous');
  expect(codeOf('新桥村', '威州镇')).toBe('513221100203');
  expect(codeOf('新桥村', '', '马尔康市')).toBe('513201101202');
  expect(codeOf('新桥村', '松岗镇', '汶川县')).toBe('unknown');
  expect(codeOf('美谷村', '', '汶川县')).toBe('unknown');
  expect(codeOf('汶川县威州镇新桥村2组')).toBe('513221100203');
  expect(codeOf('汶川县水磨镇老人村3组')).toBe('513221103203');
  expect(codeOf('汶川县水磨镇社区')).toBe('513221103001');
  for (const text of ['汶川县水磨镇新建村', '漩口镇', '漩口镇3号', '马尔康镇达萨街12号'])
    expect([text, codeOf(text)]).toEqual([text, 'unknown']);
  expect(codeOf('成都市武侯区阳光社区')).toBe('unknown');
  expect(codeOf('四川省成都市阳光社区')).toBe('unknown');
  expect(codeOf('')).toBe('missing');
});

const first17 = '51322919900101123';
const ID_NUMBER = first17 + checkCharacterOf(first17);
const COLUMNS: readonly RosterColumn[] = [
  'name',
  'idNumber',
  'phone',
  'community',
  'registeredDay',
  'idType',
];
const context: RosterContext = {
  mapping: mappingOf((column) => {
    const index = COLUMNS.findIndex((one) => one === column);
    return index < 0 ? null : index;
  }),
  places,
  usualCommunity: null,
  today: TODAY,
};
const judgeRow = (cells: readonly string[], own: RosterContext = context): JudgedRow =>
  judgeRosterRows([cells], own)[0] ?? { kind: 'blank' };
const judge = (cells: Partial<Record<RosterColumn, string>>, wishes: Partial<RosterContext> = {}) =>
  judgeRow(
    COLUMNS.map(
      (column) => ({ name: '张三', idNumber: ID_NUMBER, community: '美谷社区', ...cells })[column] ?? '',
    ),
    { ...context, ...wishes },
  );

test('[IM4] a good row, its variants, and a row of 15 digits', () => {
  expect(judge({ phone: '１３８ 0013 8000', registeredDay: '2024年3月5日' })).toMatchObject({
    kind: 'person',
    name: '张三',
    phone: '13800138000',
    registeredDay: '2024-03-05',
    community: { code: '513201100003' },
  });
  expect(judge({ name: '张　三', phone: '' })).toMatchObject({
    name: '张三',
    phone: null,
    registeredDay: TODAY,
  });
  expect(judge({ phone: '13800138000/13900139000' })).toMatchObject({ phone: '13800138000' });
  expect(judge({ phone: '+86 13800138000' })).toMatchObject({ phone: '13800138000' });
  expect(judge({ idNumber: '513229900101123' })).toMatchObject({ identity: { text: ID_NUMBER } });
  for (const idType of ['居民身份证', '港澳台居民居住证', '01'])
    expect([idType, judge({ idType }).kind]).toEqual([idType, 'person']);
  const [usualCommunity] = COMMUNITIES;
  if (usualCommunity === undefined) throw new Error('a community is needed');
  expect(judge({ community: '' }, { usualCommunity })).toMatchObject({ community: { code: '513201100002' } });
  expect(judgeRow(['', ' ', '　'], context)).toEqual({ kind: 'blank' });
});

test.each([
  ['nameMissing', { name: '' }],
  ['nameInvalid', { name: '=cmd()' }],
  ['nameInvalid', { name: '合计：3人' }],
  ['idTypeUnsupported', { idType: '护照' }],
  ['idNumberMissing', { idNumber: '' }],
  ['idNumberRounded', { idNumber: '5.13229E+17' }],
  ['idNumberInvalid', { idNumber: ID_NUMBER.slice(0, 17) + (ID_NUMBER.endsWith('0') ? '1' : '0') }],
  ['tooYoung', { idNumber: '51322920200101123' + checkCharacterOf('51322920200101123') }],
  ['phoneRounded', { phone: '1.38E+10' }],
  ['phoneInvalid', { phone: '12345' }],
  ['communityMissing', { community: '' }],
  ['communityUnknown', { community: '没有这个村' }],
  ['communityAmbiguous', { community: '新桥村' }],
  ['dayInvalid', { registeredDay: '昨天' }],
  ['dayImpossible', { registeredDay: '2027-01-01' }],
  ['dayImpossible', { registeredDay: '1999-01-01' }],
] as const)('[IM4] refused with its reason: %s', (fault, cells) => {
  const row = judge(cells);
  expect(row).toMatchObject({ kind: 'refused', fault });
  expect(JSON.stringify(row)).not.toContain(ID_NUMBER);
});

test('[IM4] a column whose numbers all end in 000 was rounded; one of them alone is somebody’s', () => {
  const honest = '513299199001071000';
  expect(checkCharacterOf(honest.slice(0, 17))).toBe('0');
  expect(judge({ idNumber: honest }).kind).toBe('person');
  const rows = [1, 2, 3].map((number) => ['张三', `51322919900101${String(number)}000`, '', '美谷社区']);
  expect(judgeRosterRows(rows, context)).toMatchObject(rows.map(() => ({ fault: 'idNumberRounded' })));
});

test('[IM4] whatever stands in the cells, a row is judged, and names are as registration takes them', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' }), { maxLength: 8 }), (cells) => {
      const row = judgeRow(cells, context);
      if (row.kind === 'person') expect(row.name).toMatch(/^[\p{L}\p{M}·. '-]{2,30}$/u);
    }),
  );
});

test('[IM5][IM6] new, known, completed, refused: what a person is to who is registered', () => {
  const person = { name: '张三', phone: '13800138000' };
  const registered = { name: '张三', isActive: true, hasPhone: true, isClaimed: false };
  expect(judgePerson(person, null, false)).toBe('new');
  expect(judgePerson(person, null, true)).toEqual({ fault: 'repeated' });
  expect(judgePerson(person, registered, false)).toBe('known');
  expect(judgePerson(person, { ...registered, hasPhone: false }, false)).toBe('completes');
  expect(judgePerson(person, { ...registered, hasPhone: false, isClaimed: true }, false)).toBe('known');
  expect(judgePerson({ ...person, phone: null }, { ...registered, hasPhone: false }, false)).toBe('known');
  expect(judgePerson(person, { ...registered, name: '李四' }, false)).toEqual({ fault: 'nameDiffers' });
  expect(judgePerson(person, { ...registered, isActive: false }, false)).toEqual({ fault: 'left' });
});

import fc from 'fast-check';
import { parseCivilDay } from '../time/civil-day';
import { PEER_COLUMNS, readPeerCells, readPeerTable, type PeerCells } from './peer-table';

const today = parseCivilDay('2026-11-23');
const GOOD: PeerCells = {
  城市: '雅安市',
  指标: '活跃度',
  口径: '累计',
  数值: '56.08%',
  截至日: '2023-12-31',
  依据: '公开报道',
};
const read = (cells: PeerCells) => readPeerCells({ ...GOOD, ...cells }, today);
const codeOf = (cells: PeerCells) => {
  const answer = read(cells);
  return 'code' in answer ? answer.code : answer.value;
};
const rounded = (digits: number, exponent: number) => ({ kind: 'rounded', digits, exponent });

test('[ST17] messy cells are read as what they say', () => {
  expect(read({})).toEqual({
    cityName: '雅安市',
    indicator: 'activityRate',
    definition: 'activityRate.CUM',
    value: rounded(5_608, -4),
    asOfDay: '2023-12-31',
    document: '公开报道',
  });
  expect(codeOf({ 数值: ' ５６．０８ ％ ' })).toEqual(rounded(5_608, -4));
  expect(codeOf({ 数值: '超过 23.0%' })).toEqual({ kind: 'above', digits: 230, exponent: -3 });
  expect(codeOf({ 指标: '注册志愿者', 口径: '', 数值: '23.34 万人' })).toEqual(rounded(2_334, 2));
  expect(codeOf({ 指标: '注册志愿者', 口径: '', 数值: '２３３，４００' })).toEqual({
    kind: 'whole',
    digits: 233_400,
    exponent: 0,
  });
  const both = { kind: 'fraction', numerator: 130_900, denominator: 233_400 };
  expect(codeOf({ 数值: '', 分子: '13.09万', 分母: '23.34 万人' })).toEqual(both);
  expect(codeOf({ 指标: '人均时长', 口径: '按注册人数', 数值: '11.93小时' })).toEqual(rounded(1_193, -2));
  for (const 截至日 of ['2023年12月31日', '2023/12/31', '2023.12.31', '２０２３年底', '2023 年末']) {
    expect(read({ 截至日 })).toMatchObject({ asOfDay: '2023-12-31' });
  }
  expect(read({ 口径: '近 365 天' })).toMatchObject({ definition: 'activityRate.R12' });
  expect(read({ 口径: '' })).toMatchObject({ definition: 'unstated' });
  expect(read({ 指标: '注册率', 口径: '户籍人口' })).toMatchObject({ definition: 'other' });
});

test('[ST17] what cannot be ranked honestly is refused by name', () => {
  expect(codeOf({ 城市: ' ' })).toBe('peer.cityMissing');
  expect(codeOf({ 指标: '好人数' })).toBe('peer.indicatorUnknown');
  expect(codeOf({ 口径: '按感觉' })).toBe('peer.definitionUnknown');
  expect(codeOf({ 指标: '注册率', 口径: '累计' })).toBe('peer.definitionUnknown');
  for (const 数值 of ['', '五成', '-3%', '56.08', '约56%', '1e3%'])
    expect(codeOf({ 数值 })).toBe('peer.valueInvalid');
  expect(codeOf({ 数值: '100.01%' })).toBe('peer.percentTooHigh');
  expect(codeOf({ 数值: '100%' })).toEqual(rounded(100, -2));
  expect(codeOf({ 数值: '', 分子: '5', 分母: '4' })).toBe('peer.percentTooHigh');
  expect(codeOf({ 数值: '', 分子: '5', 分母: '0' })).toBe('peer.denominatorZero');
  expect(codeOf({ 数值: '', 分子: '5', 分母: '' })).toBe('peer.valueInvalid');
  for (const 截至日 of ['', '2023年', '2023-02-30', '去年'])
    expect(codeOf({ 截至日 })).toBe('peer.dayInvalid');
  expect(codeOf({ 截至日: '2026-11-24' })).toBe('peer.dayInFuture');
  expect(codeOf({ 依据: '' })).toBe('peer.documentMissing');
});

test('[ST17] a table: tabs or commas, quotes, columns in any order, unknown ones left out', () => {
  const comma =
    '依据,城市,指标,数值,截至日,备注\n"《公报》,第 1 号",雅安市,注册志愿者,"233,400",2023年底,好\n\n';
  expect(readPeerTable(comma)).toEqual([
    { 依据: '《公报》,第 1 号', 城市: '雅安市', 指标: '注册志愿者', 数值: '233,400', 截至日: '2023年底' },
  ]);
  const tabs = ['城 市\t指标\t数值\t截至日\t依据', '雅安市\t注册志愿者\t233,400\t2023年底\t公报'].join(
    '\r\n',
  );
  expect(readPeerTable(tabs)).toEqual([
    { 城市: '雅安市', 指标: '注册志愿者', 数值: '233,400', 截至日: '2023年底', 依据: '公报' },
  ]);
  expect(readPeerTable('城市,指标\n甲,乙')).toMatchObject({
    code: 'peer.columnsMissing',
    params: { columns: '截至日、依据、数值' },
  });
  const head = PEER_COLUMNS.join('\t');
  expect(readPeerTable(head)).toMatchObject({ code: 'peer.importEmpty' });
  expect(readPeerTable([head, ...Array<string>(201).fill('甲市\t')].join('\n'))).toMatchObject({
    code: 'peer.importTooLong',
  });
});

test('[ST17] no text makes the reader throw', () => {
  const nasty = fc.string({
    unit: fc.constantFrom(',', '\t', '\n', '"', '城市', '指标', '数值', '5', '%', '万', '＞'),
  });
  fc.assert(
    fc.property(nasty, nasty, (text, cell) => {
      const table = readPeerTable(`${PEER_COLUMNS.join(',')}\n${text}`);
      if (!('code' in table)) for (const cells of table) readPeerCells(cells, today);
      readPeerCells({ ...GOOD, 数值: cell, 分子: text, 分母: cell }, today);
    }),
  );
});

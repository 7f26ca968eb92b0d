import { EXAMPLE_BOARD, exampleDivision } from './board-example';
import { changeText, fractionText, hoursOf, reasonOf, titleOf, unitText, valueText } from './figure-text';

const city = EXAMPLE_BOARD.division;
const empty = exampleDivision({
  code: '513222001',
  name: '某镇',
  registered: 0,
  before: 0,
  activeCum: 0,
  activeYear: 0,
  minutes: 0,
  residents: null,
});

test('[ST2] people, ratios, growth and hours are exact', () => {
  expect([valueText(city.registered), unitText(city.registered)]).toEqual(['300', '人']);
  expect(valueText(city.registrationRatio)).toBe('0.04%');
  expect(fractionText(city.registrationRatio)).toBe('300 ÷ 822,587');
  expect([valueText(city.registeredGrowth), fractionText(city.registeredGrowth)]).toEqual([
    '+66.67%',
    '+120 ÷ 180',
  ]);
  expect([valueText(city.serviceHours), unitText(city.serviceHours)]).toEqual(['20.0', '小时']);
  expect(fractionText(city.serviceHours)).toBeNull();
});

test('a shrinking stock keeps its sign', () => {
  const shrunk = exampleDivision({
    code: '513201',
    name: '甲',
    registered: 80,
    before: 90,
    activeCum: 1,
    activeYear: 1,
    minutes: 0,
    residents: 1000,
  });
  expect(valueText(shrunk.registeredGrowth)).toBe('-11.11%');
  expect(fractionText(shrunk.registeredGrowth)).toBe('-10 ÷ 90');
});

test('[ST3] no denominator gives a dash with its reason, never a zero', () => {
  expect(valueText(empty.registrationRatio)).toBe('—');
  expect(reasonOf(empty.registrationRatio)).toContain('常住人口');
  expect(valueText(empty.activityRateCum)).toBe('—');
  expect(reasonOf(empty.activityRateCum)).toContain('还没有注册志愿者');
  expect(unitText(empty.activityRateCum)).toBe('');
  expect(reasonOf(empty.registered)).toBeNull();
  expect(valueText(empty.registered)).toBe('0');
});

test('hours round half up to one decimal', () => {
  expect([0, 2, 3, 59, 60, 63, 600_003].map(hoursOf)).toEqual([
    '0.0',
    '0.0',
    '0.1',
    '1.0',
    '1.0',
    '1.1',
    '10,000.1',
  ]);
});

test('titles are short on the board', () => {
  expect(titleOf('activityRate.CUM')).toBe('累计活跃度');
  expect(titleOf('registered')).toBe('注册志愿者');
});

test('[ST20] the parts of a share say what they count; minutes are shown as hours', () => {
  const share = { ...city.registrationRatio, numerator: 90, denominator: 1_200 };
  expect(fractionText({ ...share, measure: 'ruralCoverage' })).toBe('90 ÷ 1,200 个村');
  expect(fractionText({ ...share, measure: 'ruralMinuteShare' })).toBe('1.5 ÷ 20.0 小时');
});

test('[ST18] average hours name their denominator', () => {
  const [, , byRegistered, byActive] = city.further;
  if (byRegistered === undefined || byActive === undefined) throw new Error('the example has averages');
  expect([valueText(byRegistered), unitText(byRegistered)]).toEqual(['0.07', '小时/人']);
  expect(fractionText(byActive)).toBe('20.0 小时 ÷ 170 人');
  expect([titleOf(byRegistered.measure), titleOf(byActive.measure)]).toEqual([
    '人均时长（注册）',
    '人均时长（活跃）',
  ]);
});

test('[ST16] a change says per cent or percentage points', () => {
  expect(changeText(667, 'percent')).toBe('+6.67%');
  expect(changeText(-31, 'percentagePoints')).toBe('-0.31 个百分点');
  expect(changeText(null, 'percent')).toBe('—（当时没有基数）');
});

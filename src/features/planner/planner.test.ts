import { parseDivisionCode } from '@domain/geography/division';
import { parseTargetId } from '@domain/kernel/identifiers';
import { paceOf } from '@domain/statistics/pace';
import { parseCivilDay } from '@domain/time/civil-day';

import { lengthOf, meanText, verdictOf } from './plan-text';
import { basisPointsOfText, emptyTargetDraft, inputOfDraft, problemsOfDraft } from './target-draft';

const day = parseCivilDay;
const today = day('2026-11-23');

test('[ST32] the verdict names the day, the band and the deadline, or that the pace does not do', () => {
  const steady = (people: number) => Array.from({ length: 8 }, () => people);
  const verdict = (gap: number, people: number) =>
    verdictOf(paceOf(gap, steady(people), today, day('2026-12-31')), day('2026-12-31'));
  expect(verdict(0, 5)).toMatchObject({ tone: 'good', title: '指标已经达到' });
  expect(verdict(20, 10)).toEqual({
    tone: 'good',
    title: '预计 2026年12月7日 达标',
    detail: '比截止日 2026年12月31日早 24 天；区间 2026年12月7日 至 2026年12月7日',
  });
  expect(verdict(100, 10).title).toBe('按目前速度无法按期：预计 2027年2月1日 达标');
  expect(verdict(100, 0).title).toBe('按目前速度无法按期');
  expect(meanText({ recentSum: 571 })).toBe('71.38');
  expect(meanText({ recentSum: -4 })).toBe('-0.50');
});

test('[ST34] percent is read as exact basis points, anything else is none', () => {
  expect(['60', '60.5', '60.05%', ' 100 ', '０'].map(basisPointsOfText)).toEqual([
    6000,
    6050,
    6005,
    10_000,
    null,
  ]);
  expect(['', '60.555', '-5', '1e3', 'abc'].map(basisPointsOfText)).toEqual([null, null, null, null, null]);
});

test('[ST34] what is wrong stands beside its field; what is right is sent as typed', () => {
  const good = { ...emptyTargetDraft(today), value: '55.5', document: '〔2026〕7 号' };
  expect(problemsOfDraft(good, [])).toEqual({});
  expect(Object.keys(problemsOfDraft({ ...good, value: '100.01' }, []))).toEqual(['value']);
  expect(Object.keys(problemsOfDraft({ ...good, document: ' ' }, []))).toEqual(['document']);
  expect(Object.keys(problemsOfDraft({ ...good, toDay: '2026-01-01' }, []))).toEqual(['toDay']);
  expect(Object.keys(problemsOfDraft({ ...good, fromDay: '' }, []))).toEqual(['toDay']);
  const taken = {
    targetId: parseTargetId('target0001'),
    indicator: good.indicator,
    valueBasisPoints: 6_000,
    divisionCode: parseDivisionCode('513201'),
    divisionName: '马尔康市',
    fromDay: day('2026-12-31'),
    toDay: day('2027-12-31'),
    document: '〔2026〕1 号',
    setAt: Date.parse('2026-01-05T00:00:00Z'),
    withdrawnDay: null,
  };
  expect(Object.keys(problemsOfDraft(good, [taken]))).toEqual(['toDay']);
  expect(problemsOfDraft(good, [{ ...taken, indicator: 'registrationRatio' }])).toEqual({});
  expect(inputOfDraft(good, 'r'.repeat(20), taken.divisionCode)).toMatchObject({ valueBasisPoints: 5_550 });
});

test('a length never leaves its box, and what is not nothing is seen', () => {
  expect([
    lengthOf(0, 10),
    lengthOf(1, 1_000_000),
    lengthOf(5, 10),
    lengthOf(20, 10),
    lengthOf(1, 0),
  ]).toEqual(['0%', '0.4%', '50%', '100%', '0%']);
});

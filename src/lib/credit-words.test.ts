import type { AttendanceSummary } from '@contract/attendance-view';
import { DEFAULT_SHIFT_RULES } from '@domain/attendance/attendance-rules';
import { parseCivilDay, startOfDay } from '@domain/time/civil-day';

import { deductionTexts, servedDaysText, waitingText } from './credit-words';
import { creditWords } from './presence-words';
import { ruleTexts } from './rule-words';

type Credit = NonNullable<AttendanceSummary['credit']>;
const NOTHING: Credit = { deductions: [], waitsFor: null, dayMinutes: 0, servedDays: [] };

test('[AT9] a waiting record says for whom it waits and why', () => {
  const credit: Credit = { ...NOTHING, waitsFor: 'county', dayMinutes: 750 };
  expect(waitingText(credit)).toBe('当天合计 12 小时 30 分，超过 12 小时，等县级办公室审批后计入');
  expect(creditWords({ state: 'checkedOut', creditedMinutes: 300, credit })).toBe(
    '本次服务 5 小时 00 分，当天合计 12 小时 30 分，超过 12 小时，等县级办公室审批后计入。',
  );
});

test('[AT7] nothing credited says why', () => {
  const deductions: Credit['deductions'] = [
    { reason: 'window', minutes: 3 },
    { reason: 'minimumPresence', minutes: 59 },
  ];
  const none = { state: 'confirmed', creditedMinutes: 0 } as const;
  expect(creditWords({ ...none, credit: { ...NOTHING, deductions } })).toBe(
    '没有计入服务时长：在场时间没有达到本活动的最低要求，不计时长（59 分钟）。',
  );
  expect(creditWords({ ...none, credit: null })).toBe('签到到签退不足 1 分钟，没有计入服务时长。');
  expect(deductionTexts({ ...NOTHING, deductions }, (reason) => reason !== 'window')).toHaveLength(1);
});

test('[AT8] a night says its two days', () => {
  const servedDays = [
    { day: parseCivilDay('2026-11-26'), minutes: 120 },
    { day: parseCivilDay('2026-11-27'), minutes: 90 },
  ];
  expect(servedDaysText({ ...NOTHING, servedDays })).toBe(
    '2026年11月26日 2 小时 00 分，2026年11月27日 1 小时 30 分',
  );
  expect(servedDaysText(null)).toBeNull();
});

test('[AT11] the rules of a shift are said before one enrols', () => {
  const noon = startOfDay(parseCivilDay('2026-11-26')) + 12 * 3_600_000;
  const rules = {
    ...DEFAULT_SHIFT_RULES,
    minimumPresencePercent: 60,
    breaks: [{ from: noon, to: noon + 3_600_000 }],
    graceInMinutes: 15,
  };
  expect(ruleTexts({ rules })).toEqual([
    '在场不足本场次的 60%，不计时长',
    '12:00–13:00 休息、用餐或路途，不计时长',
    '开始前 15 分钟内到场的时间也计入',
  ]);
  expect(ruleTexts({ rules: { ...DEFAULT_SHIFT_RULES, breaks: [] } })).toEqual([]);
});

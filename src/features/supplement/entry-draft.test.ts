import { parseCivilDay, startOfDay, HOUR_MS, MINUTE_MS } from '@domain/time/civil-day';
import { anomalyText } from '@/lib/supplement-messages.zh-CN';
import { instantOf, problemsOf, type EntryDraft } from './entry-draft';

const DAY = startOfDay(parseCivilDay('2026-06-20'));

test('a time is of the shift’s day, or of the next one around a midnight', () => {
  expect(instantOf(DAY + 9 * HOUR_MS, '09:00')).toBe(DAY + 9 * HOUR_MS);
  expect(instantOf(DAY + 9 * HOUR_MS, '08:30')).toBe(DAY + 8 * HOUR_MS + 30 * MINUTE_MS);
  expect(instantOf(DAY + 22 * HOUR_MS, '01:15')).toBe(DAY + 25 * HOUR_MS + 15 * MINUTE_MS);
  expect(instantOf(DAY, '9点')).toBeNull();
});

test('what is missing is said at its field', () => {
  const blank: EntryDraft = {
    volunteerId: '',
    card: null,
    startTime: '10:00',
    endTime: '09:30',
    reason: '',
    reasonText: ' 忘了 ',
  };
  const startsAt = DAY + 9 * HOUR_MS;
  expect(Object.keys(problemsOf(blank, startsAt)).sort()).toEqual([
    'endTime',
    'reason',
    'reasonText',
    'volunteerId',
  ]);
  const whole = {
    ...blank,
    volunteerId: 'volunteer1',
    endTime: '11:00',
    reason: 'other',
    reasonText: '停电了没网',
  };
  expect(problemsOf(whole, startsAt)).toEqual({});
});

test('why an entry is suspicious is a sentence with its numbers', () => {
  expect(anomalyText('manyAtOnce', { people: 6 })).toBe('录入人一分钟内录了 6 人');
  expect(anomalyText('unreachable', { meters: 52_000, minutes: 10, title: '河道清理' })).toBe(
    '与本人的“河道清理”相距 52.0 公里，中间只隔 10 分钟，来不及赶到',
  );
  expect(anomalyText('overCapacity', { total: 130, most: 120, capacity: 2 })).toBe(
    '这一场累计 2 小时 10 分，超过 2 个名额全程服务的 2 小时 00 分',
  );
  expect(anomalyText('deadlineBurst', { deadline: '期末', day: '2026-06-30', week: 12, before: 3 })).toBe(
    '“期末”（2026-06-30）临近，一周内补录 12 条，此前四周共 3 条',
  );
});

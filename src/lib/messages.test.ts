import { ERROR_CODES } from '@contract/error-codes';

import { ApiError } from './api-error';
import { messageOf, messageOfCode } from './messages.zh-CN';

const NETWORK_CODES = ['network.unreachable', 'network.timeout', 'network.badAnswer'] as const;

test.each([...ERROR_CODES, ...NETWORK_CODES])('%s says what happened and what to do, in Chinese', (code) => {
  const { title, nextStep } = messageOfCode(code);
  expect(title).toMatch(/[\u4e00-\u9fff]{3}/);
  expect(nextStep).toMatch(/[\u4e00-\u9fff]{3}.*。$/);
  expect(title + nextStep).not.toMatch(/undefined|NaN|null|失败/);
});

test('[AT3] outside the fence says the distance and the other ways', () => {
  const error = new ApiError('attendance.outsideGeofence', {
    distanceMeters: 320,
    allowedMeters: 200,
    remainingMeters: 120,
  });
  expect(messageOf(error).title).toBe('离签到点还有 120 米');
  expect(messageOf(error).nextStep).toContain('8 位短码');
});

test('[AT2] outside the window says when it opens, or that it is over', () => {
  const opensAt = Date.parse('2026-11-23T05:30:00Z');
  const params = { opensAt, closesAt: opensAt + 9_000_000 };
  const early = messageOfCode('attendance.outsideWindow', { ...params, now: opensAt - 60_000 });
  const late = messageOfCode('attendance.outsideWindow', { ...params, now: opensAt + 9_000_001 });
  expect(early.nextStep).toContain('今天 13:30');
  expect(late.title).toContain('已过');
});

test('a programming error still reads as a sentence', () => {
  expect(messageOf(new TypeError('x is not a function')).title).toContain('系统');
});

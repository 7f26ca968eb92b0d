import fc from 'fast-check';
import { checkInWindowOf, checkOutClosesAt, crossesMidnight } from '../activity/shift';
import { HOUR_MS, MINUTE_MS } from '../time/civil-day';
import {
  DEFAULT_RULES,
  DEFAULT_SHIFT_RULES,
  refusalOfBreaks,
  refusalOfRules,
  RULE_LIMITS,
  RULE_NAMES,
} from './attendance-rules';

test('[AT2] a city sets its windows within bounds; the first value outside is named with them', () => {
  expect(refusalOfRules(DEFAULT_RULES)).toBeNull();
  fc.assert(
    fc.property(fc.constantFrom(...RULE_NAMES), fc.integer({ min: -10, max: 400 }), (rule, value) => {
      const { minimum, maximum } = RULE_LIMITS[rule];
      const refusal = refusalOfRules({ ...DEFAULT_RULES, [rule]: value });
      if (minimum <= value && value <= maximum) expect(refusal).toBeNull();
      else {
        const params = { rule, minimum, maximum };
        expect(refusal).toEqual({ kind: 'rejected', code: 'rules.outOfBounds', params });
      }
    }),
  );
  expect(refusalOfRules({ ...DEFAULT_RULES, graceInMinutes: 1.5 })?.code).toBe('rules.outOfBounds');
  expect(refusalOfRules({ ...DEFAULT_RULES, graceInMinutes: Number.NaN })?.code).toBe('rules.outOfBounds');
});

test('[AT2] the windows of a shift are those it was made with', () => {
  const rules = { ...DEFAULT_SHIFT_RULES, opensBeforeMinutes: 60, closesAfterMinutes: 45 };
  const shift = { startsAt: 100 * HOUR_MS, endsAt: 102 * HOUR_MS, rules };
  expect(checkInWindowOf(shift)).toEqual({ opensAt: 99 * HOUR_MS, closesAt: 102 * HOUR_MS });
  expect(checkOutClosesAt(shift)).toBe(102 * HOUR_MS + 45 * MINUTE_MS);
});

test('[AT8] a shift reaches over midnight with its graces too', () => {
  // 16:00 UTC is midnight in Shanghai.
  const evening = { startsAt: 12 * HOUR_MS, endsAt: 15.8 * HOUR_MS };
  expect(crossesMidnight(evening)).toBe(false);
  expect(crossesMidnight({ ...evening, rules: { ...DEFAULT_SHIFT_RULES, graceOutMinutes: 20 } })).toBe(true);
  expect(crossesMidnight({ ...evening, endsAt: 17 * HOUR_MS })).toBe(true);
});

test('[AT11] breaks lie within the shift, in order, and leave something to serve', () => {
  const shift = { startsAt: 0, endsAt: 3 * HOUR_MS };
  const at = (from: number, to: number) => ({ from: from * HOUR_MS, to: to * HOUR_MS });
  const reason = (...breaks: ReturnType<typeof at>[]) => refusalOfBreaks(shift, breaks)?.params.reason;
  expect(reason()).toBeUndefined();
  expect(reason(at(0, 1), at(1, 2))).toBeUndefined();
  expect(reason(at(1, 1))).toBe('endBeforeStart');
  expect(reason(at(2, 4))).toBe('outsideShift');
  expect(reason(at(1, 2), at(1.5, 2.5))).toBe('overlap');
  expect(reason(at(0, 2), at(2, 3))).toBe('nothingLeft');
  expect(refusalOfBreaks(shift, [at(1, 1)])?.code).toBe('activity.breaksInvalid');
});

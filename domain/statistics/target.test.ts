import fc from 'fast-check';
import { anyDay } from '../../tests/kit/arbitrary-facts';
import { lineageOf, parseDivisionCode } from '../geography/division';
import { parseTargetId } from '../kernel/identifiers';
import { addDays, parseCivilDay, startOfDay } from '../time/civil-day';
import { periodInForce, refusalOfTarget, targetInForce, type Period, type Target } from './target';

const day = parseCivilDay;
const year: Period = { fromDay: day('2026-01-01'), toDay: day('2026-12-31') };
const proposal = { ...year, valueBasisPoints: 6_000, document: '〔2026〕1 号' };
const target: Target = {
  ...proposal,
  targetId: parseTargetId('target0001'),
  indicator: 'activityRate.CUM',
  divisionCode: parseDivisionCode('5132'),
  setAt: startOfDay(day('2026-01-05')),
  withdrawnDay: null,
};

test('[ST34] above 100 %, without a document, ending before it begins: refused', () => {
  expect(refusalOfTarget(proposal, [])).toBeNull();
  expect(refusalOfTarget({ ...proposal, valueBasisPoints: 10_000 }, [])).toBeNull();
  for (const valueBasisPoints of [0, -1, 10_001]) {
    expect(refusalOfTarget({ ...proposal, valueBasisPoints }, [])?.code).toBe('target.valueInvalid');
  }
  expect(refusalOfTarget({ ...proposal, document: '' }, [])?.code).toBe('target.documentMissing');
  const backwards = { ...proposal, fromDay: year.toDay, toDay: year.fromDay };
  expect(refusalOfTarget(backwards, [])?.code).toBe('target.periodInvalid');
});

test('[ST34] two periods are refused exactly when they share a day', () => {
  const anyPeriod = fc
    .tuple(anyDay('2026-01-01', 60), fc.nat(20))
    .map(([fromDay, length]): Period => ({ fromDay, toDay: addDays(fromDay, length) }));
  const daysOf = ({ fromDay, toDay }: Period): string[] => {
    const days: string[] = [];
    for (let at = fromDay; at <= toDay; at = addDays(at, 1)) days.push(at);
    return days;
  };
  fc.assert(
    fc.property(anyPeriod, anyPeriod, (one, other) => {
      const shares = daysOf(one).some((at) => daysOf(other).includes(at));
      const refusal = refusalOfTarget({ ...proposal, ...one }, [other]);
      expect(refusal?.code === 'target.overlap').toBe(shares);
    }),
  );
});

test('[ST34] a withdrawn target counted until the day before; withdrawn on the day it was set, never', () => {
  expect(periodInForce(target)).toEqual(year);
  expect(periodInForce({ ...target, withdrawnDay: day('2026-03-01') })).toEqual({
    fromDay: '2026-01-01',
    toDay: '2026-02-28',
  });
  expect(periodInForce({ ...target, withdrawnDay: day('2026-01-05') })).toBeNull();
  expect(periodInForce({ ...target, withdrawnDay: day('2025-12-30') })).toBeNull();
  expect(periodInForce({ ...target, withdrawnDay: day('2027-02-01') })).toEqual(year);
});

test('[ST34] the own target goes before the one of the division above, on its days only', () => {
  const county = parseDivisionCode('513201');
  const own: Target = { ...target, divisionCode: county, fromDay: day('2026-06-01') };
  const find = (text: string) =>
    targetInForce([target, own], 'activityRate.CUM', lineageOf(county), day(text));
  expect(find('2026-05-31')).toBe(target);
  expect(find('2026-06-01')).toBe(own);
  expect(find('2027-01-01')).toBeNull();
  expect(targetInForce([target], 'registrationRatio', lineageOf(county), day('2026-05-01'))).toBeNull();
});

/** What changed over a period, as a report writes it (ST16). */
import type { Figure } from '@contract/statistics.contract';
import { pointsBetween } from '@domain/statistics/growth';
import { formatBasisPoints, ratioOf } from '@domain/statistics/ratio';

import { formatCount } from '@/lib/format';

import { hoursOf, kindOf } from './figure-text';

function signed(value: number, textOf: (absolute: number) => string): string {
  if (value === 0) return '持平';
  return `${value > 0 ? '+' : '−'}${textOf(Math.abs(value))}`;
}

/** `+1,234`, `+0.31 个百分点`; `—` without a base. */
export function periodChangeText(now: Figure, before: Figure): string {
  const difference = now.numerator - before.numerator;
  switch (kindOf(now.measure)) {
    case 'people':
    case 'projects':
      return signed(difference, formatCount);
    case 'hours':
      return signed(difference, hoursOf);
    case 'average':
    case 'multiple':
    case 'perResidents':
      if (now.value === null || before.value === null) return '—';
      return signed(now.value - before.value, formatBasisPoints);
    case 'ratio':
    case 'growth': {
      const points = pointsBetween(
        ratioOf(now.numerator, now.denominator),
        ratioOf(before.numerator, before.denominator),
      );
      if (points === null) return '—';
      return points === 0 ? '持平' : `${signed(points, formatBasisPoints)} 个百分点`;
    }
  }
}

/** Targets for tests: of this civil year and the next, so that they are in force whenever the tests run. */
import type { InputOf } from '@contract/procedures';
import { yearOf } from '@domain/time/civil-day';
import { requestId } from './product';
import { TODAY } from './today';

export function targetInput(
  divisionCode: string,
  wishes: Partial<InputOf<'statistics.addTarget'>> = {},
): InputOf<'statistics.addTarget'> {
  const year = Number(yearOf(TODAY));
  return {
    requestId: requestId(),
    divisionCode,
    indicator: 'activityRate.CUM',
    valueBasisPoints: 6_000,
    fromDay: `${String(year)}-01-01`,
    toDay: `${String(year + 1)}-12-31`,
    document: '测试文件〔2026〕1 号',
    ...wishes,
  };
}

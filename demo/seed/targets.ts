/**
 * 指标 of the demo city: the activity rates CUM and R12 and the registration ratio, of this year and the
 * next. The documents are invented and say so.
 */
import { parseTargetId } from '@domain/kernel/identifiers';
import { basisPointsOf } from '@domain/statistics/ratio';
import { civilDayOf, parseCivilDay, yearOf } from '@domain/time/civil-day';
import type { StoredDocument } from '@server/kernel/documents';
import type { Secrets } from '@server/kernel/ports';
import { CITY_CODE, CITY_NAME, COUNTIES } from './geography';

const ACTIVITY_TARGET = 6_000;
const R12_TARGET = 5_500;
const SEEDED = ['activityRate.CUM', 'activityRate.R12', 'registrationRatio'] as const;
/** Above what the demo has registered, by this many hundredths: a real ratio would dwarf a small demo. */
const REGISTRATION_GROWTH = 115;

export function demoTargets(
  secrets: Secrets,
  now: number,
  volunteers: number,
): { rows: StoredDocument<'targets'>[]; periods: StoredDocument<'targetPeriods'>[] } {
  const year = Number(yearOf(civilDayOf(now)));
  const period = {
    fromDay: parseCivilDay(`${String(year)}-01-01`),
    toDay: parseCivilDay(`${String(year + 1)}-12-31`),
  };
  const residents = COUNTIES.reduce((sum, county) => sum + county.residents, 0);
  const registration = basisPointsOf({
    numerator: volunteers * REGISTRATION_GROWTH,
    denominator: residents * 100,
  });
  const values = {
    'activityRate.CUM': ACTIVITY_TARGET,
    'activityRate.R12': R12_TARGET,
    registrationRatio: Math.max(1, registration),
  } as const;
  // Half a year on, so that some windows of 365 days run out by then and some do not.
  const halfYear = { ...period, toDay: parseCivilDay(`${String(year + 1)}-06-30`) };
  const periodOf = (indicator: (typeof SEEDED)[number]) =>
    indicator === 'activityRate.R12' ? halfYear : period;
  const rows = SEEDED.map((indicator) => ({
    _id: parseTargetId(secrets.shortId('target', `demo:${indicator}`)),
    indicator,
    valueBasisPoints: values[indicator],
    divisionCode: CITY_CODE,
    divisionName: CITY_NAME,
    ...periodOf(indicator),
    document: `演示文件〔${String(year)}〕1 号`,
    setBy: 'deployment',
    setAt: now,
    withdrawnDay: null,
    withdrawnBy: null,
  }));
  const periods = rows.map(({ _id, indicator }) => ({
    _id: `${CITY_CODE}:${indicator}`,
    periods: [{ targetId: _id, ...periodOf(indicator) }],
  }));
  return { rows, periods };
}

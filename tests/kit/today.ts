/**
 * The day on which tests live: always the same, so that no end of a month, no lapsed accreditation and no midnight
 * of the machine decides whether they pass. `XIANGFENG_TODAY=2028-02-29` tries another.
 */
import { HOUR_MS, parseCivilDay, startOfDay, type CivilDay } from '@domain/time/civil-day';

/** A Wednesday in the middle of a month, a quarter and nothing else. */
const USUAL_DAY = '2026-11-18';

export const TODAY: CivilDay = parseCivilDay(process.env['XIANGFENG_TODAY'] ?? USUAL_DAY);

/** No shift of a test that starts now crosses midnight, and no nightly timer becomes due. */
export const TEN_IN_THE_MORNING = startOfDay(TODAY) + 10 * HOUR_MS;

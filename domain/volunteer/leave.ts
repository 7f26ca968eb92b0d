/** 注销 (RG10): what of a person goes, and from which day on they are no registered volunteer. */
import { addDays, parseCivilDay, yearOf, type CivilDay } from '../time/civil-day';

/**
 * Today; who registered today counts for today, for what was served on a day without a home would be counted
 * nowhere.
 */
export function leftDayOf(registeredDay: CivilDay, today: CivilDay): CivilDay {
  return today > registeredDay ? today : addDays(registeredDay, 1);
}

/** The year is enough for what is known of groups, and names nobody. */
export function coarseBirthDay(birthDay: CivilDay): CivilDay {
  return parseCivilDay(`${yearOf(birthDay)}-01-01`);
}

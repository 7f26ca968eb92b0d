/** 补录额度 (AT10): whole minutes of an organisation and a month, a share of what was recorded automatically. */
import { civilDayOf } from '../time/civil-day';

/** `YYYY-MM` in Shanghai of the end of the service. */
export function monthOf(instant: number): string {
  return civilDayOf(instant).slice(0, 7);
}

/** Rounded down: never more than the share. */
export function quotaOf(automaticMinutes: number, percent: number): number {
  return Math.floor((automaticMinutes * percent) / 100);
}

/** Never negative, though records that were voided may have taken the ground from under what is used. */
export function leftOf(quotaMinutes: number, usedMinutes: number): number {
  return Math.max(0, quotaMinutes - usedMinutes);
}

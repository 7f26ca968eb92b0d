/** 城乡均衡 (ST20): what a rural resident gets of service, in multiples of what an urban one gets. */
import type { SettlementPopulation } from './population';
import type { Ratio } from './ratio';

/**
 * (rural minutes ÷ rural residents) ÷ (urban minutes ÷ urban residents), as one fraction; null without
 * published residents of both, and where nobody was served in the towns.
 */
export function equityOf(
  ruralMinutes: number,
  urbanMinutes: number,
  residents: SettlementPopulation | null,
): Ratio | null {
  if (residents === null || residents.ruralResidents <= 0 || residents.urbanResidents <= 0) return null;
  const denominator = urbanMinutes * residents.ruralResidents;
  return denominator <= 0 ? null : { numerator: ruralMinutes * residents.urbanResidents, denominator };
}

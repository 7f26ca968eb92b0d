/**
 * 渠道成效 once more, the slow and plain way: look at every opening and every person and count. What sums of
 * differences say must equal this.
 */
import type { Channel } from '@domain/link/channel';
import type { Content } from '@domain/link/content';
import type { Origin } from '@domain/link/referral';
import type { VolunteerFacts } from '@domain/statistics/contribution';
import type { CivilDay } from '@domain/time/civil-day';

export interface NaiveOpening {
  readonly origin: Origin;
  readonly day: CivilDay;
}
export interface NaiveCounts {
  readonly opened: number;
  readonly registered: number;
  readonly served: number;
}

/** In a division and below it, in a month; of the origins that `isMeant` picks. */
export function countChannelsNaively(
  openings: readonly NaiveOpening[],
  people: readonly VolunteerFacts[],
  { division, month }: { readonly division: string; readonly month: string },
  isMeant: (origin: Origin) => boolean = () => true,
): NaiveCounts {
  const isHere = (origin: Origin | null | undefined, day: string): boolean =>
    origin !== null &&
    origin !== undefined &&
    origin.divisionCode.startsWith(division) &&
    day.startsWith(month) &&
    isMeant(origin);
  const came = people.filter(
    ({ standing, origin }) => standing.status !== 'merged' && isHere(origin, standing.registeredDay),
  );
  return {
    opened: openings.filter(({ origin, day }) => isHere(origin, day)).length,
    registered: came.length,
    served: came.filter(({ records }) => records.some(({ minutes }) => minutes > 0)).length,
  };
}

export const isVia =
  (channel: Channel | null) =>
  (origin: Origin): boolean =>
    JSON.stringify(origin.channel) === JSON.stringify(channel);

export const isAbout =
  ({ kind, id }: Content, division: string) =>
  (origin: Origin): boolean =>
    origin.content?.kind === kind && origin.content.id === id && origin.divisionCode === division;

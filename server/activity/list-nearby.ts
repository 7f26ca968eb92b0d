/** 附近的场次 (NM1): nine cells asked at once, each for the soonest; merged, measured, cut into pages. */
import { cellsAround, REACH_METERS } from '@domain/geography/cells';
import { distanceMeters } from '@domain/geography/distance';
import { addDays, civilDayOf, startOfDay } from '@domain/time/civil-day';
import type { Span } from '@contract/nearby.contract';
import { cursorOf, parseCursor, type PageKey } from '../kernel/cursor';
import type { StoredDocument } from '../kernel/documents';
import type { Handler } from '../kernel/procedure';
import { toShiftView } from './activity-view';

type Shift = StoredDocument<'shifts'>;

const PAGE = 20;
const DAYS: Readonly<Record<Exclude<Span, 'any'>, number>> = { today: 1, week: 7 };

/** Nine round trips at once, each by index and of at most a page. */
export const listNearby: Handler<'activity.listNearby'> = async (input, { ports, now }) => {
  const { reach, span, latitude, longitude } = input;
  const here = { latitude, longitude };
  const until = span === 'any' ? {} : { below: startOfDay(addDays(civilDayOf(now), DAYS[span])) };
  const found = await Promise.all(
    cellsAround(here, reach).map((cell) =>
      ports.database.find('shifts', {
        where: { [`cells.${reach}`]: cell, startsAt: { above: now, ...until } },
        orderBy: [
          ['startsAt', 'asc'],
          ['_id', 'asc'],
        ],
        after: parseCursor(input.cursor),
        limit: PAGE,
      }),
    ),
  );
  const { rows, end } = mergedPages(found, PAGE);
  const inReach = rows
    .map((shift) => ({ shift, meters: distanceMeters(here, shift.place.position) }))
    .filter(({ meters }) => meters <= REACH_METERS[reach]);
  const page = inReach.slice(0, PAGE);
  const last = inReach.length > PAGE ? page.at(-1)?.shift : undefined;
  const next = last === undefined ? end : keyOf(last);
  return {
    shifts: page.map(({ shift, meters }) => ({ ...toShiftView(shift), distanceMeters: meters })),
    nextCursor: next === null ? null : cursorOf(next),
  };
};

function keyOf({ startsAt, _id }: Shift): PageKey {
  return [startsAt, _id];
}

function isAfter(a: PageKey, b: PageKey): boolean {
  return a[0] === b[0] ? a[1] > b[1] : a[0] > b[0];
}

/**
 * Sorted lists as one, as far as each is known: a full one may go on behind its last row. `end`: the last key
 * that is sure to be complete; null: there is nothing more.
 */
function mergedPages(
  lists: readonly (readonly Shift[])[],
  size: number,
): { readonly rows: Shift[]; readonly end: PageKey | null } {
  let end: PageKey | null = null;
  for (const list of lists) {
    const last = list[size - 1];
    if (last !== undefined && (end === null || isAfter(end, keyOf(last)))) end = keyOf(last);
  }
  const rows = lists.flat().filter((shift) => end === null || !isAfter(keyOf(shift), end));
  rows.sort((a, b) => (isAfter(keyOf(a), keyOf(b)) ? 1 : -1));
  return { rows, end };
}

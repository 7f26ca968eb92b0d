/**
 * How a contribution is stored: as one text, the same for the same changes, so that a recount compares texts
 * and a page of a thousand costs little to read. Words are separated by blanks: a division, below it its
 * days, below each day its changes – `513201100002 2026-05-01 R1 c1 2027-01-01 y-1`.
 */
import { parseDivisionCode } from '@domain/geography/division';
import type { DivisionCode } from '@domain/kernel/identifiers';
import type { Change } from '@domain/statistics/contribution';
import { QUANTITIES, type Quantity } from '@domain/statistics/measure';
import { parseCivilDay, type CivilDay } from '@domain/time/civil-day';

/** Stored: a code never changes its meaning, and a new quantity gets a new one. */
const CODES: Readonly<Record<Quantity, string>> = {
  registered: 'R',
  activeCum: 'c',
  activeYear: 'y',
  activeR12: 'r',
  activeCumStrict: 'cs',
  activeYearStrict: 'ys',
  activeR12Strict: 'rs',
  serviceMinutes: 'm',
  strictMinutes: 'ms',
  serviceRecords: 'n',
  supplementedMinutes: 'mu',
  lateRecords: 'nl',
  closedVisits: 'v',
  unclosedVisits: 'vo',
  active20Hours: 't',
  activeTrained: 'q',
  lapsedR12: 'l',
  heldShifts: 'h',
  heldMinutes: 'hm',
  ruralShifts: 'hr',
  ruralMinutes: 'hrm',
  urbanMinutes: 'hum',
  servedRuralCommunities: 's',
  liveProjects: 'p',
  liveGrassrootsProjects: 'pg',
  brandPresence: 'b',
  livelyShifts: 'hl',
  projectVolunteers: 'pv',
  projectReturners: 'pr',
  projectPlaces: 'pp',
};
const QUANTITY_BY_CODE = new Map<string, Quantity>(QUANTITIES.map((quantity) => [CODES[quantity], quantity]));

const WORD = /^([A-Za-z]+)(-?[1-9]\d*)$/;
/** What the schema asks of a stored text; the meaning of its words is found when it is read. */
export const CONTRIBUTION_TEXT =
  /^(?:\d{4,12}(?: \d{4}-\d{2}-\d{2}(?: [A-Za-z]+-?[1-9]\d*)+)+(?: (?=\d)|$))*$/;

/** `changes` sorted and merged, as `contributionOf` gives them. */
export function toContributionText(changes: readonly Change[]): string {
  const words: string[] = [];
  let [lastCode, lastDay] = ['', ''];
  for (const { divisionCode, day, quantity, amount } of changes) {
    if (divisionCode !== lastCode) words.push(divisionCode);
    if (divisionCode !== lastCode || day !== lastDay) words.push(day);
    words.push(`${CODES[quantity]}${String(amount)}`);
    [lastCode, lastDay] = [divisionCode, day];
  }
  return words.join(' ');
}

/** Throws on a text that is none of ours. */
export function parseContributionText(text: string): Change[] {
  const changes: Change[] = [];
  let divisionCode: DivisionCode | null = null;
  let day: CivilDay | null = null;
  for (const word of text === '' ? [] : text.split(' ')) {
    if (word.charCodeAt(0) <= DIGIT_NINE) {
      if (word.length === DAY_LENGTH && word[4] === '-') day = parseCivilDay(word);
      else [divisionCode, day] = [parseDivisionCode(word), null];
      continue;
    }
    const [, code = '', amount = ''] = WORD.exec(word) ?? [];
    const quantity = QUANTITY_BY_CODE.get(code);
    if (divisionCode === null || day === null || quantity === undefined) {
      throw new RangeError('not the text of a contribution');
    }
    changes.push({ divisionCode, day, quantity, amount: Number(amount) });
  }
  return changes;
}

const DIGIT_NINE = 57;
const DAY_LENGTH = '2026-05-01'.length;

import fc from 'fast-check';
import { anyVolunteer } from '../../tests/kit/arbitrary-volunteers';
import { countChannelsNaively, isAbout, isVia } from '../../tests/kit/naive-channels';
import { parseDivisionCode } from '../geography/division';
import type { VolunteerFacts } from '../statistics/contribution';
import { addDays, monthOf, parseCivilDay } from '../time/civil-day';
import { textOfChannel } from './channel';
import {
  channelFiguresOf,
  channelSumsIdOf,
  incrementsBetween,
  incrementsOfOpening,
  mergeIncrements,
  monthBefore,
  monthsBetween,
  NO_CHANNEL,
  PASSAGES,
  type ChannelIncrement,
} from './channel-sums';
import { shareText } from '../statistics/ratio';
import { textOfContent } from './content';
import { referralOf, referralOfText, textOfReferral, type Origin } from './referral';

const [CITY, COUNTY, OTHER] = ['5132', '513201', '513222'].map(parseDivisionCode);
if (CITY === undefined || COUNTY === undefined || OTHER === undefined) throw new Error('three codes');
const CHANNELS = [null, { kind: 'article', number: 1 }, { kind: 'poster', number: 2 }] as const;
const CONTENTS = [
  { kind: 'project', id: 'Project001' },
  { kind: 'activity', id: 'Activity01' },
  { kind: 'statistics', id: '' },
] as const;

const anyOrigin: fc.Arbitrary<Origin> = fc
  .record({
    channel: fc.constantFrom(...CHANNELS),
    content: fc.option(fc.constantFrom(...CONTENTS)),
    divisionCode: fc.constantFrom(CITY, COUNTY, OTHER),
  })
  .filter(({ channel, content }) => channel !== null || content !== null);
const anyOpening = fc.record({
  origin: anyOrigin,
  day: fc.integer({ min: 0, max: 90 }).map((offset) => addDays(parseCivilDay('2026-01-10'), offset)),
});
/** What is known of one person, one moment after the other; undefined: taken out again. */
const anyLife = fc
  .tuple(fc.option(anyOrigin), fc.array(fc.option(anyVolunteer, { nil: undefined }), { maxLength: 4 }))
  .map(([origin, moments]) => moments.map((facts) => facts && { ...facts, origin }));

type Stored = Record<string, Record<string, Partial<Record<string, number>>>>;

function add(stored: Stored, increments: readonly ChannelIncrement[]): void {
  for (const { sumsId, cell, passage, amount } of mergeIncrements(increments)) {
    const cells = (stored[sumsId] ??= {});
    const counts = (cells[cell] ??= {});
    counts[passage] = (counts[passage] ?? 0) + amount;
  }
}

test('[VI3][VI5] sums of differences are what a count of all openings and people says', () => {
  fc.assert(
    fc.property(
      fc.array(anyOpening, { maxLength: 8 }),
      fc.array(anyLife, { maxLength: 4 }),
      (openings, lives) => {
        const stored: Stored = {};
        for (const { origin, day } of openings) add(stored, incrementsOfOpening(origin, day));
        const people: VolunteerFacts[] = [];
        for (const life of lives) {
          let text = '';
          for (const facts of life) {
            const next = facts === undefined ? null : referralOf(facts);
            add(stored, incrementsBetween(referralOfText(text), next));
            text = textOfReferral(next);
          }
          const last = life[life.length - 1];
          if (last !== undefined) people.push(last);
        }
        const months = [
          ...openings.map(({ day }) => monthOf(day)),
          ...people.map(({ standing }) => monthOf(standing.registeredDay)),
          ...Object.keys(stored).map((id) => id.split(':')[1] ?? ''),
        ];
        for (const month of new Set(months)) {
          for (const division of [CITY, COUNTY, OTHER]) {
            const figures = channelFiguresOf([stored[channelSumsIdOf(division, month)] ?? {}]);
            const where = { division, month };
            const none = { opened: 0, registered: 0, served: 0 };
            expect(figures.total).toEqual(countChannelsNaively(openings, people, where));
            for (const channel of CHANNELS) {
              const key = channel === null ? NO_CHANNEL : textOfChannel(channel);
              const row = figures.channels.find((one) => one.key === key);
              expect(row?.counts ?? none).toEqual(
                countChannelsNaively(openings, people, where, isVia(channel)),
              );
            }
            for (const content of CONTENTS) {
              const row = figures.contents.find((one) => one.key === textOfContent(content));
              expect(row?.counts ?? none).toEqual(
                countChannelsNaively(openings, people, where, isAbout(content, division)),
              );
            }
          }
          const city = channelFiguresOf([stored[channelSumsIdOf(CITY, month)] ?? {}]);
          expect(city.counties.every(({ key }) => key === COUNTY || key === OTHER)).toBe(true);
        }
      },
    ),
    { numRuns: 300 },
  );
});

test('[VI6] figures of several months add up, and what came to serve stands first', () => {
  const months = [
    {
      'c-a01': { opened: 10, registered: 1 },
      'c-p02': { opened: 3, registered: 2, served: 1 },
      'd-513201': { opened: 4 },
    },
    { 'c-a01': { opened: 5 }, 'c-none': { opened: 50 }, 'k-t-': { opened: 1 }, 'c-g00': { opened: 0 } },
  ];
  const figures = channelFiguresOf(months);
  expect(figures.total).toEqual({ opened: 68, registered: 3, served: 1 });
  expect(figures.channels.map(({ key }) => key)).toEqual(['p02', 'a01', 'none']);
  expect(figures.contents).toEqual([{ key: 't-', counts: { opened: 1, registered: 0, served: 0 } }]);
  expect(figures.counties).toEqual([{ key: '513201', counts: { opened: 4, registered: 0, served: 0 } }]);
  for (const passage of PASSAGES) expect(channelFiguresOf([]).total[passage]).toBe(0);
});

test('[VI6] at most twelve months, in their order', () => {
  expect(monthsBetween('2025-11', '2026-02')).toEqual(['2025-11', '2025-12', '2026-01', '2026-02']);
  expect(monthsBetween('2026-01', '2026-12')).toHaveLength(12);
  expect(monthsBetween('2026-01', '2027-01')).toBeNull();
  expect(monthsBetween('2026-02', '2026-01')).toBeNull();
  expect([monthBefore('2026-01', 1), monthBefore('2026-12', -1)]).toEqual(['2025-12', '2027-01']);
});

test('[VI6] a share is rounded once, to a tenth of a percent, and has none without a base', () => {
  expect(shareText(1, 8)).toBe('12.5%');
  expect(shareText(2, 3)).toBe('66.7%');
  expect(shareText(1, 2_000)).toBe('0.1%');
  expect(shareText(0, 5)).toBe('0.0%');
  expect(shareText(3, 2)).toBe('150.0%');
  expect(shareText(3, 0)).toBeNull();
});

import fc from 'fast-check';
import { anyShortId } from '../../tests/kit/arbitrary-facts';
import { anyVolunteer } from '../../tests/kit/arbitrary-volunteers';
import { parseDivisionCode } from '../geography/division';
import { parseProjectId, parseVolunteerId } from '../kernel/identifiers';
import { parseCivilDay } from '../time/civil-day';
import { CHANNEL_KINDS, CHANNEL_MAXIMUM_NUMBER } from './channel';
import { CONTENT_KINDS } from './content';
import {
  originOfText,
  REFERRAL_TEXT,
  referralOf,
  referralOfText,
  textOfOrigin,
  textOfReferral,
  type Origin,
} from './referral';

const anyOrigin: fc.Arbitrary<Origin> = fc
  .record({
    channel: fc.option(
      fc.record({
        kind: fc.constantFrom(...CHANNEL_KINDS),
        number: fc.integer({ min: 0, max: CHANNEL_MAXIMUM_NUMBER }),
      }),
    ),
    content: fc.option(
      fc
        .tuple(fc.constantFrom(...CONTENT_KINDS), anyShortId)
        .map(([kind, id]) => ({ kind, id: kind === 'statistics' ? '' : id })),
    ),
    divisionCode: fc.constantFrom('5132', '513201', '513222').map(parseDivisionCode),
  })
  .filter(({ channel, content }) => channel !== null || content !== null);

const COUNTY = parseDivisionCode('513201');
const PROJECT = parseProjectId('Abcdefghij');
const day = parseCivilDay;
const ORIGIN: Origin = {
  channel: { kind: 'article', number: 3 },
  content: { kind: 'project', id: PROJECT },
  divisionCode: COUNTY,
};
const standing = {
  volunteerId: parseVolunteerId('volunteer1'),
  status: 'active' as const,
  registeredDay: day('2026-11-03'),
  leftDay: null,
  residences: [{ divisionCode: parseDivisionCode('513222100001'), fromDay: day('2026-11-03') }],
};
const recordOf = (serviceDay: string, minutes = 60) => ({
  ...{ serviceDay: day(serviceDay), minutes, isStrict: true, isSupplemented: false, isLate: false },
  projectId: PROJECT,
});

test('[VI4] an origin reads back from its text; what is none is none', () => {
  fc.assert(
    fc.property(anyOrigin, (origin) => {
      expect(originOfText(textOfOrigin(origin))).toEqual(origin);
    }),
  );
  expect(textOfOrigin(ORIGIN)).toBe('a03 p-Abcdefghij 513201');
  for (const text of ['', '- - 5132', 'a03 p-x 5132', 'zzz - 5132', 'a03 - 51', 'a03 - 5132 more']) {
    expect(originOfText(text)).toBeNull();
  }
});

test('[VI5] a referral is the day of registering and the first day of a qualifying record', () => {
  const of = (records: ReturnType<typeof recordOf>[]) => referralOf({ standing, records, origin: ORIGIN });
  expect(textOfReferral(of([]))).toBe('a03 p-Abcdefghij 513201 2026-11-03 -');
  expect(of([recordOf('2026-11-20'), recordOf('2026-11-09'), recordOf('2026-11-05', 0)])).toMatchObject({
    registeredDay: '2026-11-03',
    firstServiceDay: '2026-11-09',
  });
  expect(referralOf({ standing, records: [] })).toBeNull();
  expect(referralOf({ standing, records: [], origin: null })).toBeNull();
  const merged = { ...standing, status: 'merged' as const };
  expect(textOfReferral(referralOf({ standing: merged, records: [], origin: ORIGIN }))).toBe('');
  // Whoever has left did register, and did serve.
  const left = { ...standing, status: 'cancelled' as const, leftDay: day('2026-12-01') };
  expect(referralOf({ standing: left, records: [recordOf('2026-11-09')], origin: ORIGIN })).toEqual(
    of([recordOf('2026-11-09')]),
  );
});

test('[VI5] a referral reads back from its text', () => {
  fc.assert(
    fc.property(anyVolunteer, fc.option(anyOrigin), (facts, origin) => {
      const referral = referralOf({ ...facts, origin });
      const text = textOfReferral(referral);
      expect(referralOfText(text)).toEqual(referral);
      expect(text).toMatch(REFERRAL_TEXT);
    }),
  );
  expect(referralOfText('a03 p-Abcdefghij 513201 2026-13-03 -')).toBeNull();
});

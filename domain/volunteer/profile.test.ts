import fc from 'fast-check';
import { parseCivilDay, HOUR_MS, startOfDay } from '../time/civil-day';
import { SERVICE_FIELDS } from '../project/project';
import {
  countSaid,
  EMPTY_PROFILE,
  isEmptyProfile,
  isSameProfile,
  mergedProfile,
  POLITICAL_STATUSES,
  SKILLS,
  slotsOf,
  suits,
  suitsTimes,
  tidyProfile,
  TIME_SLOTS,
  type Profile,
} from './profile';

const anyProfile: fc.Arbitrary<Profile> = fc.record({
  skills: fc.array(fc.constantFrom(...SKILLS), { maxLength: 30 }),
  fields: fc.array(fc.constantFrom(...SERVICE_FIELDS), { maxLength: 12 }),
  times: fc.array(fc.constantFrom(...TIME_SLOTS), { maxLength: 30 }),
  politicalStatus: fc.constantFrom(null, ...POLITICAL_STATUSES),
  workUnit: fc.constantFrom('', '县小学'),
});
/** a Saturday */
const SATURDAY = startOfDay(parseCivilDay('2026-11-28'));
const between = (from: number, to: number) => ({
  startsAt: SATURDAY + from * HOUR_MS,
  endsAt: SATURDAY + to * HOUR_MS,
});

test('[PF1] of a list each is kept once, in its order, whatever was chosen when', () => {
  fc.assert(
    fc.property(anyProfile, (said) => {
      const tidy = tidyProfile(said);
      for (const [list, chosen, given] of [
        [SKILLS, tidy.skills, said.skills],
        [SERVICE_FIELDS, tidy.fields, said.fields],
        [TIME_SLOTS, tidy.times, said.times],
      ] as const) {
        const places = chosen.map((one) => [...list].findIndex((value) => value === one));
        expect(places).toEqual([...new Set(places)].sort((a, b) => a - b));
        expect(new Set<string>(chosen)).toEqual(new Set<string>(given));
      }
      expect(tidyProfile(tidy)).toEqual(tidy);
      expect(isSameProfile(said, { ...said, skills: [...said.skills].reverse() })).toBe(true);
    }),
  );
  expect(TIME_SLOTS).toHaveLength(21);
  expect(isEmptyProfile(EMPTY_PROFILE)).toBe(true);
  expect(isEmptyProfile({ ...EMPTY_PROFILE, workUnit: '县小学' })).toBe(false);
});

test('[PF3] of two, the one that stays keeps what it says; what it left empty is the other’s', () => {
  fc.assert(
    fc.property(anyProfile, anyProfile, (kept, other) => {
      const merged = mergedProfile(kept, other);
      expect(mergedProfile(kept, EMPTY_PROFILE)).toEqual(kept);
      expect(mergedProfile(EMPTY_PROFILE, other)).toEqual(other);
      expect(merged.skills).toEqual(kept.skills.length > 0 ? kept.skills : other.skills);
      expect(merged.politicalStatus).toBe(kept.politicalStatus ?? other.politicalStatus);
      expect(mergedProfile(merged, other)).toEqual(merged);
    }),
  );
});

test('[PF5] the parts of a week that a shift lies in; an hour at its edge does not matter', () => {
  expect(slotsOf(between(9, 11))).toEqual(['6-morning']);
  expect(slotsOf(between(9, 13))).toEqual(['6-morning']);
  expect(slotsOf(between(9, 14))).toEqual(['6-morning', '6-afternoon']);
  expect(slotsOf(between(17.5, 18.25))).toEqual(['6-afternoon']);
  expect(slotsOf(between(20, 26))).toEqual(['6-evening']);
  expect(slotsOf(between(22, 34))).toEqual(['6-evening', '7-morning']);
  expect(slotsOf(between(1, 5))).toEqual([]);
  expect(suitsTimes(['6-morning'], between(9, 13))).toBe(true);
  expect(suitsTimes(['6-morning'], between(9, 14))).toBe(false);
  expect(suitsTimes(['6-morning'], between(1, 5))).toBe(false);
  expect(suitsTimes([], between(1, 5))).toBe(true);
});

test('[PF5] what is liked or mastered suits, unless the time was left out', () => {
  const shift = { field: 'health', skills: ['firstAid'], time: between(9, 11) } as const;
  const said = (wishes: Partial<Profile>): Profile => ({ ...EMPTY_PROFILE, ...wishes });
  expect(suits(EMPTY_PROFILE, shift)).toBe(false);
  expect(suits(said({ fields: ['health'] }), shift)).toBe(true);
  expect(suits(said({ skills: ['firstAid'] }), shift)).toBe(true);
  expect(suits(said({ fields: ['tourism'], skills: ['law'] }), shift)).toBe(false);
  expect(suits(said({ fields: ['health'], times: ['7-morning'] }), shift)).toBe(false);
  expect(suits(said({ fields: ['health'], times: ['6-morning'] }), shift)).toBe(true);
  expect(suits(said({ times: ['6-morning'] }), shift)).toBe(false);
  expect(suits(said({ fields: ['health'], times: ['7-morning'] }), { ...shift, time: null })).toBe(true);
});

test('[PF4] counts of members: each once for each they named, fewer than three not told', () => {
  fc.assert(
    fc.property(fc.array(anyProfile, { maxLength: 12 }), (members) => {
      const { skills, saidCount } = countSaid(members);
      expect(skills.map(({ value }) => value)).toEqual(SKILLS);
      for (const { value, memberCount } of skills) {
        const naive = members.filter((said) => said.skills.includes(value)).length;
        expect(memberCount).toBe(naive < 3 ? null : naive);
      }
      const spoken = members.filter((one) => one.skills.length + one.fields.length + one.times.length > 0);
      expect(saidCount).toBe(spoken.length < 3 ? null : spoken.length);
    }),
  );
});

import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { SERVICE_FIELDS } from '@domain/project/project';
import { BRAND_PROJECTS } from './brand-projects';
import { EVERYDAY_ACTIVITY_TITLES, MEETING_POINTS } from './meeting-points';
import { mixed, syntheticName } from './names';

const NAME_RULE = /^[\p{L}\p{M}·.\s'-]{2,30}$/u;

test('the same number gives the same name, every name is valid, and people are not all alike', () => {
  const names = new Set<string>();
  for (let seed = 0; seed < 5_000; seed += 1) {
    const countyCode = Object.keys(MEETING_POINTS)[seed % 13] ?? '';
    const person = syntheticName(seed, countyCode);
    expect(person).toEqual(syntheticName(seed, countyCode));
    expect(person.name).toMatch(NAME_RULE);
    names.add(person.name);
  }
  expect(names.size).toBeGreaterThan(2_000);
});

test('the mixing is pinned: a change would rename every demo volunteer', () => {
  expect([0, 1, 2, 4_999].map((seed) => mixed(seed, 1))).toMatchInlineSnapshot(`
   [
     2889141741,
     1297640789,
     3720129402,
     2063889090,
   ]
  `);
});

test('the eight brand projects cover the eight fields of service, in eight counties', () => {
  expect(BRAND_PROJECTS.map((project) => project.field).sort()).toEqual([...SERVICE_FIELDS].sort());
  expect(new Set(BRAND_PROJECTS.map((project) => project.countyCode)).size).toBe(8);
  expect(new Set(BRAND_PROJECTS.map((project) => project.key)).size).toBe(8);
});

test.each(BRAND_PROJECTS.map((project) => [project.title, project] as const))(
  '%s has a story, a picture, a marked document and activities within the limits of the form',
  (_title, project) => {
    expect(project.story.length).toBeGreaterThanOrEqual(3);
    expect(project.story.length).toBeLessThanOrEqual(5);
    expect(project.accreditation.document).toContain('演示');
    expect(project.accreditation.validFromDay < project.accreditation.validToDay).toBe(true);
    expect(MEETING_POINTS[project.countyCode]?.length).toBeGreaterThan(0);
    const picture = join(__dirname, 'pictures', `${project.key}.png`);
    expect(existsSync(picture)).toBe(true);
    expect(statSync(picture).size).toBeLessThanOrEqual(90_000);
    for (const activity of project.activities) {
      expect(activity.title.length >= 4 && activity.title.length <= 40).toBe(true);
      expect(activity.summary.length).toBeLessThanOrEqual(80);
      expect(activity.description.length >= 10 && activity.description.length <= 2_000).toBe(true);
      expect(activity.shiftMinutes >= 10 && activity.shiftMinutes <= 720).toBe(true);
      for (const start of activity.startsAtMinutes) expect(start + activity.shiftMinutes).toBeLessThan(1_440);
    }
  },
);

test('every county has meeting points, and everyday titles fit the form', () => {
  expect(Object.keys(MEETING_POINTS)).toHaveLength(13);
  for (const points of Object.values(MEETING_POINTS)) {
    for (const { radiusMeters } of points) expect(radiusMeters >= 50 && radiusMeters <= 1_000).toBe(true);
  }
  for (const title of EVERYDAY_ACTIVITY_TITLES) expect(title.length >= 4 && title.length <= 40).toBe(true);
});

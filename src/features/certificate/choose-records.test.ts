import type { CertificateCandidate } from '@contract/certificate.contract';
import { parseProjectId, parseShiftId, parseTeamId } from '@domain/kernel/identifiers';
import { parseCivilDay } from '@domain/time/civil-day';

import { EVERYTHING, offerOf, periodOfChoice } from './choose-records';

function record(shift: string, team: string, project: string): CertificateCandidate {
  return {
    shiftId: parseShiftId(shift.padEnd(10, '0')),
    projectId: parseProjectId(project.padEnd(10, '0')),
    teamId: parseTeamId(team.padEnd(10, '0')),
    teamName: team,
    projectTitle: project,
    day: parseCivilDay('2026-03-01'),
    title: shift,
    placeName: '',
    minutes: 60,
  };
}
const RECORDS = [
  record('a', 'T1', 'P1'),
  record('b', 'T2', 'P2'),
  record('c', 'T2', 'P3'),
  record('d', 'T2', 'P2'),
];
const names = (records: readonly CertificateCandidate[]) => records.map(({ title }) => title).join('');

test('[CE1] the organisation with the most records comes first; each is a paper of its own', () => {
  const offer = offerOf(RECORDS, EVERYTHING);
  expect(offer.teams.map(({ name, count }) => [name, count])).toEqual([
    ['T2', 3],
    ['T1', 1],
  ]);
  expect(names(offer.chosen)).toBe('bcd');
  expect(names(offerOf(RECORDS, { ...EVERYTHING, teamId: 'T100000000' }).chosen)).toBe('a');
});

test('[CE1] by project, and single records taken off', () => {
  const choice = { ...EVERYTHING, projectId: 'P200000000' };
  expect(names(offerOf(RECORDS, choice).shown)).toBe('bd');
  expect(names(offerOf(RECORDS, { ...choice, leftOut: ['b000000000'] }).chosen)).toBe('d');
  // a project of another organisation is forgotten, not obeyed
  expect(names(offerOf(RECORDS, { ...EVERYTHING, projectId: 'P100000000' }).shown)).toBe('bcd');
  expect(offerOf([], EVERYTHING)).toMatchObject({ teams: [], chosen: [] });
});

test('[CE1] periods are whole days, both ends included', () => {
  const today = parseCivilDay('2026-03-05');
  expect(periodOfChoice('thisYear', today)).toEqual({ fromDay: '2026-01-01', toDay: today });
  expect(periodOfChoice('lastYear', today)).toEqual({ fromDay: '2025-01-01', toDay: '2025-12-31' });
  expect(periodOfChoice('year', today)).toEqual({ fromDay: '2025-03-06', toDay: today });
});

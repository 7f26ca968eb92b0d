import { parseProjectId } from '../kernel/identifiers';
import { parseCivilDay } from '../time/civil-day';
import { heldMonthsOf, stageTallyIdsOf } from './held-months';

test('[BP6] of the last twelve months those count in which a shift was held', () => {
  const projectId = parseProjectId('Project001');
  const day = parseCivilDay('2026-03-15');
  const tally = (year: string, cells: Record<string, { heldShifts?: number; heldMinutes?: number }>) =>
    [`Project001:${year}`, { tallyId: `Project001:${year}`, cells }] as const;
  const tallies = new Map([
    tally('2025', {
      '2025-03': { heldShifts: 4 },
      '2025-04': { heldShifts: 1 },
      '2025-12': { heldShifts: 2 },
    }),
    tally('2026', {
      '2026-01': { heldShifts: 0 },
      '2026-02': { heldMinutes: 9 },
      '2026-03': { heldShifts: 1 },
    }),
  ]);
  expect(heldMonthsOf(tallies, projectId, day)).toBe(3);
  expect(stageTallyIdsOf(projectId, day)).toEqual([
    'Project001:all',
    'Project001:2026',
    'Project001:2026-03',
    'Project001:2025',
  ]);
});

/** What is counted of finished shifts, by the same pure functions the fold uses. */
import { crossesMidnight } from '@domain/activity/shift';
import { DEFAULT_SHIFT_RULES, RULE_LIMITS } from '@domain/attendance/attendance-rules';
import type { DivisionCode, ShiftId } from '@domain/kernel/identifiers';
import { MINIMUM_QUALIFYING_MINUTES } from '@domain/statistics/measure';
import {
  lifeStepsOf,
  placeStepsOf,
  servedStepsOf,
  shiftContributionOf,
} from '@domain/statistics/shift-contribution';
import { incrementsOf, projectIncrementsOf, type TallyIncrement } from '@domain/statistics/tally';
import { monthOf } from '@domain/supplement/quota';
import type { StoredDocument } from '@server/kernel/documents';
import { teamMonthIdOf } from '@server/supplement/quota';
import { shiftContributionIdOf, shiftFactsFrom, withOtherDays } from '@server/statistics/shift-facts';

type Contribution = StoredDocument<'shiftContributions'>;

/** Which shifts may have minutes on two days is known only with their rules: no graces are wider. */
const WIDEST_RULES = {
  ...DEFAULT_SHIFT_RULES,
  graceInMinutes: RULE_LIMITS.graceInMinutes.maximum,
  graceOutMinutes: RULE_LIMITS.graceOutMinutes.maximum,
};

/** Gathers records one by one; the result is what the tallies hold of the shifts. */
export class ShiftCount {
  private readonly sums = new Map<ShiftId, { count: number; sum: number }>();
  /** of the volunteers' own check-ins and check-outs (AT10.5) */
  private readonly ownMinutes = new Map<ShiftId, number>();
  /** of shifts around a midnight, whose minutes lie on two days */
  private readonly nightly = new Map<ShiftId, StoredDocument<'attendances'>[]>();

  add(records: readonly StoredDocument<'attendances'>[]): void {
    for (const record of records) {
      const { shiftId, state, creditedMinutes, trainingValidDays } = record;
      const isCounted = state === 'confirmed' && creditedMinutes >= MINIMUM_QUALIFYING_MINUTES;
      if (!isCounted || trainingValidDays !== null) continue;
      const { count, sum } = this.sums.get(shiftId) ?? { count: 0, sum: 0 };
      this.sums.set(shiftId, { count: count + 1, sum: sum + creditedMinutes });
      if (record.source === 'own') {
        this.ownMinutes.set(shiftId, (this.ownMinutes.get(shiftId) ?? 0) + creditedMinutes);
      }
      const widest = { ...record, rules: WIDEST_RULES };
      if (crossesMidnight(widest)) this.nightly.set(shiftId, [...(this.nightly.get(shiftId) ?? []), record]);
    }
  }

  teamMonths(shifts: readonly StoredDocument<'shifts'>[]): StoredDocument<'teamMonths'>[] {
    const months = new Map<string, StoredDocument<'teamMonths'>>();
    for (const { _id: shiftId, teamId, endsAt } of shifts) {
      const own = this.ownMinutes.get(shiftId);
      if (own === undefined) continue;
      const month = monthOf(endsAt);
      const _id = teamMonthIdOf({ teamId, month });
      const minutes = { ...months.get(_id)?.minutes, [shiftId]: own };
      months.set(_id, { _id, teamId, month, minutes });
    }
    return [...months.values()];
  }

  contributions(
    shifts: readonly StoredDocument<'shifts'>[],
    projects: readonly StoredDocument<'projects'>[],
  ): Contribution[] {
    const projectsById = new Map(projects.map((project) => [project._id, project]));
    return shifts.flatMap((shift): Contribution[] => {
      const sums = this.sums.get(shift._id);
      const project = projectsById.get(shift.projectId);
      if (sums === undefined || project === undefined) return [];
      const records = crossesMidnight(shift) ? (this.nightly.get(shift._id) ?? []) : [];
      const facts = withOtherDays(shiftFactsFrom(shift, project, sums.count, sums.sum), records);
      return [{ _id: shiftContributionIdOf(facts.placeCode, shift._id), shiftId: shift._id, ...facts }];
    });
  }
}

/** Every addition that these shifts make to the tallies of divisions and projects. */
export function shiftIncrementsOf(contributions: readonly Contribution[]): TallyIncrement[] {
  const parts = contributions.map((facts) => shiftContributionOf(facts));
  const places = groupBy(contributions, ({ placeCode }) => placeCode);
  const projects = groupBy(contributions, ({ projectId }) => projectId);
  return [
    ...incrementsOf(parts.flatMap(({ changes }) => changes)),
    ...projectIncrementsOf(parts.flatMap(({ projectChanges }) => projectChanges)),
    ...[...places].flatMap(([divisionCode, shifts]) =>
      incrementsOf(servedStepsOf(shifts).map((step) => at(divisionCode, 'servedRuralCommunities', step))),
    ),
    ...[...projects].flatMap(([projectId, shifts]) => {
      const [first] = shifts;
      const steps = lifeStepsOf(shifts);
      if (first === undefined) return [];
      const { projectDivision, isGrassroots } = first;
      return [
        ...projectIncrementsOf(
          steps.map((step) => ({ ...step, projectId, quantity: 'liveProjects' as const })),
        ),
        ...projectIncrementsOf(
          placeStepsOf(shifts).map((step) => ({ ...step, projectId, quantity: 'projectPlaces' as const })),
        ),
        ...incrementsOf(steps.map((step) => at(projectDivision, 'liveProjects', step))),
        ...(isGrassroots
          ? incrementsOf(steps.map((step) => at(projectDivision, 'liveGrassrootsProjects', step)))
          : []),
      ];
    }),
  ];
}

type Step = ReturnType<typeof lifeStepsOf>[number];
type LifeQuantity = 'servedRuralCommunities' | 'liveProjects' | 'liveGrassrootsProjects';

function at(divisionCode: DivisionCode, quantity: LifeQuantity, step: Step) {
  return { ...step, divisionCode, quantity };
}

function groupBy<Row, Key>(rows: readonly Row[], keyOf: (row: Row) => Key): Map<Key, Row[]> {
  const groups = new Map<Key, Row[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group === undefined) groups.set(keyOf(row), [row]);
    else group.push(row);
  }
  return groups;
}

/**
 * The figures by place and by project (ST19–ST21) the slow and plain way: for one day, look at every shift
 * and every record. No windows, no changes, no tallies.
 */
import type { DivisionCode, ProjectId, ShiftId, VolunteerId } from '@domain/kernel/identifiers';
import { isGrassroots } from '@domain/project/project';
import type { Quantity } from '@domain/statistics/measure';
import { addDays, civilDayOf, type CivilDay } from '@domain/time/civil-day';
import type { StoredDocument } from '@server/kernel/documents';
import { parseServedDaysText } from '@server/kernel/served-days-text';

type Shift = StoredDocument<'shifts'>;
type Project = StoredDocument<'projects'>;

export interface SupplyFacts {
  readonly shifts: readonly Shift[];
  readonly projects: readonly Project[];
  readonly records: readonly StoredDocument<'attendances'>[];
  /** who was merged into another serves in no project any more */
  readonly mergedIds: ReadonlySet<VolunteerId>;
}

interface Held {
  readonly day: CivilDay;
  readonly place: DivisionCode;
  readonly code: Shift['urbanRuralCode'];
  readonly project: Project;
  readonly people: number;
  /** when the minutes were served */
  readonly served: readonly Served[];
}
interface Served {
  readonly day: CivilDay;
  readonly minutes: number;
}

/** Shifts that somebody has a qualifying record of. */
function heldShifts({ shifts, projects, records }: SupplyFacts): Held[] {
  const own = new Map<ShiftId, SupplyFacts['records'][number][]>();
  for (const record of records) {
    if (record.state !== 'confirmed' || record.creditedMinutes < 1) continue;
    own.set(record.shiftId, [...(own.get(record.shiftId) ?? []), record]);
  }
  return shifts.flatMap((shift): Held[] => {
    const found = own.get(shift._id);
    const project = projects.find(({ _id }) => _id === shift.projectId);
    if (found === undefined || project === undefined) return [];
    const { place, urbanRuralCode: code, endsAt } = shift;
    const served = found.flatMap((record) => servedOf(record, shift));
    const day = civilDayOf(endsAt);
    return [{ day, place: place.divisionCode, code, project, people: found.length, served }];
  });
}

/** Between two midnights every minute lies on the shift's day, however late the check-out. */
function servedOf(record: SupplyFacts['records'][number], { startsAt, endsAt }: Shift): Served[] {
  const { servedDays, creditedMinutes: minutes } = record;
  if (servedDays !== undefined) return parseServedDaysText(servedDays);
  const isWithinDay = civilDayOf(startsAt) === civilDayOf(endsAt);
  return [{ day: civilDayOf(isWithinDay ? endsAt : (record.checkOut?.at ?? endsAt)), minutes }];
}

function firstDayOf({ servedDays, checkOut, endsAt }: SupplyFacts['records'][number]): CivilDay {
  const [first] = servedDays === undefined ? [] : parseServedDaysText(servedDays);
  return first?.day ?? civilDayOf(checkOut?.at ?? endsAt);
}

function lastDayOf({ servedDays, checkOut, endsAt }: SupplyFacts['records'][number]): CivilDay {
  const last = servedDays === undefined ? undefined : parseServedDaysText(servedDays).at(-1);
  return last?.day ?? civilDayOf(checkOut?.at ?? endsAt);
}

const isRural = ({ code }: Held): boolean => code === '210' || code === '220';
const isUrban = (held: Held): boolean => held.code !== null && !isRural(held);
const isLively = ({ people }: Held): boolean => people >= 5;
const isIn90Days = ({ day }: Held, asOf: CivilDay): boolean => day <= asOf && asOf < addDays(day, 90);
const minutesOf = (list: readonly Held[], asOf: CivilDay): number =>
  list
    .flatMap(({ served }) => served)
    .reduce((sum, { day, minutes }) => (day <= asOf ? sum + minutes : sum), 0);

function isBrand({ accreditation }: Project, day: CivilDay): boolean {
  return accreditation !== null && accreditation.validFromDay <= day && day <= accreditation.validToDay;
}

export type SupplyCount = Partial<Record<Quantity, number>>;

/** Counts for any division or project on any day; gathers the sums of the shifts once. */
export class NaiveSupply {
  private readonly held: readonly Held[];

  constructor(private readonly facts: SupplyFacts) {
    this.held = heldShifts(facts);
  }

  ofDivision(divisionCode: DivisionCode, asOf: CivilDay): SupplyCount {
    const ofPlace = this.held.filter(({ place }) => place.startsWith(divisionCode));
    const here = ofPlace.filter(({ day }) => day <= asOf);
    const villages = here.filter((held) => isRural(held) && isIn90Days(held, asOf));
    const live = this.facts.projects.filter(
      (project) => project.divisionCode.startsWith(divisionCode) && this.isLive(project, asOf),
    );
    return {
      heldShifts: here.length,
      heldMinutes: minutesOf(ofPlace, asOf),
      ruralShifts: here.filter(isRural).length,
      ruralMinutes: minutesOf(ofPlace.filter(isRural), asOf),
      urbanMinutes: minutesOf(ofPlace.filter(isUrban), asOf),
      servedRuralCommunities: new Set(villages.map(({ place }) => place)).size,
      liveProjects: live.length,
      liveGrassrootsProjects: live.filter(({ hostLevel }) => isGrassroots(hostLevel)).length,
      brandPresence: here.filter(
        (held) => isLively(held) && isIn90Days(held, asOf) && isBrand(held.project, asOf),
      ).length,
    };
  }

  /** A project's own book, which holds nothing else. */
  ofProject(project: Project, asOf: CivilDay): SupplyCount {
    const ofProject = this.held.filter((held) => held.project === project);
    const own = ofProject.filter(({ day }) => day <= asOf);
    return {
      heldShifts: own.length,
      heldMinutes: minutesOf(ofProject, asOf),
      livelyShifts: own.filter(isLively).length,
      liveProjects: this.isLive(project, asOf) ? 1 : 0,
      projectVolunteers: this.peopleOf(project._id, asOf, firstDayOf).size,
      projectReturners: this.returnersOf(project._id, asOf),
      projectPlaces: new Set(own.map(({ place }) => place)).size,
    };
  }

  private isLive(project: Project, asOf: CivilDay): boolean {
    return this.held.some((held) => held.project === project && isLively(held) && isIn90Days(held, asOf));
  }

  private returnersOf(projectId: ProjectId, asOf: CivilDay): number {
    return [...this.peopleOf(projectId, asOf, lastDayOf).values()].filter(({ size }) => size > 1).length;
  }

  /** With the days of their records up to this one. */
  private peopleOf(
    projectId: ProjectId,
    asOf: CivilDay,
    dayOf: (record: SupplyFacts['records'][number]) => CivilDay,
  ): Map<VolunteerId, Set<CivilDay>> {
    const { records, mergedIds } = this.facts;
    const people = new Map<VolunteerId, Set<CivilDay>>();
    for (const record of records) {
      const isOwn = record.projectId === projectId && record.state === 'confirmed';
      if (!isOwn || record.creditedMinutes < 1 || mergedIds.has(record.volunteerId)) continue;
      const day = dayOf(record);
      if (day > asOf) continue;
      people.set(record.volunteerId, (people.get(record.volunteerId) ?? new Set()).add(day));
    }
    return people;
  }
}

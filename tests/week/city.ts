/** The stations of the week, who runs them, and the shifts they publish every day. */
import { hmacSha256 } from '@contract/hmac-sha256';
import type { EvidenceInput } from '@contract/attendance.contract';
import type { InputOf } from '@contract/procedures';
import { checkInWindowOf, checkOutClosesAt, type Place } from '@domain/activity/shift';
import { rotatingCodeAt, shortCodeAt } from '@domain/attendance/check-in-code';
import { addDays, civilDayOf, HOUR_MS, startOfDay, type CivilDay } from '@domain/time/civil-day';
import { textAt } from '../bench/measure';
import type { TestProduct } from '../kit/product';
import type { Book } from './book';
import type { Desk } from './desk';
import { inLanes } from './lanes';
import type { Road } from './road';

export interface Station {
  readonly number: number;
  readonly organiser: string;
  readonly projectId: string;
  readonly place: InputOf<'activity.createActivity'>['place'];
  /** what its printed code says; null: not printed yet */
  scene: string | null;
}

export interface WeekShift {
  readonly shiftId: string;
  readonly station: Station;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly capacity: number | null;
  /** null: its organiser has not opened the code screen yet */
  seed: Uint8Array | null;
}

/** In hours: two that overlap, a long one – over a day's automatic tier – and one over a midnight. */
const TIMES = [
  { from: 8.5, to: 12, breaks: [], percent: null },
  { from: 11.5, to: 15, breaks: [[13, 13.5]], percent: null },
  { from: 12.25, to: 23.5, breaks: [[18, 18.5]], percent: 30 },
  { from: 21, to: 26, breaks: [[23.75, 24.25]], percent: null },
] as const;
const RADIUS_METERS = 200;
/** far enough apart that no fence reaches another's */
const APART_DEGREES = 0.05;
export const FENCE = { radiusMeters: RADIUS_METERS, metersOfDegree: 111_195 } as const;

export class City {
  readonly stations: Station[] = [];
  readonly shifts: WeekShift[] = [];
  readonly communities: string[];
  private readonly ids = new Set<string>();

  constructor(
    private readonly product: TestProduct,
    private readonly road: Road,
    private readonly desk: Desk,
    private readonly book: Book,
  ) {
    this.communities = product
      .documents('divisions')
      .filter(({ level }) => level === 'community')
      .map((division) => textAt(division, '_id'))
      .slice(0, 40);
  }

  /** Each station has a team's organiser and a place of its own. */
  build(stations: number): void {
    const projects = this.product.documents('projects');
    const grants = projects.map((project, index) => ({
      _id: `${organiserOf(index)}:organiser`,
      openId: organiserOf(index),
      role: 'organiser',
      scope: { kind: 'team', teamId: project['teamId'] ?? '' },
      scopeName: '测试队',
      fromDay: '2020-01-01',
      toDay: null,
      grantedBy: 'deployment',
      grantedAt: this.road.now(),
    }));
    this.product.cloud.database.bulkInsert('roleGrants', grants);
    for (let number = 0; number < stations; number += 1) {
      const project = number % projects.length;
      this.stations.push({
        number,
        organiser: organiserOf(project),
        projectId: textAt(projects[project] ?? {}, '_id'),
        place: {
          name: `第${String(number)}站`,
          communityCode: this.communities[number % this.communities.length] ?? '',
          latitude: 31 + number * APART_DEGREES,
          longitude: 102,
          radiusMeters: RADIUS_METERS,
        },
        scene: null,
      });
    }
  }

  /** What a station has on a day; every other organiser presses twice, and publishes nothing twice. */
  async publish(station: Station, day: CivilDay, seats: number): Promise<void> {
    const times = TIMES.filter((_time, index) => index === 2 || (index + station.number) % 2 === 0);
    const { organiser, projectId, place } = station;
    const requestId = this.road.requestId();
    const [long] = times.filter(({ percent }) => percent !== null && station.number % 3 === 0);
    const shifts = times.map(({ from, to, breaks }, index) => ({
      startsAt: startOfDay(day) + from * HOUR_MS,
      endsAt: startOfDay(day) + to * HOUR_MS,
      capacity: index === 0 || station.number % 4 === 3 ? seats : null,
      breaks: breaks.map(([begin, end]) => ({
        from: startOfDay(day) + begin * HOUR_MS,
        to: startOfDay(day) + end * HOUR_MS,
      })),
    }));
    const input: InputOf<'activity.createActivity'> = {
      requestId,
      projectId,
      title: `${place.name}${day}`,
      summary: '',
      description: '为测试而发布的活动，说明至少十个字。',
      place,
      shifts,
      trainingValidDays: null,
      ...(long === undefined ? {} : { minimumPresencePercent: long.percent ?? 30 }),
      publish: true,
    };
    await this.desk.do(organiser, 'activity.createActivity', input, ({ shiftIds }) => {
      this.book.published.set(`${place.name}${day}`, shiftIds);
      shiftIds.forEach((shiftId, index) => this.add(shiftId, station, shifts[index]));
    });
    if (station.number % 2 === 0) await this.road.ask(organiser, 'activity.createActivity', input);
  }

  private add(
    shiftId: string,
    station: Station,
    times:
      { readonly startsAt: number; readonly endsAt: number; readonly capacity: number | null } | undefined,
  ): void {
    if (times === undefined || this.ids.has(shiftId)) return;
    this.ids.add(shiftId);
    this.shifts.push({ shiftId, station, ...times, seed: null });
  }

  shiftIds(): ReadonlySet<string> {
    return this.ids;
  }

  /** One may check in, or out. */
  open(deed: 'checkIn' | 'checkOut', now: number): WeekShift[] {
    return this.shifts.filter((shift) => {
      const window = checkInWindowOf(shift);
      return window.opensAt <= now && now < (deed === 'checkIn' ? window.closesAt : checkOutClosesAt(shift));
    });
  }

  ahead(now: number, hours: number): WeekShift[] {
    return this.shifts.filter(({ startsAt }) => now < startsAt && startsAt < now + hours * HOUR_MS);
  }

  /** The organiser comes to the station, the screen needs its seed once, and the station its printed code. */
  async openScreens(): Promise<void> {
    const now = this.road.now();
    await inLanes(this.open('checkOut', now), async (shift) => {
      const { shiftId, station } = shift;
      if (shift.seed === null) {
        const proof = { kind: 'location' as const, ...positionAt(station, 10) };
        const requestId = this.road.requestId();
        await this.desk.do(station.organiser, 'attendance.takeUpDuty', { requestId, shiftId, proof });
        const seed = await this.desk.look(station.organiser, 'attendance.getCheckInSeed', { shiftId });
        if (seed !== null) shift.seed = new Uint8Array(Buffer.from(seed.seedHex, 'hex'));
      }
      if (station.scene === null) await this.print(station, shiftId);
    });
  }

  async print(station: Station, shiftId: string): Promise<void> {
    const known = await this.desk.look(station.organiser, 'attendance.getPlaceCode', { shiftId });
    if (known === null) return;
    const requestId = this.road.requestId();
    const input = { requestId, shiftId, version: known.version, change: 'issue' as const };
    await this.desk.do(station.organiser, 'attendance.changePlaceCode', input, ({ scene }) => {
      station.scene = scene;
    });
  }

  today(): CivilDay {
    return civilDayOf(this.road.now());
  }

  tomorrow(): CivilDay {
    return addDays(this.today(), 1);
  }
}

export function organiserOf(project: number): string {
  return `week-organiser-${String(project)}`;
}

export function codeOf(seed: Uint8Array, step: number): EvidenceInput {
  return { kind: 'rotatingCode', code: rotatingCodeAt(hmacSha256, seed, step) };
}

export function digitsOf(seed: Uint8Array, step: number): EvidenceInput {
  return { kind: 'shortCode', digits: shortCodeAt(hmacSha256, seed, step) };
}

/** `meters` north of the station. */
export function positionAt(
  { place }: Station,
  meters: number,
): Place['position'] & { accuracyMeters: number } {
  const { latitude, longitude } = place;
  return { latitude: latitude + meters / FENCE.metersOfDegree, longitude, accuracyMeters: 10 };
}

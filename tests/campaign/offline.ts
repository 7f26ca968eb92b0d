/** The offline campaign (AT4, AT5): visits whose scans lie on phones, compared with the times on paper. */
import { CODE_STEP_MS, codeStepAt } from '@domain/attendance/check-in-code';
import type { PresenceDeed } from '@domain/attendance/decide-presence';
import { addDays, DAY_MS, HOUR_MS, MINUTE_MS, startOfDay, type CivilDay } from '@domain/time/civil-day';
import { expireVisits } from '@server/attendance/expire-visits';
import { documentSchemas, type StoredDocument } from '@server/kernel/documents';
import { foldContributions } from '@server/statistics/fold-contributions';
import { compareAll } from './compare';
import { OfflineCity } from './offline-city';
import { compareDays, compareVisits, recordsOf, type Mark, type PaperVisit } from './paper-visit';
import type { Phone } from './phone';
import { cancelShift, codeOf, grantOf } from './shift-kit';
import { registrationOf } from './world';

export interface OfflineReport {
  readonly visits: number;
  readonly counts: ReadonlyMap<string, number>;
  /** in words; empty when nothing was lost and nothing doubled */
  readonly differences: readonly string[];
  readonly replaysTried: number;
  readonly replaysAccepted: number;
}

type Shift = StoredDocument<'shifts'>;

const ORGANISER = 'the-organiser';
const PEOPLE = 60;
/** who has a seat at the small shift too, which goes on at the same time: as many as there are seats */
const AT_BOTH_SHIFTS = 6;
const DAYS = 4;
/** how long the network may stay away: less than the day that a late scan is good for */
const LONGEST_AWAY_MS = 20 * HOUR_MS;

export const runOfflineCampaign = (seed: number): Promise<OfflineReport> => new OfflineCampaign(seed).run();

class OfflineCampaign {
  private readonly city: OfflineCity;
  private readonly visits: PaperVisit[] = [];
  private readonly cancelledAt = new Map<string, number>();
  /** attendances whose late scans an organiser did not recognise */
  private readonly refused = new Set<string>();
  private readonly differences: string[] = [];
  private readonly forwarders = new Set<string>();
  private replaysTried = 0;

  constructor(seed: number) {
    this.city = new OfflineCity(seed);
  }

  async run(): Promise<OfflineReport> {
    const { city, visits, cancelledAt, refused, differences } = this;
    const { world, weather, counts } = city;
    await city.calmly(() => this.beginCity());
    const firstDay = world.today();
    const organiser = city.newPhone(ORGANISER);
    for (let day = 1; day <= DAYS; day += 1) await this.planDay(addDays(firstDay, day), organiser);
    await city.live();
    await city.calmly(() => this.settle());
    const { deliveries } = city.road;
    differences.push(...compareVisits(world.store, visits, { cancelledAt, refused, deliveries }));
    differences.push(...compareDays(world.store, visits));
    const days = [addDays(firstDay, DAYS + 2), addDays(firstDay, 2)];
    differences.push(...compareAll(world.store, days).differences);
    for (const [fault, count] of weather.fired) counts.set(fault, count);
    const replaysAccepted = [...this.forwarders].filter(
      (person) => recordsOf(world.store, city.volunteerOf(person)).length > 0,
    ).length;
    const { replaysTried } = this;
    return { visits: visits.length, counts, differences, replaysTried, replaysAccepted };
  }

  private async beginCity(): Promise<void> {
    const { world } = this.city;
    world.store.put('roleGrants', grantOf(ORGANISER, world.now));
    for (let person = 0; person < 2 * PEOPLE; person += 1) {
      await this.city.must(`person-${String(person)}`, 'volunteer.register', registrationOf(person));
    }
  }

  /** Half of the people serve, the other half are sent pictures of the code. */
  private async planDay(day: CivilDay, organiser: Phone): Promise<void> {
    const { city } = this;
    const [shift, small] = city.world.shiftsOf(day);
    if (shift === undefined || small === undefined) throw new Error('every day has two shifts');
    if (city.random() < 0.25) this.cancelAt(shift, startOfDay(day) + 12 * HOUR_MS + 15_000);
    for (let person = 0; person < PEOPLE; person += 1) {
      const name = `person-${String(person)}`;
      const isAtBoth = person % (PEOPLE / AT_BOTH_SHIFTS) === 0;
      await this.planVisit(name, shift, organiser, isAtBoth);
      if (isAtBoth) await this.planVisit(name, small, organiser, isAtBoth);
      if (city.random() < 0.3) this.planForwarding(`person-${String(PEOPLE + person)}`, shift);
    }
    for (const hours of [20.5, 23, 31]) {
      city.plan(startOfDay(day) + hours * HOUR_MS, () => expireVisits(city.world.ports));
    }
    city.plan(startOfDay(day) + 30 * HOUR_MS, () => this.reviewSome(shift));
  }

  private async planVisit(person: string, shift: Shift, organiser: Phone, isAtBoth: boolean): Promise<void> {
    const { city } = this;
    const phones = [city.newPhone(person), city.newPhone(person)];
    const marks: Mark[] = [];
    const isListed = shift.capacity !== null || city.random() < 0.3;
    if (isListed) await city.enrol(person, shift);
    const mark = (deed: PresenceDeed, isTick: boolean): void => {
      const one = { deed, isTick, at: this.freeInstant(shift, deed, marks), requestId: city.requestId() };
      marks.push(one);
      if (isTick) this.planTick(organiser, person, shift, one);
      else this.planScan(phones[city.random() < 0.7 ? 0 : 1], shift, one);
    };
    mark('checkIn', false);
    if (city.random() < 0.93) mark('checkOut', false);
    if (city.random() < 0.2) mark('checkIn', false);
    if (city.random() < 0.2) mark('checkOut', false);
    if (isListed && city.random() < 0.6) mark('checkIn', true);
    if (isListed && city.random() < 0.6) mark('checkOut', true);
    this.visits.push({ person, volunteerId: city.volunteerOf(person), shift, marks, isAtBoth });
  }

  /** On the boundary of a step, so that a scan is worth the same on time and late; no instant twice. */
  private freeInstant(shift: Shift, deed: PresenceDeed, marks: readonly Mark[]): number {
    const [from, to] =
      deed === 'checkIn'
        ? [shift.startsAt - 20 * MINUTE_MS, shift.startsAt + 4 * HOUR_MS]
        : [shift.startsAt + HOUR_MS, shift.endsAt + HOUR_MS];
    for (;;) {
      const at = CODE_STEP_MS * Math.floor((from + this.city.random() * (to - from)) / CODE_STEP_MS);
      if (marks.every((other) => other.at !== at)) return at;
    }
  }

  private planScan(phone: Phone | undefined, shift: Shift, { deed, at, requestId }: Mark): void {
    if (phone === undefined) return;
    const { city } = this;
    const isOnline = city.random() < 0.15;
    const evidence = codeOf(city.world, shift, codeStepAt(at), city.random());
    city.plan(at, () => {
      const input = { requestId, shiftId: shift._id, evidence, scannedAt: phone.serverNow() };
      return phone.do(`attendance.${deed}`, input, isOnline);
    });
    this.planUploads(phone, at);
  }

  private planTick(organiser: Phone, person: string, shift: Shift, { deed, at, requestId }: Mark): void {
    const { city } = this;
    const volunteerId = city.volunteerOf(person);
    city.plan(at, () => {
      const input = { requestId, shiftId: shift._id, volunteerId, deed, tickedAt: at };
      return organiser.do('attendance.tick', input, city.random() < 0.3);
    });
    this.planUploads(organiser, at);
  }

  /** The app is restarted now and then; the network comes back some time, perhaps only for a moment. */
  private planUploads(phone: Phone, at: number): void {
    const { city } = this;
    for (let visit = 0; visit < 2; visit += 1) {
      const backAt = at + MINUTE_MS + Math.floor(city.random() * LONGEST_AWAY_MS);
      city.plan(backAt, async () => {
        if (city.random() < 0.4) phone.restart();
        await phone.upload();
      });
    }
    // In the end there is a network that stays, before the day is over.
    city.plan(at + LONGEST_AWAY_MS + 2 * HOUR_MS, () => city.calmly(() => phone.upload()));
  }

  /** A picture of the code, scanned elsewhere two steps to hours later, with a network or without. */
  private planForwarding(person: string, shift: Shift): void {
    const { city } = this;
    const phone = city.newPhone(person);
    this.forwarders.add(person);
    const at = shift.startsAt + Math.floor(city.random() * 8 * HOUR_MS);
    const steps = 2 + Math.floor(city.random() * (city.random() < 0.5 ? 4 : 900));
    const evidence = codeOf(city.world, shift, codeStepAt(at) - steps, city.random());
    const requestId = city.requestId();
    const isOnline = city.random() < 0.5;
    this.replaysTried += 1;
    city.plan(at, () => {
      const input = { requestId, shiftId: shift._id, evidence, scannedAt: city.world.now };
      return phone.do('attendance.checkIn', input, isOnline);
    });
    this.planUploads(phone, at);
  }

  private cancelAt(shift: Shift, at: number): void {
    this.cancelledAt.set(shift._id, at);
    this.city.plan(at, () => this.city.calmly(() => cancelShift(this.city.world, shift, at)));
  }

  private async settle(): Promise<void> {
    const { phones, world } = this.city;
    for (const phone of phones) {
      phone.restart();
      await phone.upload();
      if (phone.waiting() > 0) this.differences.push(`${phone.owner} still waits in calm weather`);
    }
    world.now += 3 * DAY_MS;
    for (let run = 0; run < 5; run += 1) await expireVisits(world.ports);
    for (let run = 0; run < 4; run += 1) await foldContributions(world.ports);
  }

  /** Refused is only who has no tick: one that comes after it would bring a visit back, or not. */
  private async reviewSome({ _id: shiftId }: Shift): Promise<void> {
    const { city } = this;
    for (const row of [...city.world.store.all('visitProofs').values()]) {
      const { _id, shiftId: of, volunteerId, isWaiting } = documentSchemas.visitProofs.parse(row);
      const draw = city.random();
      if (of !== shiftId || !isWaiting || draw < 0.4) continue;
      const visit = this.visits.find((one) => one.shift._id === of && one.volunteerId === volunteerId);
      const isRefused = draw < 0.6 && visit?.marks.every(({ isTick }) => !isTick) === true;
      const review = { shiftId, volunteerId, verdict: isRefused ? 'refuse' : 'vouch' };
      await city.calmly(() => city.must(ORGANISER, 'attendance.reviewLateVisit', review));
      if (isRefused) this.refused.add(_id);
      city.count(isRefused ? 'late visit refused' : 'late visit vouched for');
    }
  }
}

/** The offline campaign (AT4, AT5): visits whose scans lie on phones, compared with the times on paper. */
import { CODE_STEP_MS, codeStepAt } from '@domain/attendance/check-in-code';
import type { PresenceDeed } from '@domain/attendance/decide-presence';
import { addDays, DAY_MS, HOUR_MS, MINUTE_MS, startOfDay, type CivilDay } from '@domain/time/civil-day';
import { expireVisits } from '@server/attendance/expire-visits';
import { handlers } from '@server/handlers';
import { documentSchemas, type StoredDocument } from '@server/kernel/documents';
import { handleRequest } from '@server/kernel/router';
import { foldContributions } from '@server/statistics/fold-contributions';
import { randomOf } from '../simulation/draw';
import { compareAll } from './compare';
import {
  cancelShift,
  codeOf,
  compareVisits,
  grantOf,
  recordsOf,
  type Mark,
  type PaperVisit,
} from './paper-visit';
import { Phone, type Road } from './phone';
import { Weather } from './weather';
import { registrationOf, World } from './world';

export interface OfflineReport {
  readonly visits: number;
  readonly counts: ReadonlyMap<string, number>;
  /** in words; empty when nothing was lost and nothing doubled */
  readonly differences: readonly string[];
  readonly replaysTried: number;
  readonly replaysAccepted: number;
}

type Shift = StoredDocument<'shifts'>;

interface Happening {
  readonly at: number;
  readonly work: () => Promise<unknown>;
}

const ORGANISER = 'the-organiser';
const PEOPLE = 60;
const DAYS = 4;
/** how long the network may stay away: less than the day that a late scan is good for */
const LONGEST_AWAY_MS = 20 * HOUR_MS;
const CLOCK_ERROR_MS = 5_000;

export const runOfflineCampaign = (seed: number): Promise<OfflineReport> => new OfflineCampaign(seed).run();

class OfflineCampaign {
  private readonly random: () => number;
  private readonly weather: Weather;
  private readonly world: World;
  private readonly road: Road;
  private readonly counts = new Map<string, number>();
  private readonly phones: Phone[] = [];
  private readonly visits: PaperVisit[] = [];
  private readonly happenings: Happening[] = [];
  private readonly cancelledAt = new Map<string, number>();
  private readonly differences: string[] = [];
  private requests = 0;
  /** several go on at once: the weather turns when the last of them is over */
  private calms = 0;
  private replaysTried = 0;
  private readonly forwarders = new Set<string>();

  constructor(seed: number) {
    this.random = randomOf(seed);
    this.weather = new Weather(seed + 1);
    this.world = new World(this.weather);
    const { world, random } = this;
    this.road = { world, random, count: (name) => this.count(name), deliveries: new Map(), isCalm: false };
  }

  async run(): Promise<OfflineReport> {
    await this.calmly(() => this.beginCity());
    const firstDay = this.world.today();
    const organiser = this.newPhone(ORGANISER);
    for (let day = 1; day <= DAYS; day += 1) await this.planDay(addDays(firstDay, day), organiser);
    await this.live();
    await this.calmly(() => this.settle());
    const { deliveries } = this.road;
    this.differences.push(...compareVisits(this.world.store, this.visits, this.cancelledAt, deliveries));
    const days = [addDays(firstDay, DAYS + 2), addDays(firstDay, 2)];
    this.differences.push(...compareAll(this.world.store, days).differences);
    for (const [fault, count] of this.weather.fired) this.counts.set(fault, count);
    const replaysAccepted = [...this.forwarders].filter(
      (person) => recordsOf(this.world.store, this.volunteerOf(person)).length > 0,
    ).length;
    const { counts, differences, replaysTried } = this;
    return { visits: this.visits.length, counts, differences, replaysTried, replaysAccepted };
  }

  private async beginCity(): Promise<void> {
    this.world.store.put('roleGrants', grantOf(ORGANISER, this.world.now));
    for (let person = 0; person < 2 * PEOPLE; person += 1) {
      await this.must(`person-${String(person)}`, 'volunteer.register', registrationOf(person));
    }
  }

  /** Half of the people serve, the other half are sent pictures of the code. */
  private async planDay(day: CivilDay, organiser: Phone): Promise<void> {
    const [shift] = this.world.shiftsOf(day);
    if (shift === undefined) throw new Error('every day has a shift');
    if (this.random() < 0.25) this.cancelAt(shift, startOfDay(day) + 12 * HOUR_MS + 15_000);
    for (let person = 0; person < PEOPLE; person += 1) {
      await this.planVisit(`person-${String(person)}`, shift, organiser);
      if (this.random() < 0.3) this.planForwarding(`person-${String(PEOPLE + person)}`, shift);
    }
    for (const hours of [20.5, 23, 31]) {
      this.happenings.push({
        at: startOfDay(day) + hours * HOUR_MS,
        work: () => expireVisits(this.world.ports),
      });
    }
    this.happenings.push({ at: startOfDay(day) + 30 * HOUR_MS, work: () => this.vouchForSome(shift) });
  }

  private async planVisit(person: string, shift: Shift, organiser: Phone): Promise<void> {
    const phones = [this.newPhone(person), this.newPhone(person)];
    const marks: Mark[] = [];
    const isListed = this.random() < 0.3;
    if (isListed) await this.calmly(() => this.enrol(person, shift));
    const mark = (deed: PresenceDeed, isTick: boolean): void => {
      const at = this.freeInstant(shift, deed, marks);
      const one = { deed, isTick, at, requestId: this.requestId() };
      marks.push(one);
      if (isTick) this.planTick(organiser, person, shift, one);
      else this.planScan(phones[this.random() < 0.7 ? 0 : 1], shift, one);
    };
    mark('checkIn', false);
    if (this.random() < 0.93) mark('checkOut', false);
    if (this.random() < 0.2) mark('checkIn', false);
    if (this.random() < 0.2) mark('checkOut', false);
    if (isListed && this.random() < 0.6) mark('checkIn', true);
    if (isListed && this.random() < 0.6) mark('checkOut', true);
    this.visits.push({ person, volunteerId: this.volunteerOf(person), shift, marks });
  }

  /** On the boundary of a step, so that a scan is worth the same on time and late; no instant twice. */
  private freeInstant(shift: Shift, deed: PresenceDeed, marks: readonly Mark[]): number {
    const [from, to] =
      deed === 'checkIn'
        ? [shift.startsAt - 20 * MINUTE_MS, shift.startsAt + 4 * HOUR_MS]
        : [shift.startsAt + HOUR_MS, shift.endsAt + HOUR_MS];
    for (;;) {
      const at = CODE_STEP_MS * Math.floor((from + this.random() * (to - from)) / CODE_STEP_MS);
      if (marks.every((other) => other.at !== at)) return at;
    }
  }

  private planScan(phone: Phone | undefined, shift: Shift, { deed, at, requestId }: Mark): void {
    if (phone === undefined) return;
    const isOnline = this.random() < 0.15;
    const evidence = codeOf(this.world, shift, codeStepAt(at), this.random());
    this.happenings.push({
      at,
      work: () => {
        const input = { requestId, shiftId: shift._id, evidence, scannedAt: phone.serverNow() };
        return phone.do(`attendance.${deed}`, input, isOnline);
      },
    });
    this.planUploads(phone, at);
  }

  private planTick(organiser: Phone, person: string, shift: Shift, { deed, at, requestId }: Mark): void {
    const volunteerId = this.volunteerOf(person);
    this.happenings.push({
      at,
      work: () => {
        const input = { requestId, shiftId: shift._id, volunteerId, deed, tickedAt: at };
        return organiser.do('attendance.tick', input, this.random() < 0.3);
      },
    });
    this.planUploads(organiser, at);
  }

  /** The app is restarted now and then; the network comes back some time, perhaps only for a moment. */
  private planUploads(phone: Phone, at: number): void {
    for (let visit = 0; visit < 2; visit += 1) {
      const backAt = at + MINUTE_MS + Math.floor(this.random() * LONGEST_AWAY_MS);
      this.happenings.push({
        at: backAt,
        work: async () => {
          if (this.random() < 0.4) phone.restart();
          await phone.upload();
        },
      });
    }
    // In the end there is a network that stays, before the day is over.
    const work = () => this.calmly(() => phone.upload());
    this.happenings.push({ at: at + LONGEST_AWAY_MS + 2 * HOUR_MS, work });
  }

  /** A picture of the code, scanned elsewhere two steps to hours later, with a network or without. */
  private planForwarding(person: string, shift: Shift): void {
    const phone = this.newPhone(person);
    this.forwarders.add(person);
    const at = shift.startsAt + Math.floor(this.random() * 8 * HOUR_MS);
    const steps =
      this.random() < 0.5 ? 2 + Math.floor(this.random() * 4) : Math.floor(this.random() * 900) + 2;
    const evidence = codeOf(this.world, shift, codeStepAt(at) - steps, this.random());
    const requestId = this.requestId();
    const isOnline = this.random() < 0.5;
    this.replaysTried += 1;
    this.happenings.push({
      at,
      work: () => {
        const input = { requestId, shiftId: shift._id, evidence, scannedAt: this.world.now };
        return phone.do('attendance.checkIn', input, isOnline);
      },
    });
    this.planUploads(phone, at);
  }

  private cancelAt(shift: Shift, at: number): void {
    this.cancelledAt.set(shift._id, at);
    const work = () => cancelShift(this.world, shift, at);
    this.happenings.push({ at, work: () => this.calmly(work) });
  }

  /** One instant after another; what happens within some minutes goes on at once, with two folds. */
  private async live(): Promise<void> {
    this.happenings.sort((a, b) => a.at - b.at);
    for (let next = 0; next < this.happenings.length;) {
      const at = this.happenings[next]?.at ?? 0;
      this.world.now = at;
      const now = this.happenings.slice(next).filter((one, index) => index < 40 && one.at === at);
      next += now.length;
      const folds = this.random() < 0.05 ? [1, 2].map(() => foldContributions(this.world.ports)) : [];
      await Promise.all(
        [...now.map(({ work }) => work()), ...folds].map((one) =>
          one.catch(() => this.count('a timer or a device died')),
        ),
      );
    }
  }

  private async settle(): Promise<void> {
    for (const phone of this.phones) {
      phone.restart();
      await phone.upload();
      if (phone.waiting() > 0) this.differences.push(`${phone.owner} still waits in calm weather`);
    }
    this.world.now += 3 * DAY_MS;
    for (let run = 0; run < 5; run += 1) await expireVisits(this.world.ports);
    for (let run = 0; run < 4; run += 1) await foldContributions(this.world.ports);
  }

  private async vouchForSome(shift: Shift): Promise<void> {
    for (const row of [...this.world.store.all('visitProofs').values()]) {
      const { shiftId, volunteerId, isWaiting } = documentSchemas.visitProofs.parse(row);
      if (shiftId !== shift._id || !isWaiting || this.random() < 0.5) continue;
      const input = { requestId: this.requestId(), shiftId, volunteerId, verdict: 'vouch' };
      const event = { procedure: 'attendance.reviewLateVisit', input };
      const answer = await handleRequest(handlers, this.world.ports, event, ORGANISER);
      if (answer.ok) this.count('late visit vouched for');
    }
  }

  private volunteerOf(person: string): string {
    return String(this.world.store.all('accounts').get(person)?.['volunteerId']);
  }

  private enrol(person: string, shift: Shift): Promise<void> {
    return this.must(person, 'attendance.enrol', { requestId: this.requestId(), shiftId: shift._id });
  }

  private async must(openId: string, procedure: string, input: object): Promise<void> {
    const event = { procedure, input: { requestId: this.requestId(), ...input } };
    const answer = await handleRequest(handlers, this.world.ports, event, openId);
    if (!answer.ok) throw new Error(`${procedure}: ${answer.error.code}`);
  }

  private newPhone(owner: string): Phone {
    const skewMs = Math.floor((this.random() - 0.5) * 10 * HOUR_MS);
    const errorMs = Math.floor((this.random() - 0.5) * 2 * CLOCK_ERROR_MS);
    const phone = new Phone(owner, this.road, skewMs, errorMs);
    this.phones.push(phone);
    return phone;
  }

  private async calmly(work: () => Promise<unknown>): Promise<void> {
    this.calms += 1;
    [this.weather.isCalm, this.road.isCalm] = [true, true];
    await work();
    this.calms -= 1;
    if (this.calms === 0) [this.weather.isCalm, this.road.isCalm] = [false, false];
  }

  private requestId(): string {
    this.requests += 1;
    return `offline-request-${String(this.requests).padStart(8, '0')}`;
  }

  private count(name: string): void {
    this.counts.set(name, (this.counts.get(name) ?? 0) + 1);
  }
}

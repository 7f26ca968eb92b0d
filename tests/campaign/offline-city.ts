/** The city of an offline campaign: its phones, its weather, and what is going to happen at which instant. */
import { HOUR_MS } from '@domain/time/civil-day';
import { handlers } from '@server/handlers';
import type { StoredDocument } from '@server/kernel/documents';
import { handleRequest } from '@server/kernel/router';
import { foldContributions } from '@server/statistics/fold-contributions';
import { randomOf } from '../simulation/draw';
import { Phone, type Road } from './phone';
import { Weather } from './weather';
import { World } from './world';

type Work = () => Promise<unknown>;
interface Happening {
  readonly at: number;
  readonly work: Work;
}

const CLOCK_ERROR_MS = 5_000;
/** What happens at one instant goes on at once, so many at most. */
const AT_ONCE = 40;

export class OfflineCity {
  readonly random: () => number;
  readonly weather: Weather;
  readonly world: World;
  readonly road: Road;
  readonly counts = new Map<string, number>();
  readonly phones: Phone[] = [];
  private readonly happenings: Happening[] = [];
  private requests = 0;
  /** several go on at once: the weather turns when the last of them is over */
  private calms = 0;

  constructor(seed: number) {
    this.random = randomOf(seed);
    this.weather = new Weather(seed + 1);
    this.world = new World(this.weather);
    const { world, random } = this;
    this.road = { world, random, count: (name) => this.count(name), deliveries: new Map(), isCalm: false };
  }

  plan(at: number, work: Work): void {
    this.happenings.push({ at, work });
  }

  /** One instant after another; now and then two folds go on at once with it. */
  async live(): Promise<void> {
    this.happenings.sort((a, b) => a.at - b.at);
    for (let next = 0; next < this.happenings.length;) {
      const at = this.happenings[next]?.at ?? 0;
      this.world.now = at;
      const now = this.happenings.slice(next, next + AT_ONCE).filter((one) => one.at === at);
      next += now.length;
      const folds = this.random() < 0.05 ? [1, 2].map(() => foldContributions(this.world.ports)) : [];
      await Promise.all(
        [...now.map(({ work }) => work()), ...folds].map((one) =>
          one.catch(() => this.count('a timer or a device died')),
        ),
      );
    }
  }

  async calmly(work: Work): Promise<void> {
    this.calms += 1;
    [this.weather.isCalm, this.road.isCalm] = [true, true];
    await work();
    this.calms -= 1;
    if (this.calms === 0) [this.weather.isCalm, this.road.isCalm] = [false, false];
  }

  /** Whether it was accepted; what else came of it does not matter to the caller. */
  async ask(openId: string, procedure: string, input: object): Promise<boolean> {
    const event = { procedure, input: { requestId: this.requestId(), ...input } };
    return (await handleRequest(handlers, this.world.ports, event, openId)).ok;
  }

  async must(openId: string, procedure: string, input: object): Promise<void> {
    if (!(await this.ask(openId, procedure, input))) throw new Error(`${procedure} was refused`);
  }

  enrol(person: string, { _id: shiftId }: StoredDocument<'shifts'>): Promise<void> {
    return this.calmly(() => this.must(person, 'attendance.enrol', { shiftId }));
  }

  newPhone(owner: string): Phone {
    const skewMs = Math.floor((this.random() - 0.5) * 10 * HOUR_MS);
    const errorMs = Math.floor((this.random() - 0.5) * 2 * CLOCK_ERROR_MS);
    const phone = new Phone(owner, this.road, skewMs, errorMs);
    this.phones.push(phone);
    return phone;
  }

  volunteerOf(person: string): string {
    return String(this.world.store.all('accounts').get(person)?.['volunteerId']);
  }

  requestId(): string {
    this.requests += 1;
    return `offline-request-${String(this.requests).padStart(8, '0')}`;
  }

  count(name: string): void {
    this.counts.set(name, (this.counts.get(name) ?? 0) + 1);
  }
}

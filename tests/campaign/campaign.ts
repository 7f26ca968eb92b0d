/**
 * The campaign: very many random operations on the real procedures, fold and recount, in bad weather, and
 * after every few hundred of them every figure of every division compared with a naive count. A run follows
 * from its seed.
 */
import { addDays, civilDayOf, DAY_MS, HOUR_MS, MINUTE_MS, startOfDay } from '@domain/time/civil-day';
import { runNightly } from '@server/audit/run-recount';
import { BusyError } from '@server/kernel/busy-error';
import { foldContributions } from '@server/statistics/fold-contributions';
import { expireVisits } from '@server/attendance/expire-visits';
import { sweepClosings } from '@server/attendance/settle-closing';
import { lapseSupplements } from '@server/supplement/lapse';
import { randomOf } from '../simulation/draw';
import { compareAll, compareSums, type Comparison } from './compare';
import { Crowd, type Deed, type Operation } from './crowd';
import { heldComplaints } from './settled';
import { KilledError, RepeatableError, Weather } from './weather';
import { World } from './world';

export interface CampaignSize {
  readonly operations: number;
  /** operations between two comparisons */
  readonly every: number;
  /** ends at the first difference: enough to know that there is one */
  readonly untilWrong?: boolean;
}

export interface CampaignReport {
  readonly operations: ReadonlyMap<string, number>;
  readonly events: ReadonlyMap<string, number>;
  readonly comparisons: number;
  readonly compared: number;
  readonly differences: readonly string[];
}

const AT_ONCE = 16;

export async function runCampaign(seed: number, size: CampaignSize): Promise<CampaignReport> {
  return new Campaign(seed, size).run();
}

class Campaign {
  private readonly random: () => number;
  private readonly weather: Weather;
  private readonly world: World;
  private readonly crowd: Crowd;
  private readonly operations = new Map<string, number>();
  private readonly events = new Map<string, number>();
  private readonly differences: string[] = [];
  private comparisons = 0;
  private compared = 0;
  /** what got no answer: sent again until it does */
  private outbox: Operation[] = [];

  constructor(
    seed: number,
    private readonly size: CampaignSize,
  ) {
    this.random = randomOf(seed);
    this.weather = new Weather(seed + 1);
    this.world = new World(this.weather);
    this.crowd = new Crowd(this.random, this.world, this.weather, (answer) => {
      this.count(this.events, answer);
    });
  }

  async run(): Promise<CampaignReport> {
    let done = 0;
    let nextComparison = this.size.every;
    while (done < this.size.operations && !this.isEnough()) {
      const count = Math.min(AT_ONCE, this.size.operations - done);
      await this.round(count);
      done += count;
      this.passTime();
      if (done < nextComparison && done < this.size.operations) continue;
      nextComparison += this.size.every;
      await this.compare();
    }
    if (!this.isEnough()) await this.recountAtNight();
    for (const [fault, count] of this.weather.fired) this.events.set(fault, count);
    const { operations, events, comparisons, compared, differences } = this;
    return { operations, events, comparisons, compared, differences };
  }

  private isEnough(): boolean {
    return this.size.untilWrong === true && this.differences.length > 0;
  }

  /** Several people, two folds and a sweep at once. */
  private async round(count: number): Promise<void> {
    const again = this.outbox;
    this.outbox = [];
    const operations = Array.from({ length: count }, () => this.crowd.draw());
    for (const { name } of operations) this.count(this.operations, name);
    const twice = operations.filter(() => this.random() < 0.08);
    for (const _one of twice) this.count(this.events, 'delivered twice');
    await Promise.all([
      ...[...again, ...operations, ...twice].map((operation) => this.perform(operation)),
      ...[1, 2].map(() => this.timer('fold', () => foldContributions(this.world.ports))),
      this.random() < 0.1 ? this.timer('sweep', () => this.sweep()) : null,
      this.random() < 0.2 ? this.timer('settle', () => sweepClosings(this.world.ports)) : null,
    ]);
  }

  private async sweep(): Promise<void> {
    await expireVisits(this.world.ports);
    await lapseSupplements(this.world.ports);
  }

  private async perform(operation: Operation): Promise<void> {
    try {
      await operation.deed();
    } catch (error) {
      if (!isOfTheWeather(error)) throw error;
      this.count(this.events, 'no answer, sent again');
      this.outbox.push(operation);
    }
  }

  private async timer(name: string, work: Deed): Promise<void> {
    this.count(this.events, `${name} begun`);
    try {
      await work();
    } catch (error) {
      if (!isOfTheWeather(error)) throw error;
      this.count(this.events, `${name} died`);
    }
  }

  /** Within the day, or on to another day: years turn, and windows of 365 days run out. */
  private passTime(): void {
    const isSameDay = this.random() < 0.7;
    this.crowd.endRound();
    if (isSameDay) this.world.now += Math.floor(this.random() * 240) * MINUTE_MS;
    else {
      const days = this.random() < 0.1 ? 40 : 1 + Math.floor(this.random() * 4);
      this.world.now = startOfDay(addDays(civilDayOf(this.world.now), days)) + 8 * HOUR_MS;
      this.count(this.events, 'day turned');
      this.crowd.endDay();
    }
  }

  /** Calm, until nothing is pending; then everything is compared. */
  private async compare(): Promise<void> {
    this.note(compareSums(this.world.store, this.world.today()));
    this.weather.isCalm = true;
    for (let wait = 0; wait < 4_000; wait += 1) await Promise.resolve();
    await this.round(0);
    for (let run = 0; run < 3; run += 1) await sweepClosings(this.world.ports);
    this.differences.push(...heldComplaints(this.world.store));
    for (let run = 0; run < 3; run += 1) await foldContributions(this.world.ports);
    const { store } = this.world;
    const marks = store.all('dirtyVolunteers').size + store.all('dirtyShifts').size;
    const pending = marks + this.outbox.length;
    if (pending > 0) this.differences.push(`${String(pending)} marks or requests are left in calm weather`);
    const today = this.world.today();
    const past = addDays(today, -Math.floor(this.random() * 400));
    this.note(compareAll(this.world.store, [today, past, addDays(today, 366)]));
    this.comparisons += 1;
    this.weather.isCalm = false;
  }

  /** The product's own recount must find the same: nothing. */
  private async recountAtNight(): Promise<void> {
    this.weather.isCalm = true;
    this.world.now += DAY_MS;
    for (let run = 0; run < 20; run += 1) if ((await runNightly(this.world.ports)).isFinished) break;
    const outcomes = [...this.world.store.all('recounts').values()].map((recount) => recount['outcome']);
    if (outcomes.join() !== 'clean') this.differences.push(`the recount says ${outcomes.join()}`);
  }

  private note({ compared, differences }: Comparison): void {
    this.compared += compared;
    this.differences.push(...differences);
  }

  private count(counts: Map<string, number>, name: string): void {
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
}

function isOfTheWeather(error: unknown): boolean {
  return error instanceof KilledError || error instanceof RepeatableError || error instanceof BusyError;
}

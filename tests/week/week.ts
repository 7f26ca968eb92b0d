/**
 * The simulated week: volunteers, organisers and offices on the real functions under the real SDK, in the
 * worst of weathers. After every batch – what people do within some minutes – everything stored is checked
 * against what must always hold and what clients were told; after the week, that everything was answered and
 * every figure is a recount. People and faults are drawn from the seed; who wins a race is the machine's
 * matter.
 */
import { HOUR_MS, MINUTE_MS, startOfDay } from '@domain/time/civil-day';
import { textAt } from '../bench/measure';
import { inHaste } from '../kit/haste';
import type { TestProduct } from '../kit/product';
import { recount, storedSums } from '../kit/recount';
import { randomOf } from '../simulation/draw';
import { Book } from './book';
import { City } from './city';
import { Crowd, type Person, type Surroundings } from './crowd';
import { Desk } from './desk';
import { readFacts, type Facts } from './facts';
import { firedFaults, weekFaults } from './faults';
import { inLanes } from './lanes';
import { minuteComplaints } from './minutes';
import { Offices } from './office';
import { Road } from './road';
import { Ticks } from './ticks';
import type { WeekReport, WeekSize } from './size';
import { ledgerComplaints, lineComplaints, owedSeats, seatComplaints, visitComplaints } from './rules';

const FIRST_HOUR = 7.5;
/** the night shift is checked out of after midnight */
const DAY_HOURS = 21;
/** of one rule, at one moment */
const SHOWN = 2;
/** folds and sweeps until nothing is pending: each works off a bounded part */
const LAST_RUNS = 200;

export async function runWeek(product: TestProduct, seed: number, size: WeekSize): Promise<WeekReport> {
  return new Week(product, seed, size).run();
}

class Week {
  private readonly random: () => number;
  private readonly around: Surroundings;
  private readonly crowd: Crowd;
  private readonly offices: Offices;
  private readonly ticks: Ticks;
  private readonly broken: string[] = [];
  private facts: Facts;
  private readonly endsAt: number;
  private checks = 0;
  private figures = 0;

  constructor(
    private readonly product: TestProduct,
    private readonly seed: number,
    private readonly size: WeekSize,
  ) {
    this.endsAt = performance.now() + size.minutes * MINUTE_MS;
    const random = randomOf(seed);
    const road = new Road(product.cloud, seed);
    const [desk, book] = [new Desk(road), new Book()];
    const city = new City(product, road, desk, book);
    this.random = random;
    this.around = { city, road, desk, book, random };
    this.crowd = new Crowd(this.around, seed);
    this.ticks = new Ticks(this.around);
    this.offices = new Offices(product, this.around, this.ticks);
    this.facts = readFacts(product, new Set());
  }

  async run(): Promise<WeekReport> {
    await inHaste(this.product.cloud.clock, () => this.live());
    const fired = firedFaults(this.product.cloud);
    this.product.cloud.faults.clear();
    if (!this.isEnough()) await this.settle();
    const { road, book } = this.around;
    return {
      counts: road.counts,
      fired,
      broken: this.broken,
      checks: this.checks,
      told: book.told.length,
      visits: this.facts.visits.size,
      figures: this.figures,
    };
  }

  private async live(): Promise<void> {
    const { city } = this.around;
    this.setClock(startOfDay(city.tomorrow()) + FIRST_HOUR * HOUR_MS);
    city.build(this.size.stations);
    for (const rule of weekFaults(this.seed, this.size)) this.product.cloud.faults.add(rule);
    for (let number = 0; number < this.size.people; number += 1) this.crowd.add(number);
    await inLanes(this.crowd.people, (person) => this.crowd.register(person));
    await this.publish(true);
    for (let day = 0; day < this.size.days && this.goesOn(); day += 1) await this.oneDay();
  }

  private isEnough(): boolean {
    return this.broken.length >= this.size.enough;
  }

  private setClock(instant: number): void {
    this.product.cloud.clock.setOffset(instant - Date.now());
  }

  private async oneDay(): Promise<void> {
    const { city, road } = this.around;
    const begin = startOfDay(city.today()) + FIRST_HOUR * HOUR_MS;
    const step = (DAY_HOURS * HOUR_MS) / this.size.batches;
    for (let batch = 0; batch < this.size.batches && this.goesOn(); batch += 1) {
      this.setClock(Math.max(road.now(), begin + batch * step + Math.floor(this.random() * 20) * MINUTE_MS));
      await this.oneBatch(batch);
      this.check(`${city.today()} batch ${String(batch)}`);
    }
    this.setClock(Math.max(road.now(), begin + 24 * HOUR_MS));
    this.crowd.forget(road.now());
    if (this.goesOn()) road.count('whole days');
  }

  private goesOn(): boolean {
    return !this.isEnough() && performance.now() < this.endsAt;
  }

  /** Everybody who is about, the desks, and timers that overlap or stay away. */
  private async oneBatch(batch: number): Promise<void> {
    const { city, desk, road } = this.around;
    if (batch === 1) await this.publish(false);
    await city.openScreens();
    const actors = this.crowd.people.filter(() => this.random() < this.size.share);
    const others = this.crowd.people.filter((one) => !actors.includes(one) && this.crowd.isWaiting(one));
    const timers = this.random() < 0.6 ? ['fold', 'fold', 'sweep', 'sweep'] : [];
    if (timers.length === 0) road.count('timers late');
    await Promise.all([
      inLanes(actors, (person) => this.acts(person)),
      inLanes(others, (person) => this.crowd.wake(person)),
      ...timers.map((name) => this.timer(name)),
      this.workAtDesks(),
      desk.again(),
      this.ticks.wake(false),
    ]);
    await this.moveSomebody();
  }

  private async acts(person: Person): Promise<void> {
    await this.crowd.wake(person);
    await this.crowd.act(person);
    if (this.random() < 0.5) await this.crowd.act(person);
  }

  private async workAtDesks(): Promise<void> {
    const { city, road } = this.around;
    const now = road.now();
    const [open, ahead] = [city.open('checkOut', now), city.ahead(now, 30)];
    const some = <One>(list: readonly One[], share: number): One[] => {
      const times = Math.ceil(share);
      return Array.from({ length: times }, () => list.filter(() => this.random() * times < share)).flat();
    };
    await Promise.all([
      inLanes(some(open, this.size.desks), (shift) => this.offices.run(shift, this.crowd.people)),
      inLanes(some(ahead, this.size.desks / 4), (shift) => this.offices.plan(shift)),
      inLanes([1, 2], () => this.offices.govern(this.facts)),
    ]);
  }

  private async moveSomebody(): Promise<void> {
    const { communities } = this.around.city;
    const person = this.crowd.people[Math.floor(this.random() * this.crowd.people.length)];
    const community = communities[Math.floor(this.random() * communities.length)];
    if (person !== undefined && community !== undefined) await this.offices.move(person, community);
  }

  /** Of tomorrow, in the morning; on the first day of today as well. */
  private async publish(isFirst: boolean): Promise<void> {
    const { city } = this.around;
    const seats = Math.max(2, Math.floor(this.size.people / this.size.stations / 4));
    const days = isFirst ? [city.today()] : [city.tomorrow()];
    for (const day of days) {
      await inLanes(city.stations, (station) => city.publish(station, day, seats));
    }
  }

  private async timer(name: string): Promise<void> {
    this.around.road.count(`timer ${name}`);
    try {
      await this.product.cloud.runTimer(name);
    } catch {
      this.around.road.count(`timer ${name} died`);
    }
  }

  /** Nothing is under way now but what a dead instance left. */
  private check(when: string): void {
    const before = this.facts;
    const facts = readFacts(this.product, this.around.city.shiftIds());
    const changed = [...facts.visits.values()].filter(({ _id, seq }) => before.visits.get(_id)?.seq !== seq);
    const volunteers = new Set(changed.map(({ volunteerId }) => volunteerId));
    const rules = [
      visitComplaints(facts),
      ledgerComplaints(facts, before),
      seatComplaints(facts),
      lineComplaints(facts, before),
      minuteComplaints(facts, volunteers),
      this.around.book.complaints(facts),
      this.publishingComplaints(),
      this.replayComplaints(facts),
    ];
    for (const texts of rules) this.broken.push(...texts.slice(0, SHOWN).map((text) => `${when}: ${text}`));
    this.facts = facts;
    this.checks += 1;
  }

  /** One request, one activity, however often it came. */
  private publishingComplaints(): string[] {
    const made = new Map<string, number>();
    for (const activity of this.product.documents('activities')) {
      const title = textAt(activity, 'title');
      made.set(title, (made.get(title) ?? 0) + 1);
    }
    return [...this.around.book.published.keys()].flatMap((title) =>
      made.get(title) === 1 ? [] : [`${title} was published ${String(made.get(title) ?? 0)} times`],
    );
  }

  /** Not only the answer: nothing of it is in the ledger either. */
  private replayComplaints({ ledger }: Facts): string[] {
    return [...ledger.values()]
      .flat()
      .filter(({ requestId }) => this.crowd.replays.has(requestId))
      .map(({ _id }) => `the replay of ${_id} was accepted`);
  }

  /** Without faults, once the locks of the dead have run out: all is answered, all is counted. */
  private async settle(): Promise<void> {
    const { road, desk } = this.around;
    this.setClock(road.now() + MINUTE_MS);
    await inLanes(this.crowd.people, async ({ phones }) => {
      for (const phone of phones) {
        phone.isOnline = true;
        await phone.upload();
      }
    });
    await desk.again();
    await this.ticks.wake(true);
    const waiting = this.crowd.people.flatMap(({ phones }) => phones).map((phone) => phone.waiting());
    const left = waiting.reduce((sum, count) => sum + count, desk.waiting() + this.ticks.waiting());
    if (left > 0) this.broken.push(`liveness: ${String(left)} commands are not answered without faults`);
    const [stored, final] = [road.counts.get('commands stored'), road.counts.get('final answers')];
    if (stored !== final)
      this.broken.push(`liveness: of ${String(stored)} commands ${String(final)} had a final answer`);
    await this.runTimersOut();
    this.check('the end');
    this.broken.push(...owedSeats(this.facts, road.now()).slice(0, SHOWN));
    this.checkEverybody();
    this.checkFigures();
  }

  private async runTimersOut(): Promise<void> {
    const pending = (): number =>
      this.product.documents('dirtyVolunteers').length + this.product.documents('dirtyShifts').length;
    for (let run = 0; run < 3; run += 1) await this.product.cloud.runTimer('sweep');
    for (let run = 0; run < LAST_RUNS && pending() > 0; run += 1) await this.product.fold();
    if (pending() > 0) this.broken.push(`liveness: ${String(pending())} marks are left`);
  }

  private checkEverybody(): void {
    const everybody = new Set([...this.facts.visits.values()].map(({ volunteerId }) => volunteerId));
    this.broken.push(...minuteComplaints(this.facts, everybody).slice(0, SHOWN));
  }

  private checkFigures(): void {
    const [stored, counted] = [storedSums(this.product), recount(this.product)];
    const keys = new Set([...stored.keys(), ...counted.keys()]);
    this.figures = keys.size;
    const wrong = [...keys].filter((key) => stored.get(key) !== counted.get(key));
    for (const key of wrong.slice(0, SHOWN)) {
      this.broken.push(
        `figures: ${key} is ${String(stored.get(key))}, recounted ${String(counted.get(key))}`,
      );
    }
  }
}

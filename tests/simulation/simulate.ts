/**
 * The main job under faults: volunteers, two folds and two sweeps at once on the real functions; answers
 * are lost, commits clash, deliveries double, workers die between two awaits and clocks differ. Phase 1
 * safety, phase 2 liveness, phase 3 proof that the faults happened. Everything is drawn from the seed.
 */
import type { ProcedureName } from '@contract/procedures';
import { documentSchemas } from '@server/kernel/documents';
import { canMove } from '@domain/attendance/attendance';
import { MINUTE_MS } from '@domain/time/civil-day';
import { inHaste } from '../kit/haste';
import { registration, requestId, type TestProduct } from '../kit/product';
import { figureComplaints } from '../kit/recount';
import { at, openShift } from '../kit/shifts';
import { Arrivals, type Passages } from './arrivals';
import { faultsOf, firedIn, randomOf, sweepKillsOf } from './draw';
import { creditComplaints } from './naive-credit';
import { post } from './post';

export interface SimulationReport {
  readonly operations: number;
  readonly accepted: number;
  readonly unanswered: number;
  readonly fired: ReadonlyMap<string, number>;
  readonly attendances: number;
  /** what the sums of channels gained */
  readonly passages: Passages;
  /** broken invariants, in words; empty when all held */
  readonly broken: readonly string[];
}

export interface SimulationSize {
  readonly volunteers: number;
  readonly rounds: number;
}

/** longer than the cloud keeps a dead transaction */
const LOCK_SECONDS = 45;

type Told = 'enrolled' | 'checkedIn' | 'checkedOut';
const RANK: Record<string, number> = { enrolled: 1, checkedIn: 2, checkedOut: 3, confirmed: 3 };

export async function simulate(
  product: TestProduct,
  seed: number,
  size: SimulationSize,
): Promise<SimulationReport> {
  return inHaste(product.cloud.clock, async () => {
    const capacity = Math.max(1, Math.floor(size.volunteers / 3));
    const shiftIds = [await openShift(product, { capacity }), await openShift(product)];
    const arrivals = await Arrivals.start(product, shiftIds);
    return new Simulation(product, { seed, ...size }, shiftIds, arrivals).run();
  });
}

class Simulation {
  private readonly random: () => number;
  private readonly broken: string[] = [];
  private readonly told = new Map<string, Told>();
  private readonly outbox = new Map<string, { openId: string; name: ProcedureName; input: object }>();
  private operations = 0;
  private accepted = 0;
  private unanswered = 0;

  constructor(
    private readonly product: TestProduct,
    private readonly size: SimulationSize & { readonly seed: number },
    private readonly shiftIds: readonly string[],
    private readonly arrivals: Arrivals,
  ) {
    this.random = randomOf(size.seed);
  }

  async run(): Promise<SimulationReport> {
    const { seed } = this.size;
    for (const rule of [...faultsOf(seed), ...sweepKillsOf(seed)]) this.product.cloud.faults.add(rule);
    for (let round = 0; round < this.size.rounds; round += 1) {
      await this.oneRound(round);
      this.checkSafety(`round ${String(round)}`);
    }
    const fired = firedIn(this.product.cloud.faults.list());
    this.product.cloud.faults.clear();
    await this.settle();
    this.checkSafety('the end');
    this.broken.push(...figureComplaints(this.product), ...this.arrivals.complaints());
    return {
      operations: this.operations,
      accepted: this.accepted,
      unanswered: this.unanswered,
      fired,
      attendances: this.attendances().length,
      passages: this.arrivals.gained(),
      broken: this.broken,
    };
  }

  private async oneRound(round: number): Promise<void> {
    this.product.cloud.clock.advance(Math.floor(this.random() * 20) * MINUTE_MS);
    const people = Array.from({ length: this.size.volunteers }, (_none, index) =>
      this.actTwice(index, round),
    );
    await Promise.all([
      ...people,
      this.foldThrice(),
      this.foldThrice(),
      this.timer('sweep'),
      this.timer('sweep'),
    ]);
  }

  /** Twice in a row, so that a fact changes while a fold is at work on the one before. */
  private async actTwice(index: number, round: number): Promise<void> {
    await this.act(index, round);
    if (round > 0) await this.act(index, round);
  }

  private async foldThrice(): Promise<void> {
    for (let run = 0; run < 3; run += 1) await this.timer('fold');
  }

  private async act(index: number, round: number): Promise<void> {
    const openId = `sim-${String(this.size.seed)}-${String(index)}`;
    const shiftId = this.shiftIds[this.random() < 0.6 ? 0 : 1] ?? '';
    const draw = this.random();
    if (round === 0) {
      // Every fourth person tries with the id number of the one before: one of the two must be refused.
      const number = (this.size.seed % 40) * 1000 + (index % 4 === 3 ? index - 1 : index);
      await this.send(openId, 'volunteer.register', {
        ...registration(number),
        ...this.arrivals.ofRegistration(index),
      });
    } else if (draw < 0.1) await this.openTwice(openId, index + round);
    else if (draw < 0.3) await this.send(openId, 'attendance.enrol', { requestId: requestId(), shiftId });
    else if (draw < 0.62) await this.visit(openId, 'attendance.checkIn', shiftId);
    else if (draw < 0.9) await this.visit(openId, 'attendance.checkOut', shiftId);
    else await this.send(openId, 'attendance.cancelEnrolment', { requestId: requestId(), shiftId });
  }

  /** The same request twice at once counts once. */
  private async openTwice(openId: string, place: number): Promise<void> {
    const input = { requestId: requestId(), scene: this.arrivals.sceneAt(place) };
    const open = (): Promise<void> => this.send(openId, 'reach.recordOpening', input);
    await Promise.all([open(), open()]);
  }

  private visit(
    openId: string,
    name: 'attendance.checkIn' | 'attendance.checkOut',
    shiftId: string,
  ): Promise<void> {
    return this.send(openId, name, { requestId: requestId(), shiftId, evidence: at(0) });
  }

  /** As the app does: stored before sending, sent again when no answer came. */
  private async send(
    openId: string,
    name: ProcedureName,
    input: { readonly requestId: string; readonly [field: string]: unknown },
  ): Promise<void> {
    this.operations += 1;
    this.outbox.set(input.requestId, { openId, name, input });
    for (let attempt = 0; attempt < 3; attempt += 1) {
      const answer = await post(this.product, openId, name, input);
      if (answer === null) {
        this.unanswered += 1;
        continue;
      }
      if (!answer.ok && answer.error.retryable) continue;
      this.outbox.delete(input.requestId);
      if (answer.ok) this.remember(openId, name, input);
      return;
    }
  }

  private remember(openId: string, name: ProcedureName, input: object): void {
    this.accepted += 1;
    if (name === 'reach.recordOpening') this.arrivals.remember(String(Reflect.get(input, 'requestId')));
    const key = `${openId}|${String(Reflect.get(input, 'shiftId'))}`;
    if (name === 'attendance.cancelEnrolment') this.told.delete(key);
    else if (name === 'attendance.enrol' && !this.told.has(key)) this.told.set(key, 'enrolled');
    else if (name === 'attendance.checkIn' && this.told.get(key) !== 'checkedOut')
      this.told.set(key, 'checkedIn');
    else if (name === 'attendance.checkOut') this.told.set(key, 'checkedOut');
  }

  private async timer(name: string): Promise<void> {
    try {
      await this.product.cloud.runTimer(name);
    } catch {
      // A timer that dies is what the next one is for.
    }
  }

  /** Faults off: outboxes replay, timers run until nothing is pending. */
  private async settle(): Promise<void> {
    for (const [id, { openId, name, input }] of this.outbox) {
      const answer = await post(this.product, openId, name, input);
      if (answer === null) this.broken.push(`liveness: ${name} ${id} is not answered without faults`);
      else if (answer.ok) this.remember(openId, name, input);
    }
    for (const name of ['sweep', 'sweep', 'fold', 'fold']) await this.runWhenFree(name);
    const marked = [...this.product.documents('dirtyVolunteers'), ...this.product.documents('dirtyShifts')];
    const pending = marked.length;
    if (pending > 0) this.broken.push(`liveness: ${String(pending)} marks are left`);
  }

  /** A dead instance's transaction holds its documents for up to 30 s; the next timer gets through. */
  private async runWhenFree(timer: string): Promise<void> {
    for (let attempt = 0; attempt < LOCK_SECONDS; attempt += 1) {
      try {
        await this.product.cloud.runTimer(timer);
        return;
      } catch {
        await new Promise((resolve) => setTimeout(resolve, 1_000));
      }
    }
    this.broken.push(`liveness: the ${timer} did not get through in ${String(LOCK_SECONDS)} s`);
  }

  private attendances() {
    return this.product
      .documents('attendances')
      .map((row) => documentSchemas.attendances.parse(row))
      .filter((attendance) => this.shiftIds.includes(attendance.shiftId));
  }

  private checkSafety(when: string): void {
    const attendances = this.attendances();
    this.checkSeats(attendances, when);
    this.checkLedger(attendances, when);
    this.checkTold(attendances, when);
    const accounts = this.product.documents('accounts').map((row) => row['volunteerId']);
    if (new Set(accounts).size !== accounts.length)
      this.broken.push(`${when}: two accounts share a volunteer`);
  }

  private checkSeats(attendances: ReturnType<Simulation['attendances']>, when: string): void {
    const shift = this.product.documents('shifts').find((row) => row['_id'] === this.shiftIds[0]);
    const held = attendances.filter(
      (row) =>
        row.shiftId === this.shiftIds[0] && !['enrolmentCancelled', 'waiting', 'voided'].includes(row.state),
    ).length;
    if (held !== shift?.['takenCount']) {
      this.broken.push(
        `${when}: ${String(held)} hold a seat, the shift says ${JSON.stringify(shift?.['takenCount'])}`,
      );
    }
    if (held > Number(shift?.['capacity'])) this.broken.push(`${when}: seats oversold`);
  }

  /** The ledger is whole: one entry per move, along the diagram, ending in the stored state. */
  private checkLedger(attendances: ReturnType<Simulation['attendances']>, when: string): void {
    const entries = this.product.documents('ledger').map((row) => documentSchemas.ledger.parse(row));
    for (const attendance of attendances) {
      const own = entries
        .filter((entry) => entry.attendanceId === attendance._id)
        .sort((a, b) => a.seq - b.seq);
      const isWhole = own.length === attendance.seq && own.every((entry, index) => entry.seq === index + 1);
      const follows = own.every(
        (entry, index) => index === 0 || canMove(own[index - 1]?.to ?? 'voided', entry.to),
      );
      if (!isWhole || !follows || own[own.length - 1]?.to !== attendance.state) {
        this.broken.push(`${when}: the ledger of ${attendance._id} does not lead to ${attendance.state}`);
      }
    }
    const days = this.product.documents('serviceDays').map((row) => documentSchemas.serviceDays.parse(row));
    for (const text of creditComplaints(days, attendances)) this.broken.push(`${when}: ${text}`);
  }

  /** What a client was told stays true. */
  private checkTold(attendances: ReturnType<Simulation['attendances']>, when: string): void {
    const accounts = new Map<string, string>(
      this.product
        .documents('accounts')
        .map((row) => documentSchemas.accounts.parse(row))
        .map((account) => [account._id, account.volunteerId]),
    );
    for (const [key, told] of this.told) {
      const [openId, shiftId] = key.split('|');
      if (shiftId === 'undefined') {
        if (!accounts.has(openId ?? '')) this.broken.push(`${when}: ${key} was told it is registered`);
        continue;
      }
      const id = `${shiftId ?? ''}:${String(accounts.get(openId ?? ''))}`;
      const state = attendances.find((row) => row._id === id)?.state ?? 'none';
      // A visit that expired since was checked in, as told.
      if (state !== 'expired' && (RANK[state] ?? 0) < (RANK[told] ?? 0)) {
        this.broken.push(`${when}: ${key} was told ${told}, but is ${state}`);
      }
    }
  }
}

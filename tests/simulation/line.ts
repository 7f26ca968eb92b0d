/**
 * The line of a full shift under faults: people enrol, wait, leave and come again, a guardian brings a child,
 * seats are raised, two sweeps run at once, while answers are lost, commits clash and workers die.
 */
import { responseSchema } from '@contract/wire';
import type { ProcedureName } from '@contract/procedures';
import { holdsSeat } from '@domain/attendance/attendance';
import { DAY_MS } from '@domain/time/civil-day';
import { toAttendance } from '@server/attendance/attendance-document';
import { documentSchemas, type StoredDocument } from '@server/kernel/documents';
import { childInput } from '../kit/children';
import { inHaste } from '../kit/haste';
import { registration, requestId, type TestProduct } from '../kit/product';
import { openShift, ORGANISER } from '../kit/shifts';
import { faultsOf, randomOf } from './draw';

export interface LineReport {
  readonly broken: readonly string[];
  /** seats the line gave */
  readonly given: number;
  readonly waiting: number;
}

export async function simulateLine(
  product: TestProduct,
  seed: number,
  { people, rounds, hasPosts = false }: LineWishes,
) {
  const run = new LineRun(product, seed, people, hasPosts);
  return inHaste(product.cloud.clock, () => run.run(rounds));
}

interface LineWishes {
  readonly people: number;
  readonly rounds: number;
  /** every second seat is of another post, and people differ in what they would do (AT15.2) */
  readonly hasPosts?: boolean;
}
const POST_IDS = ['p1', 'p2'] as const;

class LineRun {
  private readonly random: () => number;
  private readonly broken: string[] = [];
  private readonly children = new Map<string, string>();
  private shiftId = '';
  private capacity = 4;

  constructor(
    private readonly product: TestProduct,
    private readonly seed: number,
    private readonly people: number,
    private readonly hasPosts: boolean,
  ) {
    this.random = randomOf(seed);
  }

  async run(rounds: number): Promise<LineReport> {
    await this.prepare();
    for (const rule of faultsOf(this.seed)) this.product.cloud.faults.add(rule);
    for (let round = 0; round < rounds; round += 1) {
      const acts = Array.from({ length: this.people }, (_none, index) => this.act(index));
      await Promise.all([...acts, this.raise(), this.sweep(), this.sweep()]);
      this.check(`round ${String(round)}`);
    }
    this.product.cloud.faults.clear();
    await this.settle();
    this.check('the end');
    const ledger = this.product.documents('ledger').filter(({ source }) => source === 'line');
    return { broken: this.broken, given: ledger.length, waiting: this.shift().waitingCount };
  }

  private openIdOf(index: number): string {
    return `line-${String(this.seed)}-${String(index)}`;
  }

  private async prepare(): Promise<void> {
    for (let index = 0; index < this.people; index += 1) {
      const openId = this.openIdOf(index);
      await this.product.must(openId, 'volunteer.register', registration((this.seed % 40) * 1000 + index));
      if (index % 4 !== 0) continue;
      const input = childInput(this.product, 100 + index, 9);
      this.children.set(openId, (await this.product.must(openId, 'guardian.addChild', input)).childId);
    }
    const posts = this.hasPosts ? { posts: this.posts() } : {};
    const wishes = { capacity: this.capacity, startsInMs: 3 * DAY_MS, ...posts };
    this.shiftId = await openShift(this.product, wishes);
  }

  private async act(index: number): Promise<void> {
    const openId = this.openIdOf(index);
    const child = this.children.get(openId);
    const input = { requestId: requestId(), shiftId: this.shiftId };
    const draw = this.random();
    if (draw < 0.65) {
      const childIds = child !== undefined && draw < 0.4 ? [child] : [];
      const postIds = this.hasPosts ? POST_IDS.slice(index % 2, 1 + (index % 3)) : [];
      await this.send(openId, 'attendance.enrol', { ...input, childIds, postIds, whenFull: 'wait' });
    } else if (draw < 0.9) await this.send(openId, 'attendance.cancelEnrolment', input);
    else if (child !== undefined) {
      await this.send(openId, 'attendance.cancelEnrolment', { ...input, childIds: [child] });
    }
  }

  private async raise(): Promise<void> {
    if (this.random() < 0.5) return;
    this.capacity += 1;
    const [name, input] = this.raising();
    await this.send(ORGANISER, name, input);
  }

  private posts() {
    const asking = { minimumAge: null, requiredCourseId: null };
    const half = Math.floor(this.capacity / 2);
    return [half, this.capacity - half].map((capacity, index) => ({
      ...{ name: `岗位${String(index)}`, capacity, ...asking },
    }));
  }

  /** To as many seats as there should be by now. */
  private raising() {
    const shift = { requestId: requestId(), shiftId: this.shiftId };
    const posts = this.posts().map((one, index) => ({ ...one, postId: POST_IDS[index] ?? null }));
    return this.hasPosts
      ? (['activity.changePosts', { ...shift, posts }] as const)
      : (['activity.changeCapacity', { ...shift, capacity: this.capacity }] as const);
  }

  private async sweep(): Promise<void> {
    try {
      await this.product.cloud.runTimer('sweep');
    } catch {
      // A timer that dies is what the next one is for.
    }
  }

  private async send(openId: string, procedure: ProcedureName, input: object): Promise<void> {
    for (let attempt = 0; attempt < 3; attempt += 1) {
      try {
        const response = await fetch(`${this.product.cloud.url}/v1/functions/api`, {
          method: 'POST',
          headers: { authorization: `Bearer openid:${openId}`, 'content-type': 'application/json' },
          body: JSON.stringify({ procedure, input }),
        });
        if (response.status !== 200) continue;
        const answer = responseSchema.parse(await response.json());
        if (answer.ok || !answer.error.retryable) return;
      } catch {
        // No answer: the same request is sent again.
      }
    }
  }

  /** Without faults, and when the locks of dead instances are gone, one sweep leaves nothing owed. */
  private async settle(): Promise<void> {
    for (let attempt = 0; attempt < 45; attempt += 1) {
      await this.sweep();
      this.capacity += 1;
      const [name, input] = this.raising();
      const answer = await this.product.call(ORGANISER, name, input);
      if (answer.ok) return;
      this.capacity -= 1;
      await new Promise((resolve) => setTimeout(resolve, 1_000));
    }
    this.broken.push('liveness: the shift cannot be changed without faults');
  }

  private shift() {
    const stored = this.product.documents('shifts').find(({ _id }) => _id === this.shiftId);
    return documentSchemas.shifts.parse(stored);
  }

  private check(when: string): void {
    const shift = this.shift();
    const fail = (what: string): void => void this.broken.push(`${when}: ${what}`);
    const attendances = this.product
      .documents('attendances')
      .map((row) => toAttendance(documentSchemas.attendances.parse(row)))
      .filter(({ shiftId }) => shiftId === this.shiftId);
    const holders = attendances.filter(holdsSeat).length;
    if (holders !== shift.takenCount)
      fail(`${String(holders)} hold seats, it says ${String(shift.takenCount)}`);
    if (holders > (shift.capacity ?? 0)) fail('seats oversold');
    for (const { postId, takenCount, capacity } of shift.posts ?? []) {
      const held = attendances.filter(
        (one) => one.enrolment.post?.postId === postId && holdsSeat(one),
      ).length;
      if (held !== takenCount || held > capacity) fail(`${String(held)} hold seats of ${postId}`);
    }
    const stored = this.product.documents('lines').find(({ _id }) => _id === this.shiftId);
    const parties = stored === undefined ? [] : documentSchemas.lines.parse(stored).parties;
    const inLine = parties.flatMap(({ volunteerIds }) => volunteerIds);
    const waiting = attendances
      .filter(({ state }) => state === 'waiting')
      .map(({ volunteerId }) => volunteerId);
    if (JSON.stringify([...inLine].sort()) !== JSON.stringify([...waiting].sort())) {
      fail('the line and who waits differ');
    }
    if (inLine.length !== shift.waitingCount) fail('the shift counts another line');
    const numbers = parties.map(({ number }) => number);
    if (numbers.some((number, index) => index > 0 && number <= (numbers[index - 1] ?? 0)))
      fail('out of order');
    const isOwed = (shift.posts ?? [shift]).some((seats) => {
      const first = parties.find((party) => wouldTake(party, seats))?.volunteerIds.length ?? 0;
      return first > 0 && seats.takenCount + first <= (seats.capacity ?? 0);
    });
    if (isOwed !== shift.owesSeats) fail('seats are free, and nobody is told to give them');
    if (isOwed && when === 'the end') fail('liveness: the first in line waits beside a free seat');
    const alone = attendances.filter(
      ({ enrolment, state }) =>
        enrolment.guardianId !== null &&
        ['enrolled', 'waiting'].includes(state) &&
        attendances.find(({ volunteerId }) => volunteerId === enrolment.guardianId)?.state !== state,
    );
    if (alone.length > 0) fail('a child without its guardian');
    this.checkLedger(attendances, fail);
  }

  private checkLedger(
    attendances: readonly ReturnType<typeof toAttendance>[],
    fail: (what: string) => void,
  ): void {
    const entries = this.product.documents('ledger').map((row) => documentSchemas.ledger.parse(row));
    for (const { attendanceId, seq, state } of attendances) {
      const own = entries.filter((entry) => entry.attendanceId === attendanceId);
      if (own.length !== seq || own.find((entry) => entry.seq === seq)?.to !== state) {
        fail(`the ledger of ${attendanceId} does not lead to ${state}`);
      }
    }
  }
}

type Party = StoredDocument<'lines'>['parties'][number];
type Seats = Pick<StoredDocument<'shifts'>, 'capacity'> & { readonly postId?: string };

function wouldTake({ postIds = [], volunteerIds }: Party, { postId, capacity }: Seats): boolean {
  return postId === undefined || (postIds.includes(postId) && volunteerIds.length <= (capacity ?? 0));
}

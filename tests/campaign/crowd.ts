/** Who acts in a campaign, and what is drawn for them to do. */
import { attendanceIdOf, parseVolunteerId, type VolunteerId } from '@domain/kernel/identifiers';
import { addDays, DAY_MS, MINUTE_MS } from '@domain/time/civil-day';
import { handlers } from '@server/handlers';
import type { StoredDocument } from '@server/kernel/documents';
import { handleRequest } from '@server/kernel/router';
import { COMMUNITIES } from '../kit/arbitrary-volunteers';
import { decease, merge, uploadLate, voidRecord } from './facts';
import { KilledError, RepeatableError, type Weather } from './weather';
import { ORGANISER, POSITION, registrationOf, REVIEWER, type World } from './world';

/** Rejects with KilledError, RepeatableError or BusyError when no answer came. */
export type Deed = () => Promise<unknown>;
export interface Operation {
  readonly name: string;
  readonly deed: Deed;
}

interface Visit {
  readonly person: number;
  readonly shiftId: string;
}

const PEOPLE = 120;
const ANOTHER_ACCOUNT = 1_000_000;
/** how often of a hundred */
const OFTEN: readonly (readonly [name: string, share: number])[] = [
  ['register', 5],
  ['enrol', 8],
  ['cancelEnrolment', 4],
  ['checkIn', 28],
  ['checkOut', 27],
  ['lateUpload', 4],
  ['supplement', 4],
  ['void', 4],
  ['move', 5],
  ['leave', 1],
  ['decease', 1],
  ['merge', 1],
  ['close', 2],
  ['review', 2],
  ['claim', 4],
  ['answer', 2],
];

export class Crowd {
  private people = 0;
  private requests = 0;
  /** check-ins that nobody has checked out of: of this round, and of those before */
  private begun: Visit[] = [];
  private visits: Visit[] = [];

  constructor(
    private readonly random: () => number,
    private readonly world: World,
    private readonly weather: Weather,
    private readonly onAnswer: (answer: string) => void,
  ) {}

  endRound(): void {
    this.visits.push(...this.begun);
    this.begun = [];
  }

  endDay(): void {
    this.visits = [];
  }

  draw(): Operation {
    let roll = this.random() * 100;
    const [name] = OFTEN.find(([, share]) => (roll -= share) < 0) ?? ['checkIn'];
    const isFull = this.people >= PEOPLE && name === 'register';
    const chosen = this.people < 5 ? 'register' : isFull ? 'checkIn' : name;
    return { name: chosen, deed: this.deedOf(chosen) };
  }

  /** Everything is drawn now, so that sending it again is sending the same. */
  private deedOf(name: string): Deed {
    const person = Math.floor(this.random() * this.people);
    const [shift] = this.world.shiftsOf(this.world.today()).slice(this.random() < 0.7 ? 0 : 1);
    const id = this.volunteerOf(person);
    switch (name) {
      case 'register':
        return this.registration();
      case 'enrol':
      case 'cancelEnrolment':
        return this.request(person, `attendance.${name}`, { shiftId: shift?._id ?? '' });
      case 'close':
      case 'review':
      case 'answer':
        return this.ruling(name);
      case 'claim':
        return this.claim();
      case 'checkIn':
      case 'checkOut':
        return this.visit(name, person, shift?._id ?? '');
      case 'move':
        return this.request(person, 'volunteer.move', {
          communityCode: COMMUNITIES[Math.floor(this.random() * COMMUNITIES.length)],
        });
      case 'leave':
        return this.request(person, 'volunteer.leave', { childId: null });
      case 'supplement':
        return id === null ? () => Promise.resolve() : this.supplement(person, id);
      default:
        return id === null ? () => Promise.resolve() : this.factOf(name, id);
    }
  }

  /** Most who check out have checked in. */
  private visit(name: 'checkIn' | 'checkOut', person: number, shiftId: string): Deed {
    const place = Math.floor(this.random() * this.visits.length);
    const [visit] = name === 'checkOut' && this.random() < 0.9 ? this.visits.splice(place, 1) : [];
    const isOut = visit !== undefined || (name === 'checkOut' && this.random() < 0.2);
    if (!isOut) this.begun.push({ person, shiftId });
    return this.request(visit?.person ?? person, `attendance.${isOut ? 'checkOut' : 'checkIn'}`, {
      shiftId: visit?.shiftId ?? shiftId,
      evidence: { kind: 'location', ...POSITION, accuracyMeters: 10 },
    });
  }

  /** 补录 of one of the last days: entered, checked by another, confirmed or not. Sent again as a whole. */
  private supplement(person: number, volunteerId: VolunteerId): Deed {
    const day = addDays(this.world.today(), -1 - Math.floor(this.random() * 6));
    const shift = this.world.shiftsOf(day)[this.random() < 0.5 ? 0 : 1];
    if (shift === undefined) return () => Promise.resolve();
    const supplementId = attendanceIdOf(shift._id, volunteerId);
    const checkInAt = shift.startsAt + Math.floor(this.random() * 300) * MINUTE_MS;
    const step = { supplementId, isAccepted: this.random() < 0.85, reason: '核实过了' };
    const requests = [
      this.requestAs('maker', 'supplement.enter', {
        shiftId: shift._id,
        volunteerId,
        card: this.world.cardOf(volunteerId),
        checkInAt,
        checkOutAt: checkInAt + (1 + Math.floor(this.random() * 240)) * MINUTE_MS,
        reason: 'noNetwork',
        reasonText: '没有信号',
        evidenceIds: [shift._id],
      }),
      this.requestAs('checker', 'supplement.check', step),
      this.request(person, 'supplement.answer', { ...step, isAccepted: this.random() < 0.85 }),
    ];
    return async () => {
      for (const send of requests) await send();
    };
  }

  private factOf(name: string, id: VolunteerId): Deed {
    const { ports } = this.world;
    const other = this.volunteerOf(Math.floor(this.random() * this.people));
    const past = addDays(this.world.today(), -1 - Math.floor(this.random() * 500));
    const minutes = Math.floor(this.random() * 200);
    const [shift] = this.world.shiftsOf(past);
    const record = this.someRecord();
    const nothing: Deed = () => Promise.resolve();
    switch (name) {
      case 'lateUpload':
        return shift === undefined ? nothing : () => uploadLate(ports, id, shift, minutes);
      case 'void':
        return record === undefined ? nothing : () => voidRecord(ports, record);
      case 'decease':
        return () => decease(ports, id);
      default:
        return other === null || other === id ? nothing : () => merge(ports, id, other);
    }
  }

  /** What an organiser and a reviewer do: a head-count, a decision, an answer. */
  private ruling(name: 'close' | 'review' | 'answer'): Deed {
    const { store } = this.world;
    const oneOf = (collection: 'closings' | 'claims') => {
      const waiting = [...store.all(collection).values()].filter(
        ({ isWaiting, state }) => isWaiting === true || state === 'waiting',
      );
      return waiting[Math.floor(this.random() * waiting.length)];
    };
    const heads = Math.floor(this.random() * 5);
    const isFair = this.random() < 0.5;
    if (name === 'close') {
      const past = addDays(this.world.today(), -Math.floor(this.random() * 4));
      const [shift] = this.world.shiftsOf(past);
      const input = { shiftId: shift?._id ?? '', headCount: heads };
      return this.requestAs(ORGANISER, 'attendance.closeShift', input);
    }
    if (name === 'review') {
      const closing = oneOf('closings');
      const recordedCount = Number(closing?.['recordedCount'] ?? 0);
      const choice = isFair ? { kind: 'accept' } : { kind: 'headCount', headCount: heads };
      const input = { shiftId: String(closing?._id), recordedCount, choice, reason: '已核实' };
      return this.requestAs(REVIEWER, 'attendance.decideClosingReview', input);
    }
    const input = { attendanceId: String(oneOf('claims')?._id), verdict: isFair ? 'accept' : 'refuse' };
    const times = { arrivedAt: null, leftAt: null, reason: '已核实' };
    return this.requestAs(REVIEWER, 'attendance.answerClaim', { ...input, ...times });
  }

  /** Somebody says that an own record of the last days is wrong. */
  private claim(): Deed {
    const record = this.someRecord(this.world.now - 9 * DAY_MS);
    const person = Array.from({ length: this.people }, (_none, index) => index).find(
      (index) => this.volunteerOf(index) === record?.volunteerId,
    );
    const roll = this.random();
    const kind = record?.state === 'expired' ? 'forgotten' : roll < 0.7 ? 'times' : 'notMine';
    const leftAt = (record?.checkIn?.at ?? this.world.now) + Math.floor(1 + this.random() * 240) * MINUTE_MS;
    return this.request(person ?? 0, 'attendance.makeClaim', {
      ...{ shiftId: record?.shiftId ?? '', kind, arrivedAt: null, leftAt },
      statement: '记录有误',
    });
  }

  /** One in eight tries with the id number of the one before. */
  private registration(): Deed {
    const isSomebodyElse = this.people > 0 && this.random() < 0.12;
    const number = isSomebodyElse ? this.people - 1 : this.people;
    if (!isSomebodyElse) this.people += 1;
    const account = isSomebodyElse ? number + ANOTHER_ACCOUNT : number;
    return this.request(account, 'volunteer.register', registrationOf(number));
  }

  private request(person: number, procedure: string, input: object): Deed {
    return this.requestAs(`person-${String(person)}`, procedure, input);
  }

  private requestAs(openId: string, procedure: string, input: object): Deed {
    this.requests += 1;
    const requestId = `campaign-request-${String(this.requests).padStart(8, '0')}`;
    const event = { procedure, input: { ...input, requestId } };
    return async () => {
      const before = this.weather.fired.get('killed') ?? 0;
      const answer = await handleRequest(handlers, this.world.ports, event, openId);
      const code = answer.ok ? 'accepted' : answer.error.code;
      if (code !== 'system.busy' && code !== 'system.internal') {
        this.onAnswer(answer.ok ? 'accepted' : `refused: ${code}`);
        return;
      }
      if ((this.weather.fired.get('killed') ?? 0) > before) throw new KilledError('no answer');
      throw new RepeatableError(code);
    };
  }

  private volunteerOf(person: number): VolunteerId | null {
    const account = this.world.store.all('accounts').get(`person-${String(person)}`);
    return account === undefined ? null : parseVolunteerId(String(account['volunteerId']));
  }

  private someRecord(since = 0): StoredDocument<'attendances'> | undefined {
    const records = [...this.world.store.all('attendances').values()].filter(
      ({ startsAt }) => Number(startsAt) >= since,
    );
    return parseRecord(records[Math.floor(this.random() * records.length)]);
  }
}

function parseRecord(document: unknown): StoredDocument<'attendances'> | undefined {
  return document as StoredDocument<'attendances'> | undefined;
}

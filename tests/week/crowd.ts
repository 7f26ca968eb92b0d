/** The volunteers of the week: what each does at a moment, honestly or not, from one phone or from two. */
import type { AttendanceSummary } from '@contract/attendance-view';
import type { EvidenceInput } from '@contract/attendance.contract';
import type { PresenceDeed } from '@domain/attendance/decide-presence';
import { CODE_STEP_MS, codeStepAt } from '@domain/attendance/check-in-code';
import { HOUR_MS, MINUTE_MS } from '@domain/time/civil-day';
import { registration } from '../kit/product';
import { toldOf, type Book } from './book';
import { codeOf, digitsOf, positionAt, type City, type Station, type WeekShift } from './city';
import type { Desk } from './desk';
import { Phone, type Final } from './phone';
import type { Road } from './road';

export interface Person {
  readonly openId: string;
  readonly number: number;
  readonly phones: readonly Phone[];
  /** what this person believes, by shift */
  readonly at: Map<string, 'enrolled' | 'in' | 'out'>;
}

export interface Surroundings {
  readonly city: City;
  readonly road: Road;
  readonly desk: Desk;
  readonly book: Book;
  readonly random: () => number;
}

const LONGEST_SKEW_MS = 3 * HOUR_MS;
const LONGEST_ERROR_MS = 5_000;
/** more than any two of our clocks differ: instances, and what phones know of the server's time */
const CLOCKS_APART_MS = 10_000;
/** less than the day after which a command is dropped (AT5) */
const LONGEST_AWAY_MS = 10 * HOUR_MS;
/** a screen shows the code by its own clock, and a scan takes a while */
const SCREEN_SKEW_MS = 10_000;

export class Crowd {
  readonly people: Person[] = [];
  /** requests with a code that is worth nothing: forwarded, old, of another shift, forged */
  readonly replays = new Set<string>();
  private readonly byOpenId = new Map<string, Person>();

  constructor(
    private readonly around: Surroundings,
    private readonly seed: number,
  ) {}

  add(number: number): Person {
    const { road, random } = this.around;
    const openId = `week-${String(this.seed)}-${String(number)}`;
    const phones = Array.from({ length: random() < 0.3 ? 2 : 1 }, () => {
      const skewMs = Math.floor((random() - 0.5) * 2 * LONGEST_SKEW_MS);
      return new Phone(openId, road, skewMs, errorOf(random), this.onFinal);
    });
    const person = { openId, number, phones, at: new Map() };
    this.people.push(person);
    this.byOpenId.set(openId, person);
    return person;
  }

  /** Some try with the id number of somebody else first: refused. */
  async register({ openId, number }: Person): Promise<void> {
    const { desk, book, city, road } = this.around;
    const communityCode = city.communities[number % city.communities.length] ?? '';
    const input = { ...registration(number), requestId: road.requestId(), communityCode };
    await desk.do(openId, 'volunteer.register', input, () => void book.registered.add(openId));
    if (number % 20 !== 7) return;
    const other = { ...registration(number - 1), requestId: road.requestId(), communityCode };
    await desk.do(openId, 'volunteer.register', other);
  }

  /** The network comes and goes, the app is restarted, what waits is sent. */
  async wake({ phones }: Person): Promise<void> {
    const { random } = this.around;
    for (const phone of phones) {
      const isBack = phone.waitingMs() > LONGEST_AWAY_MS;
      phone.isOnline = isBack || random() < (phone.isOnline ? 0.9 : 0.45);
      if (random() < 0.05) phone.restart();
      await phone.upload();
    }
  }

  isWaiting({ phones }: Person): boolean {
    return phones.some((phone) => phone.waiting() > 0);
  }

  async act(person: Person): Promise<void> {
    const { city, road, random } = this.around;
    const now = road.now();
    const inside = city.open('checkOut', now).filter(({ shiftId }) => person.at.get(shiftId) === 'in');
    const draw = random();
    const elsewhere = this.placeToGo(person, now);
    if (inside.length === 1 && draw < 0.45) return this.present(person, elsewhere, 'checkIn');
    if (inside.length > 0 && draw < 0.8) {
      for (const shift of inside) await this.present(person, shift, 'checkOut');
      return;
    }
    if (draw < 0.3) return this.enrol(person, this.placeAhead(now));
    if (draw < 0.4) return this.cancel(person);
    if (draw < 0.78) return this.present(person, elsewhere, 'checkIn');
    if (draw < 0.83) return this.present(person, this.pick(city.open('checkOut', now)), 'checkOut');
    if (draw < 0.92) return this.replay(person, this.pick(city.open('checkOut', now)));
    return this.wish(person, this.pick(city.open('checkIn', now)));
  }

  /** Where one is enrolled first; then where one is not yet, also while one is somewhere else. */
  private placeToGo(person: Person, now: number): WeekShift | null {
    const open = this.around.city.open('checkIn', now);
    const isAt = ({ shiftId }: WeekShift): boolean => ['in', 'out'].includes(person.at.get(shiftId) ?? '');
    const mine = open.filter(({ shiftId }) => person.at.get(shiftId) === 'enrolled');
    if (mine.length > 0 && this.around.random() < 0.8) return this.pick(mine);
    return this.pick(this.around.random() < 0.9 ? open.filter((shift) => !isAt(shift)) : open);
  }

  /** Mostly where seats are few. */
  private placeAhead(now: number): WeekShift | null {
    const ahead = this.around.city.ahead(now, 36);
    const few = ahead.filter(({ capacity }) => capacity !== null);
    return this.pick(few.length > 0 && this.around.random() < 0.8 ? few : ahead);
  }

  private pick<One>(list: readonly One[]): One | null {
    return list[Math.floor(this.around.random() * list.length)] ?? null;
  }

  private async enrol(person: Person, shift: WeekShift | null): Promise<void> {
    if (shift === null) return;
    const whenFull = this.around.random() < 0.7 ? ('wait' as const) : ('refuse' as const);
    const input = { requestId: this.around.road.requestId(), shiftId: shift.shiftId, whenFull };
    await this.phoneOf(person)?.do('attendance.enrol', input);
  }

  private async cancel(person: Person): Promise<void> {
    const shiftId = this.pick([...person.at].filter(([, what]) => what === 'enrolled').map(([id]) => id));
    if (shiftId === null) return;
    const input = { requestId: this.around.road.requestId(), shiftId };
    await this.phoneOf(person)?.do('attendance.cancelEnrolment', input);
  }

  /** From one phone, or from both at the same moment. */
  private async present(person: Person, shift: WeekShift | null, deed: PresenceDeed): Promise<void> {
    if (shift === null) return;
    const both = this.around.random() < 0.3 ? person.phones : [this.phoneOf(person)];
    if (both.length > 1) this.around.road.count('two phones at once');
    await Promise.all(both.map((phone) => this.scan(phone, shift, deed, this.honest(shift))));
  }

  private async scan(
    phone: Phone | null,
    { shiftId }: WeekShift,
    deed: PresenceDeed,
    evidence: EvidenceInput,
    requestId = this.around.road.requestId(),
  ): Promise<void> {
    this.around.road.count(`tried: ${evidence.kind}`);
    if (phone === null) return;
    const input = { requestId, shiftId, evidence, scannedAt: phone.serverNow() };
    await phone.do(`attendance.${deed}`, input);
  }

  private honest({ seed, station }: WeekShift): EvidenceInput {
    const { road, random } = this.around;
    const shown = road.now() + (random() - 0.5) * 2 * SCREEN_SKEW_MS - random() * CODE_STEP_MS;
    const draw = random();
    if (seed !== null && draw < 0.5) return codeOf(seed, codeStepAt(shown));
    if (seed !== null && draw < 0.65) return digitsOf(seed, codeStepAt(shown));
    if (station.scene !== null && draw < 0.75) {
      return { kind: 'placeCode', scene: station.scene, ...positionAt(station, random() * 150) };
    }
    return { kind: 'location', ...positionAt(station, random() < 0.1 ? 5_000 : random() * 150) };
  }

  /** A picture of a code, forwarded; a code of another shift or place; a forged one. */
  private async replay(person: Person, shift: WeekShift | null): Promise<void> {
    const phone = this.phoneOf(person);
    const seed = shift?.seed ?? null;
    if (shift === null || seed === null || phone === null) return;
    const forged = this.worthless(shift, seed, phone.isOnline);
    if (forged === null) return;
    const requestId = this.around.road.requestId();
    this.replays.add(requestId);
    this.around.road.count('replays tried');
    const deed = person.at.get(shift.shiftId) === 'in' ? 'checkOut' : 'checkIn';
    await this.scan(phone, shift, deed, forged, requestId);
  }

  private worthless(shift: WeekShift, seed: Uint8Array, isOnline: boolean): EvidenceInput | null {
    const { road, random, city } = this.around;
    const draw = random();
    // No instance takes it for younger: its last moment is over by every clock.
    const past = codeStepAt(road.now() - CLOCKS_APART_MS) - 2;
    const old = past - (random() < 0.6 ? Math.floor(random() * 2) : Math.floor(random() * 900));
    if (draw < 0.5) return codeOf(seed, old);
    if (draw < 0.65) return digitsOf(seed, old);
    const step = codeStepAt(road.now());
    // Ahead of every clock; a phone without a network would send it when its time has come.
    if (draw < 0.75) return isOnline ? codeOf(seed, step + 40 + Math.floor(random() * 40)) : null;
    const other = this.pick(city.open('checkOut', road.now()).filter((one) => one !== shift));
    const otherSeed = other?.seed ?? null;
    if (draw < 0.85) return otherSeed === null ? null : codeOf(otherSeed, step);
    if (draw < 0.93) return { kind: 'rotatingCode', code: `${step.toString(36)}.AAAAAAAAAA` };
    return foreignPlace(other?.station, shift.station);
  }

  /** 地点码 without a position: a wish that somebody must confirm. */
  private async wish({ openId, at }: Person, shift: WeekShift | null): Promise<void> {
    if (shift === null || shift.station.scene === null) return;
    const { desk, road } = this.around;
    const { shiftId, station } = shift;
    const deed = at.get(shiftId) === 'in' ? ('checkOut' as const) : ('checkIn' as const);
    const input = { requestId: road.requestId(), shiftId, deed, scene: station.scene ?? '' };
    await desk.do(openId, 'attendance.requestConfirmation', input);
  }

  private phoneOf({ phones }: Person): Phone | null {
    return this.pick(phones);
  }

  private readonly onFinal: Final = (openId, name, input, answer) => {
    const { road, book } = this.around;
    road.count('final answers');
    if ('refusal' in answer) {
      road.count(`refused: ${answer.refusal.code}`);
      return;
    }
    const { attendance, outcome } = parseOutcome(answer.output);
    road.count(`accepted: ${name} ${outcome}`);
    if (this.replays.has(input.requestId) && outcome !== 'already') road.count('replays accepted');
    if (attendance !== null) book.told.push(toldOf(openId, attendance));
    const person = this.byOpenId.get(openId);
    if (person !== undefined && attendance !== null) believe(person, attendance);
  };

  /** How long a person keeps a belief: until the shift is long over. */
  forget(now: number): void {
    const over = this.around.city.shifts.filter(({ endsAt }) => endsAt + 6 * HOUR_MS + MINUTE_MS < now);
    for (const { at } of this.people) for (const { shiftId } of over) at.delete(shiftId);
  }
}

/** What a phone does not know of the server's clock: the network's share. */
export function errorOf(random: () => number): number {
  return Math.floor((random() - 0.5) * 2 * LONGEST_ERROR_MS);
}

/** Somebody else's printed code, at the right spot. */
function foreignPlace(other: Station | undefined, here: Station): EvidenceInput | null {
  if (other === undefined || other === here || other.scene === null) return null;
  return { kind: 'placeCode', scene: other.scene, ...positionAt(here, 10) };
}

function believe({ at }: Person, { shiftId, state }: AttendanceSummary): void {
  if (state === 'enrolled' || state === 'waiting') at.set(shiftId, 'enrolled');
  else if (state === 'checkedIn') at.set(shiftId, 'in');
  else if (state === 'enrolmentCancelled' || state === 'voided') at.delete(shiftId);
  else at.set(shiftId, 'out');
}

interface Outcome {
  readonly attendance: AttendanceSummary | null;
  readonly outcome: string;
}
/** All four commands of the outbox answer so. */
function parseOutcome(output: unknown): Outcome {
  return output as Outcome;
}

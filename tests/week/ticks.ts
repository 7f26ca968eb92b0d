/** 离线点名 and 补传 (AT5): organisers tick people on their phones, and say of late scans what they are worth. */
import type { OutputOf } from '@contract/procedures';
import type { Failure } from '@contract/wire';
import { HOUR_MS } from '@domain/time/civil-day';
import type { WeekShift } from './city';
import { errorOf, type Surroundings } from './crowd';
import { Phone } from './phone';

const LONGEST_SKEW_MS = HOUR_MS;

export class Ticks {
  private readonly phones = new Map<string, Phone>();

  constructor(private readonly around: Surroundings) {}

  waiting(): number {
    return [...this.phones.values()].reduce((sum, phone) => sum + phone.waiting(), 0);
  }

  /** The network comes and goes; `isCalm`: it is there. */
  async wake(isCalm: boolean): Promise<void> {
    const { random } = this.around;
    for (const phone of this.phones.values()) {
      phone.isOnline = isCalm || random() < 0.6;
      if (random() < 0.1) phone.restart();
      await phone.upload();
    }
  }

  /** Some of the roster, in or out, now – with a network or without. */
  async tick({ shiftId, station }: WeekShift): Promise<void> {
    const { desk, road, random } = this.around;
    const phone = this.phoneOf(station.organiser);
    const roster = await desk.look(station.organiser, 'attendance.listTickRoster', { shiftId, cursor: null });
    for (const { volunteerId } of (roster?.people ?? []).filter(() => random() < 0.3).slice(0, 6)) {
      const deed = random() < 0.5 ? ('checkIn' as const) : ('checkOut' as const);
      const input = { requestId: road.requestId(), shiftId, volunteerId, deed, tickedAt: phone.serverNow() };
      await phone.do('attendance.tick', input);
    }
  }

  /** Vouched for, mostly. */
  async review({ shiftId, station }: WeekShift): Promise<void> {
    const { desk, road, random } = this.around;
    const late = await desk.look(station.organiser, 'attendance.listLateVisits', { shiftId, cursor: null });
    for (const { volunteerId } of (late?.visits ?? []).slice(0, 5)) {
      const verdict = random() < 0.7 ? ('vouch' as const) : ('refuse' as const);
      const input = { requestId: road.requestId(), shiftId, volunteerId, verdict };
      await desk.do(station.organiser, 'attendance.reviewLateVisit', input, ({ person, outcome }) => {
        road.count(`late visit ${verdict} ${outcome}`);
        this.note(station.organiser, shiftId, person);
      });
    }
  }

  private note(openId: string, shiftId: string, person: OutputOf<'attendance.tick'>['person']): void {
    const { volunteerId, state, checkedInAt, checkedOutAt } = person;
    this.around.book.told.push({
      openId,
      shiftId,
      volunteerId,
      state,
      minutes: null,
      checkedInAt,
      checkedOutAt,
    });
  }

  private phoneOf(organiser: string): Phone {
    const known = this.phones.get(organiser);
    if (known !== undefined) return known;
    const { road, random } = this.around;
    const skewMs = Math.floor((random() - 0.5) * 2 * LONGEST_SKEW_MS);
    const phone = new Phone(organiser, road, skewMs, errorOf(random), (openId, _name, input, answer) => {
      if ('shiftId' in input) this.finish(openId, input.shiftId, answer);
    });
    this.phones.set(organiser, phone);
    return phone;
  }

  private finish(
    openId: string,
    shiftId: string,
    answer: { readonly output: unknown } | { readonly refusal: Failure },
  ): void {
    const { road } = this.around;
    road.count('final answers');
    if ('refusal' in answer) {
      road.count(`refused: ${answer.refusal.code}`);
      return;
    }
    const { person, outcome } = parseTicked(answer.output);
    road.count(`accepted: attendance.tick ${outcome}`);
    this.note(openId, shiftId, person);
  }
}

/** An organiser's phone sends nothing but ticks. */
function parseTicked(output: unknown): OutputOf<'attendance.tick'> {
  return output as OutputOf<'attendance.tick'>;
}

/**
 * The campaign of messages (ME11): people enrol, wait, come, forget to check out and answer WeChat's dialog,
 * organisers call shifts off, and two or three timers at once die everywhere. Then every message is compared
 * with what WeChat delivered.
 */
import { codeStepAt } from '@domain/attendance/check-in-code';
import { parseShiftId } from '@domain/kernel/identifiers';
import { ASKED_AFTER, isPlanned, type MessageKind, type Occasion } from '@domain/message/message-kind';
import { addDays, HOUR_MS, MINUTE_MS, startOfDay, type CivilDay } from '@domain/time/civil-day';
import type { StoredDocument } from '@server/kernel/documents';
import { runMessages } from '@server/message/run-messages';
import { compareMessages, type Tap } from './compare-messages';
import { OfflineCity } from './offline-city';
import { codeOf, grantOf } from './shift-kit';
import { templateOf, TEMPLATES, Wechat } from './wechat';
import { registrationOf } from './world';

export interface MessageReport {
  readonly sent: number;
  readonly counts: ReadonlyMap<string, number>;
  /** in words; empty when every message came exactly once, or is known to be not known */
  readonly differences: readonly string[];
}

type Shift = StoredDocument<'shifts'>;
const ORGANISER = 'the-organiser';
const PEOPLE = 60;
const DAYS = 4;
/** first hour, hours, seats: before the morning, by day with a line, and into the night */
const SHIFTS: readonly (readonly [number, number, number | null])[] = [
  [6, 2, null],
  [9, 3, 12],
  [14, 3, null],
  [20, 3, 20],
];
const TIMER_MS = 5 * MINUTE_MS;

export const runMessageCampaign = (seed: number): Promise<MessageReport> => new MessageCampaign(seed).run();

class MessageCampaign {
  private readonly city: OfflineCity;
  private readonly wechat: Wechat;
  private readonly taps: Tap[] = [];
  private shiftCount = 0;

  constructor(seed: number) {
    this.city = new OfflineCity(seed);
    this.wechat = new Wechat(this.city);
    const { world } = this.city;
    const platform = { ...world.ports.platform, sendMessage: this.wechat.send.bind(this.wechat) };
    world.ports = { ...world.ports, platform, messageTemplates: TEMPLATES };
  }

  async run(): Promise<MessageReport> {
    const { city, wechat, taps } = this;
    const { world, weather, counts } = city;
    await city.calmly(() => this.beginCity());
    const first = addDays(world.today(), 1);
    for (let day = 0; day < DAYS; day += 1) this.planDay(addDays(first, day));
    this.planTimers(world.now, startOfDay(addDays(first, DAYS + 1)));
    await city.live();
    await city.calmly(() => this.settle());
    const compared = compareMessages(world.store, wechat.deliveries, taps);
    for (const [fault, count] of weather.fired) counts.set(fault, count);
    for (const { message } of wechat.deliveries) city.count(`delivered by ${message.templateId}`);
    for (const [state, count] of compared.states) counts.set(`messages ${state}`, count);
    return { sent: wechat.deliveries.length, counts, differences: compared.differences };
  }

  private async beginCity(): Promise<void> {
    const { world } = this.city;
    world.store.put('roleGrants', grantOf(ORGANISER, world.now));
    // What calling a shift off reads and counts of its activity.
    world.store.put('activities', { _id: 'activity01', state: 'published', cancelledShiftCount: 0 });
    for (let person = 0; person < PEOPLE; person += 1) {
      await this.city.must(`person-${String(person)}`, 'volunteer.register', registrationOf(person));
    }
  }

  private planTimers(from: number, to: number): void {
    const { city } = this;
    for (let at = from; at < to; at += TIMER_MS) {
      const count = 1 + Math.floor(city.random() * 3);
      for (let run = 0; run < count; run += 1) city.plan(at, () => this.runTimer());
    }
  }

  private async runTimer(): Promise<void> {
    await runMessages(this.city.world.ports);
  }

  private planDay(day: CivilDay): void {
    const { city } = this;
    for (const [hour, hours, capacity] of SHIFTS) {
      const shift = this.addShift(day, startOfDay(day) + hour * HOUR_MS, hours, capacity);
      if (city.random() < 0.15) {
        const at = shift.startsAt - Math.floor((0.2 + city.random() * 14) * HOUR_MS);
        const input = { shiftId: shift._id, reason: '暴雨橙色预警' };
        city.plan(at, async () => {
          if (await city.ask(ORGANISER, 'activity.cancelShift', input)) city.count('shift called off');
        });
      }
      for (let person = 0; person < PEOPLE; person += 1) {
        if (city.random() < 0.6) this.planVisit(`person-${String(person)}`, shift);
      }
    }
  }

  private addShift(day: CivilDay, startsAt: number, hours: number, capacity: number | null): Shift {
    const { store, ports } = this.city.world;
    const [like] = this.city.world.shiftsOf(day);
    if (like === undefined) throw new Error('every day has shifts');
    this.shiftCount += 1;
    const text = `message-${String(this.shiftCount)}`;
    const _id = parseShiftId(ports.secrets.shortId('campaign-shift', text));
    const shift = { ...like, _id, startsAt, endsAt: startsAt + hours * HOUR_MS, capacity };
    store.put('shifts', shift);
    return shift;
  }

  private planVisit(person: string, shift: Shift): void {
    const { city } = this;
    const { random } = city;
    const { _id: shiftId, startsAt, endsAt } = shift;
    const enrolAt = startsAt - Math.floor((1 + random() * 18) * HOUR_MS);
    city.plan(enrolAt, async () => {
      if (!(await city.ask(person, 'attendance.enrol', { shiftId, whenFull: 'wait' }))) return;
      const state = this.stateOf(person, shift);
      if (state === 'enrolled' || state === 'waiting') await this.answerCard(person, state, shift);
    });
    if (random() < 0.2) {
      const at = enrolAt + Math.floor(random() * (startsAt - enrolAt));
      city.plan(at, () => city.ask(person, 'attendance.cancelEnrolment', { shiftId }));
    }
    if (random() > 0.85) return;
    const inAt = startsAt + Math.floor((random() - 0.3) * HOUR_MS);
    city.plan(inAt, async () => {
      const evidence = codeOf(city.world, shift, codeStepAt(city.world.now), random());
      if (this.stateOf(person, shift) !== 'enrolled') return;
      const isIn = await city.ask(person, 'attendance.checkIn', { shiftId, evidence });
      if (isIn) await this.answerCard(person, 'checkedIn', shift);
    });
    if (random() < 0.5) {
      const evidence = codeOf(city.world, shift, codeStepAt(endsAt), random());
      city.plan(endsAt, () => city.ask(person, 'attendance.checkOut', { shiftId, evidence }));
    } else if (random() < 0.5) {
      const tickedAt = endsAt + 30 * MINUTE_MS;
      const tick = { shiftId, volunteerId: city.volunteerOf(person), deed: 'checkOut', tickedAt };
      city.plan(tickedAt, () => city.ask(ORGANISER, 'attendance.tick', tick));
    }
  }

  private stateOf(person: string, { _id }: Shift): string {
    const id = `${_id}:${this.city.volunteerOf(person)}`;
    return String(this.city.world.store.all('attendances').get(id)?.['state']);
  }

  /** What a card offers is tapped or not; the phone may die before it reports, or report twice. */
  private async answerCard(person: string, kind: Exclude<Occasion, 'certificateIssued'>, shift: Shift) {
    const { city } = this;
    const occasion = { kind, shiftId: shift._id };
    const draw = city.random();
    if (draw < 0.1) return;
    const answer = draw < 0.14 ? 'reject' : 'accept';
    const kinds: readonly MessageKind[] = ASKED_AFTER[kind];
    const answers = kinds.map((one) => ({ kind: one, templateId: templateOf(one), answer }));
    if (answer === 'accept') for (const one of answers) this.wechat.accept(person, one.templateId);
    if (city.random() < 0.03) {
      city.count('phone died before it reported');
      return;
    }
    const input = { requestId: city.requestId(), occasion, answers };
    const twice = city.random() < 0.1 ? [1, 2] : [1];
    const results = await Promise.all(
      twice.map(() => city.ask(person, 'message.recordChoices', input).catch(() => null)),
    );
    const isSure = results.includes(true) || (await this.isStored(person, input));
    const volunteerId = city.volunteerOf(person);
    for (const one of isSure ? kinds : []) {
      const planned = isPlanned(one) ? shift._id : null;
      this.taps.push({ person, volunteerId, kind: one, answer, at: city.world.now, planned });
    }
  }

  /** The outbox of the phone would ask again: here it does so in calm weather. */
  private async isStored(person: string, input: object): Promise<boolean> {
    let isOk = false;
    await this.city.calmly(async () => {
      isOk = await this.city.ask(person, 'message.recordChoices', input);
    });
    return isOk;
  }

  /** Everything that was ever due, until nothing is open. */
  private async settle(): Promise<void> {
    const { world } = this.city;
    for (let run = 0; run < 60; run += 1) {
      world.now += 20 * MINUTE_MS;
      await this.runTimer();
    }
  }
}

/** What organisers and offices do: cards, head-counts, confirmations, seats, cancellations, voids, moves. */
import { linkOfScene } from '@domain/link/link';
import { civilDayOf } from '@domain/time/civil-day';
import { TestClient } from '@local-cloud/database/test-client';
import type { JsonValue } from '@local-cloud/host/json';
import type { HelpedInput } from '@contract/assist.contract';
import type { InputOf, OutputOf } from '@contract/procedures';
import { textAt } from '../bench/measure';
import type { TestProduct } from '../kit/product';
import { CITY_OFFICE } from '../kit/shifts';
import type { WeekShift } from './city';
import type { Person, Surroundings } from './crowd';
import type { Facts, Visit } from './facts';
import type { Ticks } from './ticks';

export class Offices {
  private readonly cards = new Map<string, string>();

  constructor(
    private readonly product: TestProduct,
    private readonly around: Surroundings,
    private readonly ticks: Ticks,
  ) {}

  /** One organiser at one of the shifts. */
  async run(shift: WeekShift, people: readonly Person[]): Promise<void> {
    const draw = this.around.random();
    if (draw < 0.25) await this.scanCards(shift, people);
    else if (draw < 0.45) await this.countHeads(shift);
    else if (draw < 0.7) await this.confirm(shift);
    else if (draw < 0.73) await this.around.city.print(shift.station, shift.shiftId);
    else await this.ticks.tick(shift);
    if (this.around.random() < 0.8) await this.ticks.review(shift);
  }

  /** Of a shift that is still ahead: other seats, or none at all. */
  async plan(shift: WeekShift): Promise<void> {
    const { desk, road, random } = this.around;
    const { shiftId, station, capacity } = shift;
    const requestId = road.requestId();
    if (random() < 0.04) {
      await desk.do(station.organiser, 'activity.cancelShift', { requestId, shiftId, reason: '天气原因' });
    } else if (capacity !== null) {
      // From half as many to half as many again: where few seats are, a line stays.
      const seats = Math.ceil(capacity / 2) + Math.floor(random() * (capacity + 1));
      const input = { requestId, shiftId, capacity: seats };
      await desk.do(station.organiser, 'activity.changeCapacity', input);
    }
  }

  /** Handed out one after another; a card that was replaced is refused. */
  private async scanCards(shift: WeekShift, people: readonly Person[]): Promise<void> {
    const { road, random } = this.around;
    const chosen = new Map<string, HelpedInput>();
    for (let card = 0; card < 3; card += 1) {
      const person = people[Math.floor(random() * people.length)];
      const link = linkOfScene((await this.cardOf(person)) ?? '');
      if (link?.kind !== 'card') continue;
      const { id: volunteerId, version, proof } = link;
      chosen.set(volunteerId, { volunteerId, card: { version, proof } });
    }
    if (chosen.size === 0) return;
    const deed = random() < 0.5 ? ('checkIn' as const) : ('checkOut' as const);
    const input = { deed, people: [...chosen.values()], headCount: null, shiftId: shift.shiftId };
    await this.assist(shift, { ...input, requestId: road.requestId() });
  }

  /** Now and then somebody has taken a new one, and shows the old one all the same. */
  private async cardOf(person: Person | undefined): Promise<string | null> {
    if (person === undefined) return null;
    const { desk, road, random } = this.around;
    const known = this.cards.get(person.openId);
    if (known !== undefined && random() < 0.9) return known;
    const card = await desk.look(person.openId, 'attendance.getMyCard', {});
    if (card === null) return null;
    this.cards.set(person.openId, card.scene);
    if (random() < 0.1) {
      const input = { requestId: road.requestId(), version: card.version };
      await desk.do(person.openId, 'attendance.replaceMyCard', input);
    }
    return card.scene;
  }

  /** People chosen from the list and heads counted: now and then the numbers differ. */
  private async countHeads(shift: WeekShift): Promise<void> {
    const { desk, road, random } = this.around;
    const { shiftId, station } = shift;
    const roster = await desk.look(station.organiser, 'attendance.listRoster', { shiftId, cursor: null });
    const chosen = (roster?.people ?? []).filter(() => random() < 0.4).slice(0, 8);
    if (chosen.length === 0) return;
    const headCount = chosen.length + (random() < 0.1 ? 1 : 0);
    const deed = random() < 0.5 ? ('checkIn' as const) : ('checkOut' as const);
    const people = chosen.map(({ volunteerId }) => ({ volunteerId, card: null }));
    await this.assist(shift, { requestId: road.requestId(), shiftId, deed, people, headCount });
  }

  private async assist(shift: WeekShift, input: InputOf<'attendance.assist'>): Promise<void> {
    const { desk } = this.around;
    await desk.do(shift.station.organiser, 'attendance.assist', input, ({ people }) => {
      for (const one of people) this.note(shift, input.deed, one);
    });
  }

  private note(
    { shiftId, station }: WeekShift,
    deed: 'checkIn' | 'checkOut',
    { volunteerId, outcome, at, refusal }: OutputOf<'attendance.assist'>['people'][number],
  ): void {
    const { road, book } = this.around;
    road.count(refusal === null ? `helped: ${deed} ${outcome}` : `refused: ${refusal.code}`);
    if (at === null) return;
    const said = { volunteerId, openId: station.organiser, shiftId, state: null, minutes: null };
    const [checkedInAt, checkedOutAt] = deed === 'checkIn' ? [at, null] : [null, at];
    book.told.push({ ...said, checkedInAt, checkedOutAt });
  }

  private async confirm({ shiftId, station }: WeekShift): Promise<void> {
    const { desk, road, random } = this.around;
    const asked = await desk.look(station.organiser, 'attendance.listConfirmations', { shiftId });
    for (const { volunteerId, deed } of (asked?.waiting ?? []).slice(0, 5)) {
      const input = { requestId: road.requestId(), shiftId, volunteerId, deed, isHere: random() < 0.8 };
      await desk.do(station.organiser, 'attendance.answerConfirmation', input, ({ state }) => {
        road.count(`confirmation ${state}`);
      });
    }
  }

  /** The city's office: what is over the tier, as served or reduced; and a record taken back. */
  async govern(facts: Facts): Promise<void> {
    const { desk, road, random, book } = this.around;
    const waiting = await desk.look(CITY_OFFICE, 'attendance.listApprovals', { cursor: null });
    // Demo people wait for approvals too.
    const ours = (waiting?.approvals ?? []).filter(({ attendanceId }) => facts.visits.has(attendanceId));
    for (const { attendanceId, minutes } of ours.slice(0, 5)) {
      const isReduced = random() < 0.4;
      const decided = isReduced ? Math.floor(minutes * random()) : null;
      const input = {
        requestId: road.requestId(),
        attendanceId,
        minutes: decided,
        reason: isReduced ? '核减' : '',
      };
      await desk.do(CITY_OFFICE, 'attendance.decideApproval', input, ({ outcome, creditedMinutes }) => {
        if (outcome !== 'approved') return;
        book.told.push({ ...recordOf(attendanceId), state: 'confirmed', minutes: creditedMinutes });
      });
    }
    const visit = random() < 0.4 ? undefined : this.toTakeBack(facts);
    if (visit === undefined) return;
    const input = { requestId: road.requestId(), attendanceId: visit._id, reason: '核实有误' };
    await desk.do(CITY_OFFICE, 'attendance.voidRecord', input, ({ recreditedCount }) => {
      book.told.push({ ...recordOf(visit._id), state: 'voided', minutes: null });
      road.count('records that regained time', recreditedCount);
    });
  }

  /** Mostly of who was somewhere else at the same time: what comes free is the other visit's. */
  private toTakeBack(facts: Facts): Visit | undefined {
    const { random } = this.around;
    const visits = [...facts.visits.values()].filter(
      ({ checkIn, state }) => checkIn !== null && state !== 'voided',
    );
    const visitsOf = new Map<string, Visit[]>();
    for (const visit of visits) {
      visitsOf.set(visit.volunteerId, [...(visitsOf.get(visit.volunteerId) ?? []), visit]);
    }
    const shared = visits.filter(
      (visit) =>
        visit.creditedMinutes > 0 &&
        (visitsOf.get(visit.volunteerId) ?? []).some((other) => overlap(visit, other)),
    );
    if (shared.length === 0 && random() < 0.8) return undefined;
    const chosen = shared.length > 0 && random() < 0.8 ? shared : visits;
    return chosen[Math.floor(random() * chosen.length)];
  }

  /** 迁居: has no procedure yet; fact and mark in one transaction, as one must. */
  async move({ openId }: Person, divisionCode: string): Promise<void> {
    const { road } = this.around;
    const account = this.product.documents('accounts').find(({ _id }) => _id === openId);
    const volunteerId = textAt(account ?? {}, 'volunteerId');
    const volunteer = this.product.documents('volunteers').find(({ _id }) => _id === volunteerId);
    const before = Array.isArray(volunteer?.['residences']) ? volunteer['residences'] : [];
    const isKnown = [divisionCode, civilDayOf(road.now())].some((text) =>
      JSON.stringify(before).includes(text),
    );
    if (volunteerId === '' || isKnown) return;
    const residences = [...before, { divisionCode, fromDay: civilDayOf(road.now()) }];
    try {
      await this.storeMove(volunteerId, divisionCode, residences);
      road.count('moved house');
    } catch {
      road.count('moved house: clashed');
    }
  }

  private async storeMove(volunteerId: string, divisionCode: string, residences: JsonValue[]): Promise<void> {
    const { database } = this.product.cloud;
    const now = this.around.road.now();
    const transaction = await new TestClient(database, 'volunteers').start();
    const of = (collection: string) => new TestClient(database, collection).within(transaction);
    await of('volunteers').update(volunteerId, { $set: { residences } });
    await of('homes').add({ _id: `${divisionCode}:${volunteerId}`, divisionCode, volunteerId });
    const known = await of('dirtyVolunteers').one(volunteerId);
    const version = this.around.road.requestId();
    const { markedAt = now, shiftIds = [] } = known ?? {};
    await of('dirtyVolunteers').set(volunteerId, { markedAt, shiftIds, version });
    await of('volunteers').commit(transaction);
  }
}

function overlap(one: Visit, other: Visit): boolean {
  const [from, to] = [one.checkIn?.at, one.checkOut?.at];
  const [otherFrom, otherTo] = [other.checkIn?.at, other.checkOut?.at];
  if (one === other || from === undefined || otherFrom === undefined) return false;
  return from < (otherTo ?? 0) && otherFrom < (to ?? 0);
}

function recordOf(attendanceId: string) {
  const [shiftId = '', volunteerId = ''] = attendanceId.split(':');
  return { openId: CITY_OFFICE, shiftId, volunteerId, checkedInAt: null, checkedOutAt: null };
}

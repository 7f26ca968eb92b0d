/** Every message against what WeChat delivered, by naive means: lists, and nothing of the product's rules. */
import type { Answer } from '@domain/message/agreement';
import type { MessageKind } from '@domain/message/message-kind';
import { documentSchemas, type StoredDocument } from '@server/kernel/documents';
import type { MemoryStore } from './memory-store';
import { templateOf, type Delivery } from './wechat';

/** An answer that reached the cloud; `planned`: the shift that it was given for. */
export interface Tap {
  readonly person: string;
  readonly volunteerId: string;
  readonly kind: MessageKind;
  readonly answer: Answer;
  readonly at: number;
  readonly planned: string | null;
}

export interface ComparedMessages {
  readonly states: ReadonlyMap<string, number>;
  readonly differences: readonly string[];
}

type Message = StoredDocument<'messages'>;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

export function compareMessages(
  store: MemoryStore,
  deliveries: readonly Delivery[],
  taps: readonly Tap[],
): ComparedMessages {
  const messages = [...store.all('messages').values()].map((row) => documentSchemas.messages.parse(row));
  const states = new Map<string, number>();
  for (const { state } of messages) states.set(state, (states.get(state) ?? 0) + 1);
  return {
    states,
    differences: [
      ...compareDeliveries(messages, deliveries, taps),
      ...compareTaps(messages, taps),
      ...compareCancellations(store, messages, taps),
      ...compareLedger(store, messages, taps),
      ...compareNights(deliveries),
      ...compareRefusals(deliveries, taps),
    ],
  };
}

/** A person, a template and what it says of which shift: what the receiver can tell apart. */
function compareDeliveries(
  messages: readonly Message[],
  deliveries: readonly Delivery[],
  taps: readonly Tap[],
): string[] {
  const accounts = new Map(taps.map(({ volunteerId, person }) => [volunteerId, person]));
  const counts = new Map<string, { sent: number; unknown: number; delivered: number }>();
  const of = (key: string) => {
    const known = counts.get(key) ?? { sent: 0, unknown: 0, delivered: 0 };
    counts.set(key, known);
    return known;
  };
  for (const { volunteerId, kind, shiftId, state } of messages) {
    const one = of(`${accounts.get(volunteerId) ?? ''} ${kind} ${shiftId ?? ''}`);
    if (state === 'sent') one.sent += 1;
    if (state === 'unknown') one.unknown += 1;
  }
  for (const { message } of deliveries) {
    const kind = message.templateId.replace('template-of-', '');
    const shiftId = /scene=s\.(\w{10})/.exec(message.page)?.[1] ?? '';
    of(`${message.openId} ${kind} ${shiftId}`).delivered += 1;
  }
  const open = messages.filter(({ isOpen }) => isOpen).map(({ _id }) => `${_id} is still open`);
  const wrong = [...counts].filter(
    ([, { sent, unknown, delivered }]) => delivered < sent || delivered > sent + unknown,
  );
  return [...open, ...wrong.map(([key, one]) => `${key}: ${JSON.stringify(one)}`)];
}

/** What was agreed to for a shift, early enough by hours, has its message; nothing else was planned. */
function compareTaps(messages: readonly Message[], taps: readonly Tap[]): string[] {
  const planned = messages.filter(({ kind }) => kind === 'shiftSoon' || kind === 'checkOutForgotten');
  const nobodys = planned.filter(
    (message) =>
      !taps.some(
        ({ kind, volunteerId, planned: shiftId, answer }) =>
          answer === 'accept' &&
          kind === message.kind &&
          volunteerId === message.volunteerId &&
          shiftId === message.shiftId,
      ),
  );
  const known = new Set(messages.map(({ _id }) => _id));
  const missing = taps.filter(
    ({ kind, volunteerId, planned: shiftId, answer }) =>
      answer === 'accept' &&
      kind === 'checkOutForgotten' &&
      !known.has(`${kind}:${String(shiftId)}:${volunteerId}`),
  );
  return [
    ...nobodys.map(({ _id }) => `nobody agreed to ${_id}`),
    ...missing.map(({ kind, person, planned: shiftId }) => `${person} has no ${kind} of ${String(shiftId)}`),
  ];
}

/** Called off in good time: everybody is told who was to come and surely had an acceptance left. */
function compareCancellations(
  store: MemoryStore,
  messages: readonly Message[],
  taps: readonly Tap[],
): string[] {
  const told = messages.filter(({ kind }) => kind === 'shiftCancelled');
  const cancelled = [...store.all('shifts').values()]
    .map((row) => documentSchemas.shifts.parse(row))
    .filter(
      ({ state, cancelledAt, startsAt }) =>
        state === 'cancelled' && (cancelledAt ?? 0) < startsAt - 2 * HOUR_MS,
    );
  const open = [...store.all('cancellationNotices').values()].filter(({ isOpen }) => isOpen === true);
  const missing = [...store.all('attendances').values()].flatMap((row) => {
    const { shiftId, volunteerId, state } = documentSchemas.attendances.parse(row);
    const shift = cancelled.find(({ _id }) => _id === shiftId);
    if (shift === undefined || (state !== 'enrolled' && state !== 'waiting')) return [];
    const own = taps.filter((tap) => tap.kind === 'shiftCancelled' && tap.volunteerId === volunteerId);
    const before = own.filter(({ at }) => at < (shift.cancelledAt ?? 0)).length;
    const others = told.filter((one) => one.volunteerId === volunteerId && one.shiftId !== shiftId).length;
    const isSure = own.every(({ answer }) => answer === 'accept') && before > others;
    const isTold = told.some((one) => one.volunteerId === volunteerId && one.shiftId === shiftId);
    return isSure && !isTold ? [`${volunteerId} was not told that ${shiftId} is called off`] : [];
  });
  return [...open.map(({ _id }) => `${_id} is still to be told`), ...missing];
}

/** Of who never refused: acceptances are sent, not known, left, or beyond the five that are kept. */
function compareLedger(store: MemoryStore, messages: readonly Message[], taps: readonly Tap[]): string[] {
  return [...store.all('subscriptions').values()].flatMap((row) => {
    const { _id, kind, volunteerId, remainingCount } = documentSchemas.subscriptions.parse(row);
    const own = taps.filter((tap) => tap.kind === kind && tap.volunteerId === volunteerId);
    const spent = messages.filter(
      (one) =>
        one.kind === kind &&
        one.volunteerId === volunteerId &&
        (one.state === 'sent' || one.state === 'unknown'),
    ).length;
    if (own.some(({ answer }) => answer !== 'accept')) return [];
    const left = own.length - spent;
    const isRight = remainingCount === left || (remainingCount < left && own.length > 5);
    return isRight ? [] : [`${_id}: ${String(remainingCount)} left, ${String(left)} expected`];
  });
}

/** Told in the night: a check-out, or what the morning would be too late for. */
function compareNights(deliveries: readonly Delivery[]): string[] {
  return deliveries.flatMap(({ message, at }) => {
    const clock = (at + 8 * HOUR_MS) % DAY_MS;
    const isNight = clock >= 22 * HOUR_MS || clock < 7.5 * HOUR_MS;
    if (!isNight || message.templateId === templateOf('checkOutForgotten')) return [];
    const [, year, month, day, hour, minute] =
      /^(\d+)年(\d+)月(\d+)日 (\d+):(\d+)$/.exec(message.data['time2']?.value ?? '') ?? [];
    const startsAt =
      Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute)) - 8 * HOUR_MS;
    const isUrgent = [templateOf('seatGiven'), templateOf('shiftCancelled')].includes(message.templateId);
    const morning = at - clock + (clock >= 22 * HOUR_MS ? DAY_MS : 0) + 7.5 * HOUR_MS;
    return isUrgent && startsAt - morning < 2 * HOUR_MS
      ? []
      : [`${message.templateId} to ${message.openId} at ${new Date(at).toISOString()}`];
  });
}

/** Between a refusal and the next acceptance nothing of that kind is sent. */
function compareRefusals(deliveries: readonly Delivery[], taps: readonly Tap[]): string[] {
  return taps
    .filter(({ answer }) => answer === 'reject')
    .flatMap(({ person, kind, at }) => {
      const next = taps.find(
        (tap) => tap.person === person && tap.kind === kind && tap.at >= at && tap.answer === 'accept',
      );
      const wrong = deliveries.filter(
        (one) =>
          one.message.openId === person &&
          one.message.templateId === templateOf(kind) &&
          one.at > at &&
          one.at < (next?.at ?? Infinity),
      );
      return wrong.map(
        (one) => `${person} refused ${kind} and was told at ${new Date(one.at).toISOString()}`,
      );
    });
}

/** Two registrations of one person, and the offices that make one of them. */
import type { InputOf, OutputOf } from '@contract/procedures';
import { HOUR_MS } from '@domain/time/civil-day';
import { registration, requestId, type TestProduct } from './product';
import { activityInput, at, CITY_OFFICE, ORGANISER } from './shifts';

export const COUNTY_OFFICE = 'demo-county';
/** Who comes a minute early is there from the first minute, though the clock runs on. */
const EARLY_MS = 60_000;

export function mergeInput(
  product: TestProduct,
  survivor: string,
  other: string,
): InputOf<'person.requestMerge'> {
  return {
    requestId: requestId(),
    survivorId: product.volunteerIdOf(survivor),
    otherId: product.volunteerIdOf(other),
    reason: '身份证号输错，重复注册',
    evidence: '核对身份证原件',
  };
}

type Decided = OutputOf<'person.decideRequest'>;

export function merge(product: TestProduct, survivor: string, other: string): Promise<Decided> {
  return mergeAsAsked(product, mergeInput(product, survivor, other));
}

/** Asked for by the county, agreed to by the city. */
export async function mergeAsAsked(
  product: TestProduct,
  input: InputOf<'person.requestMerge'>,
): Promise<Decided> {
  const { request } = await product.must(COUNTY_OFFICE, 'person.requestMerge', input);
  return product.must(CITY_OFFICE, 'person.decideRequest', {
    requestId: requestId(),
    personRequestId: request.personRequestId,
    isApproved: true,
    reason: '',
  });
}

/** Registers under a number that gives the id number and the phone. */
export async function register(product: TestProduct, openId: string, number: number, name = '旦真措') {
  await product.must(openId, 'volunteer.register', registration(number, name));
  return openId;
}

/** The same person twice: two accounts, two id numbers, one name. */
export async function registerTwice(
  product: TestProduct,
  prefix: string,
  number: number,
  name = '旦真措',
): Promise<[string, string]> {
  const [one, other] = [`${prefix}-${String(number)}`, `${prefix}-${String(number + 1)}`];
  await register(product, one, number, name);
  await register(product, other, number + 1, name);
  return [one, other];
}

/** A shift of the organiser between two instants, without a limit of seats unless one is wished. */
export async function shiftBetween(
  product: TestProduct,
  startsAt: number,
  endsAt: number,
  capacity: number | null = null,
): Promise<string> {
  const { shiftIds } = await product.must(ORGANISER, 'activity.createActivity', {
    ...(await activityInput(product)),
    shifts: [{ startsAt, endsAt, capacity }],
  });
  return shiftIds[0] ?? '';
}

export interface Stay {
  readonly openId: string;
  readonly shiftId: string;
  /** epoch ms */
  readonly from: number;
  readonly to: number;
}

/** Check-ins and check-outs in the order of their times, whoever they are of. */
export async function serveAll(product: TestProduct, stays: readonly Stay[]): Promise<void> {
  const deeds = stays.flatMap(({ openId, shiftId, from, to }) => [
    { at: from - EARLY_MS, openId, shiftId, name: 'attendance.checkIn' as const },
    { at: to, openId, shiftId, name: 'attendance.checkOut' as const },
  ]);
  for (const deed of deeds.sort((one, other) => one.at - other.at)) {
    product.cloud.clock.setNow(deed.at);
    const input = { requestId: requestId(), shiftId: deed.shiftId, evidence: at(0) };
    await product.must(deed.openId, deed.name, input);
  }
}

export const hoursFrom = (start: number, hours: number): number => start + hours * HOUR_MS;

/** 补录 of the tests: minutes that make a quota, evidence, entries. */
import type { InputOf, OutputOf } from '@contract/procedures';
import { linkOfScene } from '@domain/link/link';
import { civilDayOf, firstDayOfNextMonth, HOUR_MS, MINUTE_MS, startOfDay } from '@domain/time/civil-day';
import { usesQuota } from '@domain/supplement/supplement';
import { TestClient } from '@local-cloud/database/test-client';
import { documentSchemas } from '@server/kernel/documents';
import { registration, requestId, type TestProduct } from './product';
import { activityInput, at, CITY_OFFICE, ORGANISER } from './shifts';

/** Somebody else of the organiser's team, who may check. */
export const CHECKER = 'second-organiser';
export const COUNTY_OFFICE = 'demo-county';

/** Ten in the morning of a month's first day: what is served and entered from now on shares one quota. */
export function beginMonth({ cloud: { clock } }: TestProduct): void {
  clock.setNow(startOfDay(firstDayOfNextMonth(civilDayOf(clock.now()))) + 10 * HOUR_MS);
}

/** Grants the second organiser what the first has. */
export async function addChecker(product: TestProduct): Promise<void> {
  const grant = product.documents('roleGrants').find(({ openId }) => openId === ORGANISER);
  if (grant === undefined) throw new Error('the demo has an organiser');
  const client = new TestClient(product.cloud.database, 'roleGrants');
  await client.add({ ...grant, _id: `${CHECKER}:organiser`, openId: CHECKER });
}

/** Registers another person at each call; `prefix` begins their openids. */
export function newcomers(product: () => TestProduct, prefix: string): () => Promise<string> {
  let count = 0;
  return async () => {
    count += 1;
    const openId = `${prefix}-${String(count)}`;
    await product().must(openId, 'volunteer.register', registration(count));
    return openId;
  };
}

type Rules = InputOf<'supplement.changeRules'>['rules'];
export async function setRules(product: TestProduct, part: Partial<Rules>): Promise<void> {
  const { current } = await product.must(CITY_OFFICE, 'supplement.getRules', {});
  await product.must(CITY_OFFICE, 'supplement.changeRules', {
    requestId: requestId(),
    version: current.version,
    rules: { ...current.rules, ...part },
    reason: '为测试而改',
  });
}

interface ShiftWishes {
  readonly hours?: number;
  readonly capacity?: number | null;
  readonly latitude?: number;
  readonly title?: string;
}
/** A shift that begins in a minute or two; the clock stays. */
export async function nextShift(product: TestProduct, wishes: ShiftWishes = {}): Promise<string> {
  const { hours = 3, capacity = null, latitude, title } = wishes;
  const input = await activityInput(product);
  // On a whole minute: a midnight in between takes no part of one.
  const startsAt = Math.ceil(product.cloud.clock.now() / MINUTE_MS + 1) * MINUTE_MS;
  const { shiftIds } = await product.must(ORGANISER, 'activity.createActivity', {
    ...input,
    ...(title === undefined ? {} : { title }),
    place: latitude === undefined ? input.place : { ...input.place, latitude },
    shifts: [{ startsAt, endsAt: startsAt + hours * HOUR_MS, capacity }],
  });
  return shiftIds[0] ?? '';
}

export function shiftTimes(product: TestProduct, shiftId: string): { startsAt: number; endsAt: number } {
  const shift = product.documents('shifts').find(({ _id }) => _id === shiftId);
  return { startsAt: Number(shift?.['startsAt']), endsAt: Number(shift?.['endsAt']) };
}

/** Past the check-out's closing: now it can be entered. */
export function passShift(product: TestProduct, shiftId: string): void {
  const { clock } = product.cloud;
  clock.advance(Math.max(0, shiftTimes(product, shiftId).endsAt + 2 * HOUR_MS + MINUTE_MS - clock.now()));
}

export const enrol = (product: TestProduct, openId: string, shiftId: string) =>
  product.must(openId, 'attendance.enrol', { requestId: requestId(), shiftId });

/** These serve a shift with their own phones: what a quota is a share of. Two hours after its end, folded. */
export async function serveShift(
  product: TestProduct,
  openIds: readonly string[],
  hours: number,
): Promise<string> {
  const shiftId = await nextShift(product, { hours });
  const visit = (openId: string, deed: 'checkIn' | 'checkOut') =>
    product.must(openId, `attendance.${deed}`, { requestId: requestId(), shiftId, evidence: at(0) });
  for (const openId of openIds) await visit(openId, 'checkIn');
  const { clock } = product.cloud;
  clock.advance(shiftTimes(product, shiftId).endsAt - clock.now());
  for (const openId of openIds) await visit(openId, 'checkOut');
  passShift(product, shiftId);
  await product.fold();
  return shiftId;
}

/** The smallest JPEG that says it is one. */
export const JPEG = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46]).toString('base64');

export async function addEvidence(
  product: TestProduct,
  shiftId: string,
  openId = ORGANISER,
): Promise<string> {
  const part = { requestId: requestId(), shiftId, part: 0, partCount: 1, content: JPEG };
  const { evidenceId } = await product.must(openId, 'supplement.addEvidencePart', part);
  if (evidenceId === null) throw new Error('the only part makes the file');
  return evidenceId;
}

/** The card that somebody shows. */
export async function cardOf(
  product: TestProduct,
  openId: string,
): Promise<{ readonly version: number; readonly proof: string }> {
  const { scene } = await product.must(openId, 'attendance.getMyCard', {});
  const link = linkOfScene(scene);
  if (link?.kind !== 'card') throw new Error('a card is a card');
  return { version: link.version, proof: link.proof };
}

type EntryInput = InputOf<'supplement.enter'>;
/** For the whole of the shift, unless it says other minutes from its beginning. */
export async function entryOf(
  product: TestProduct,
  shiftId: string,
  openId: string,
  minutes?: number,
): Promise<EntryInput> {
  const { startsAt, endsAt } = shiftTimes(product, shiftId);
  return {
    requestId: requestId(),
    shiftId,
    volunteerId: product.volunteerIdOf(openId),
    card: null,
    checkInAt: startsAt,
    checkOutAt: minutes === undefined ? endsAt : startsAt + minutes * MINUTE_MS,
    reason: 'noNetwork',
    reasonText: '村里没有信号',
    evidenceIds: [await addEvidence(product, shiftId)],
  };
}

type Supplement = OutputOf<'supplement.enter'>['supplement'];
export async function enter(
  product: TestProduct,
  shiftId: string,
  openId: string,
  minutes?: number,
): Promise<Supplement> {
  const input = await entryOf(product, shiftId, openId, minutes);
  return (await product.must(ORGANISER, 'supplement.enter', input)).supplement;
}

export const check = (product: TestProduct, supplementId: string, isAccepted = true, openId = CHECKER) =>
  product.call(openId, 'supplement.check', {
    requestId: requestId(),
    supplementId,
    isAccepted,
    reason: isAccepted ? '' : '佐证看不清',
  });

export const answer = (product: TestProduct, supplementId: string, openId: string, isAccepted = true) =>
  product.call(openId, 'supplement.answer', {
    requestId: requestId(),
    supplementId,
    isAccepted,
    reason: '',
  });

/** What every quota says is used, and what the entries say. */
export function quotasOf(product: TestProduct) {
  const used = new Map<string, number>();
  for (const row of product.documents('supplements')) {
    const { state, teamId, month, minutes } = documentSchemas.supplements.parse(row);
    const id = `${teamId}:${month}`;
    if (usesQuota(state)) used.set(id, (used.get(id) ?? 0) + minutes);
  }
  const stored = new Map(
    product
      .documents('supplementQuotas')
      .map((row) => documentSchemas.supplementQuotas.parse(row))
      .filter(({ usedMinutes }) => usedMinutes !== 0)
      .map(({ _id, usedMinutes }) => [_id, usedMinutes]),
  );
  return { used, stored };
}

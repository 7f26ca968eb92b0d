import { HOUR_MS, MINUTE_MS } from '@domain/time/civil-day';
import { documentSchemas } from '../kernel/documents';
import { registration, requestId, TestProduct } from '../../tests/kit/product';
import { at, CodeScreen, openShift, ORGANISER } from '../../tests/kit/shifts';

let product: TestProduct;
beforeAll(async () => {
  product = await TestProduct.start();
});
afterAll(() => product.stop());
afterEach(() => product.standAt());

let people = 0;
async function volunteer(): Promise<string> {
  people += 1;
  const openId = `late-${String(people)}`;
  await product.must(openId, 'volunteer.register', registration(people));
  return openId;
}
const now = (): number => product.cloud.clock.now();
const advance = (ms: number): void => product.cloud.clock.advance(ms);

type Deed = 'checkIn' | 'checkOut';
/** A scan as the phone stored it: sent now, or at any time later. */
class Scan {
  private constructor(
    readonly deed: Deed,
    readonly input: Parameters<typeof product.call<'attendance.checkIn'>>[2],
  ) {}

  static async of(deed: Deed, shiftId: string, kind: 'code' | 'digits' = 'code'): Promise<Scan> {
    const screen = await CodeScreen.of(product, shiftId);
    const evidence = kind === 'code' ? screen.code() : screen.digits();
    return new Scan(deed, { requestId: requestId(), shiftId, evidence, scannedAt: now() });
  }

  send(openId: string) {
    return product.call(openId, `attendance.${this.deed}`, this.input);
  }
}

function recordOf(openId: string, shiftId: string) {
  const volunteerId = product.volunteerIdOf(openId);
  const id = `${shiftId}:${volunteerId}`;
  const moves = product.documents('ledger').filter((row) => row['attendanceId'] === id);
  return {
    volunteerId,
    record: product.documents('attendances').find((row) => row['_id'] === id),
    moves: moves.map((row) => [row['to'], row['isLate'] ?? false]),
  };
}

test('[AT5.1] in and out stored, sent hours later: one exact visit, flagged late', async () => {
  const [openId, shiftId] = [await volunteer(), await openShift(product)];
  const scanIn = await Scan.of('checkIn', shiftId);
  const inAt = now();
  advance(2 * HOUR_MS);
  const scanOut = await Scan.of('checkOut', shiftId, 'digits');
  advance(9 * HOUR_MS);
  expect(await scanIn.send(openId)).toMatchObject({
    ok: true,
    value: { outcome: 'checkedIn', attendance: { late: 'waiting', checkedOutAt: null } },
  });
  const done = await scanOut.send(openId);
  const step = Math.floor(inAt / 30_000) * 30_000;
  expect(done).toMatchObject({
    ok: true,
    value: {
      outcome: 'checkedOut',
      attendance: { state: 'confirmed', creditedMinutes: 120, checkedInAt: step, late: 'waiting' },
    },
  });
  for (const scan of [scanIn, scanOut]) {
    expect(await scan.send(openId)).toMatchObject({ ok: true, value: { outcome: 'already' } });
  }
  const { record, moves } = recordOf(openId, shiftId);
  expect(record).toMatchObject({ source: 'own', checkIn: { late: 'waiting' }, seq: 3 });
  expect(moves).toEqual([
    ['checkedIn', true],
    ['checkedOut', true],
    ['confirmed', true],
  ]);
});

test('[AT5.2] the check-out comes first: kept, and the visit is whole when the check-in comes', async () => {
  const [openId, shiftId] = [await volunteer(), await openShift(product)];
  const scanIn = await Scan.of('checkIn', shiftId);
  advance(HOUR_MS);
  const scanOut = await Scan.of('checkOut', shiftId);
  // One on time by the other phone, one late: the earlier of both counts.
  advance(5 * MINUTE_MS);
  const second = await Scan.of('checkOut', shiftId);
  const early = { ok: false, code: 'attendance.notCheckedIn', params: { isKept: 1 } };
  expect(await second.send(openId)).toMatchObject(early);
  advance(HOUR_MS);
  expect(await scanOut.send(openId)).toMatchObject(early);
  expect(await scanIn.send(openId)).toMatchObject({
    ok: true,
    value: { attendance: { state: 'confirmed', creditedMinutes: 60 } },
  });
  expect(recordOf(openId, shiftId).moves.map(([to]) => to)).toEqual(['checkedIn', 'checkedOut', 'confirmed']);
});

test('[AT5.2] a check-out scanned in time revives a visit that has expired, within 24 hours', async () => {
  const [openId, shiftId] = [await volunteer(), await openShift(product, { hours: 2 })];
  await (await Scan.of('checkIn', shiftId)).send(openId);
  // The check-in counts to the millisecond, a late scan from the beginning of its step.
  advance(HOUR_MS + 30_000);
  const scanOut = await Scan.of('checkOut', shiftId);
  advance(6 * HOUR_MS);
  await product.cloud.runTimer('sweep');
  expect(recordOf(openId, shiftId).record).toMatchObject({ state: 'expired', creditedMinutes: 0 });
  expect(await scanOut.send(openId)).toMatchObject({
    ok: true,
    value: { attendance: { state: 'confirmed', creditedMinutes: 60, late: 'waiting' } },
  });
  expect(recordOf(openId, shiftId).moves).toEqual([
    ['checkedIn', false],
    ['expired', false],
    ['checkedOut', true],
    ['confirmed', true],
  ]);
  const mine = await product.must(openId, 'attendance.listMyRecords', { cursor: null });
  expect(mine.totalMinutes).toBe(60);
});

test('[AT5.2] two phones, two check-ins: the earlier counts, whichever comes first', async () => {
  const [openId, shiftId] = [await volunteer(), await openShift(product)];
  const first = await Scan.of('checkIn', shiftId);
  const firstAt = Math.floor(now() / 30_000) * 30_000;
  advance(20 * MINUTE_MS);
  await (await Scan.of('checkIn', shiftId)).send(openId);
  advance(40 * MINUTE_MS);
  const out = await (await Scan.of('checkOut', shiftId)).send(openId);
  expect(out).toMatchObject({ ok: true, value: { attendance: { creditedMinutes: 40, late: null } } });
  expect(await first.send(openId)).toMatchObject({
    ok: true,
    value: { attendance: { checkedInAt: firstAt, late: 'waiting', state: 'confirmed' } },
  });
  expect(recordOf(openId, shiftId).record).toMatchObject({ creditedMinutes: 60 });
});

test('[AT5.1] refusals of what comes late, each with its code', async () => {
  const [openId, shiftId] = [await volunteer(), await openShift(product)];
  const scan = await Scan.of('checkIn', shiftId);
  const place = { requestId: requestId(), shiftId, evidence: at(0), scannedAt: now() };
  const forwarded = { ...scan.input, requestId: requestId(), scannedAt: now() + 10 * MINUTE_MS };
  advance(10 * MINUTE_MS);
  // Forwarded and scanned ten minutes later, with a network and without one.
  expect(await product.call(openId, 'attendance.checkIn', forwarded)).toMatchObject({
    code: 'attendance.codeExpired',
  });
  advance(HOUR_MS);
  expect(await product.call(openId, 'attendance.checkIn', forwarded)).toMatchObject({
    code: 'attendance.lateUnproven',
  });
  expect(await product.call(openId, 'attendance.checkIn', place)).toMatchObject({
    code: 'attendance.locationNotLate',
  });
  const withoutTime = { requestId: requestId(), shiftId, evidence: scan.input.evidence };
  expect(await product.call(openId, 'attendance.checkIn', withoutTime)).toMatchObject({
    code: 'attendance.codeExpired',
  });
  advance(23 * HOUR_MS);
  expect(await scan.send(openId)).toMatchObject({ code: 'attendance.lateTooOld' });
  expect(recordOf(openId, shiftId).record).toBeUndefined();
});

test('[AT5.1] a position that was answered once is answered again; a full shift stays full', async () => {
  const [openId, shiftId] = [await volunteer(), await openShift(product, { capacity: 1 })];
  const other = await volunteer();
  const scan = await Scan.of('checkIn', shiftId);
  const place = { requestId: requestId(), shiftId, evidence: at(0), scannedAt: now() };
  await product.must(openId, 'attendance.checkIn', place);
  advance(HOUR_MS);
  expect(await product.call(openId, 'attendance.checkIn', place)).toMatchObject({
    ok: true,
    value: { outcome: 'already' },
  });
  expect(await scan.send(other)).toMatchObject({ code: 'enrolment.full', params: { capacity: 1 } });
});

test('[AT5.1][AT13] a late check-in takes its seat once, in 16 round trips at most', async () => {
  const [openId, shiftId] = [await volunteer(), await openShift(product, { capacity: 5 })];
  const scanIn = await Scan.of('checkIn', shiftId);
  advance(HOUR_MS);
  await (await Scan.of('checkOut', shiftId)).send(openId);
  advance(HOUR_MS);
  const trips = await product.roundTripsOf(() => scanIn.send(openId));
  // Account, begin, four reads, attendance, three moves, day, seat, mark (two), proofs, commit.
  expect(trips).toBeLessThanOrEqual(16);
  await scanIn.send(openId);
  const { shift } = await product.must('nobody', 'activity.getShift', { shiftId });
  expect(shift.takenCount).toBe(1);
});

test('[AT5.3][ST14] an organiser vouches for a late visit or refuses it', async () => {
  const [openId, shiftId] = [await volunteer(), await openShift(product)];
  const liar = await volunteer();
  const [scan, lie] = [await Scan.of('checkIn', shiftId), await Scan.of('checkIn', shiftId)];
  advance(HOUR_MS);
  const [out, lieOut] = [await Scan.of('checkOut', shiftId), await Scan.of('checkOut', shiftId)];
  advance(HOUR_MS);
  for (const one of [scan, out]) await one.send(openId);
  for (const one of [lie, lieOut]) await one.send(liar);
  const waiting = await product.must(ORGANISER, 'attendance.listLateVisits', { shiftId, cursor: null });
  expect(waiting.visits).toMatchObject([
    { waiting: ['checkIn', 'checkOut'], creditedMinutes: 60, maskedName: '测**' },
    { waiting: ['checkIn', 'checkOut'] },
  ]);
  expect(await product.must(ORGANISER, 'attendance.listArrivals', { shiftId })).toMatchObject({
    lateCount: 2,
  });
  const strictMinutes = async () => {
    await product.fold();
    const strict = product.documents('tallies').map((row) => JSON.stringify(row));
    return strict.filter((text) => text.includes('strictMinutes')).join().length;
  };
  const before = await strictMinutes();
  const review = (person: string, verdict: 'vouch' | 'refuse') =>
    product.call(ORGANISER, 'attendance.reviewLateVisit', {
      requestId: requestId(),
      shiftId,
      volunteerId: recordOf(person, shiftId).volunteerId,
      verdict,
    });
  expect(await review(openId, 'vouch')).toMatchObject({ ok: true, value: { outcome: 'reviewed' } });
  expect(await review(openId, 'vouch')).toMatchObject({ ok: true, value: { outcome: 'already' } });
  expect(await review(liar, 'refuse')).toMatchObject({ ok: true, value: { person: { state: 'voided' } } });
  expect(recordOf(openId, shiftId).record).toMatchObject({
    checkIn: { late: 'vouched' },
    creditedMinutes: 60,
  });
  expect(recordOf(liar, shiftId).record).toMatchObject({ state: 'voided', creditedMinutes: 0 });
  expect(await strictMinutes()).not.toBe(before);
  expect(await (await Scan.of('checkIn', shiftId)).send(liar)).toMatchObject({ code: 'attendance.voided' });
  const left = await product.must(ORGANISER, 'attendance.listLateVisits', { shiftId, cursor: null });
  expect(left.visits).toEqual([]);
});

test('[AT5.3] a refused check-out is gone, and no late scan is taken any more', async () => {
  const [openId, shiftId] = [await volunteer(), await openShift(product, { hours: 2 })];
  await (await Scan.of('checkIn', shiftId)).send(openId);
  advance(HOUR_MS);
  const [out, again] = [await Scan.of('checkOut', shiftId), await Scan.of('checkOut', shiftId)];
  advance(5 * HOUR_MS);
  await out.send(openId);
  const { volunteerId } = recordOf(openId, shiftId);
  const verdict = { requestId: requestId(), shiftId, volunteerId, verdict: 'refuse' as const };
  await product.must(ORGANISER, 'attendance.reviewLateVisit', verdict);
  expect(recordOf(openId, shiftId).record).toMatchObject({
    state: 'expired',
    checkOut: null,
    creditedMinutes: 0,
  });
  expect(await again.send(openId)).toMatchObject({ code: 'attendance.lateRefused' });
  expect(await out.send(openId)).toMatchObject({ ok: true, value: { outcome: 'already' } });
});

test('[AT5.1] a scan whose way took a minute counts at its step, not refused as expired', async () => {
  const [openId, shiftId] = [await volunteer(), await openShift(product)];
  // Two seconds into a step, so that 58 seconds later the code is two steps old.
  advance(30_000 - (now() % 30_000) + 2_000);
  const scan = await Scan.of('checkIn', shiftId);
  const step = Math.floor(now() / 30_000) * 30_000;
  advance(58_500);
  expect(await scan.send(openId)).toMatchObject({
    ok: true,
    value: { attendance: { checkedInAt: step, late: 'waiting' } },
  });
});

test('[AT5.2] a scan that met a late one is kept: it counts when the late one is refused', async () => {
  const [openId, shiftId] = [await volunteer(), await openShift(product)];
  const lie = await Scan.of('checkIn', shiftId);
  advance(20 * MINUTE_MS);
  await lie.send(openId);
  const honest = await (await Scan.of('checkIn', shiftId)).send(openId);
  expect(honest).toMatchObject({ ok: true, value: { outcome: 'already' } });
  const at20 = now();
  await product.must(ORGANISER, 'attendance.reviewLateVisit', {
    requestId: requestId(),
    shiftId,
    volunteerId: product.volunteerIdOf(openId),
    verdict: 'refuse',
  });
  const record = documentSchemas.attendances.parse(recordOf(openId, shiftId).record);
  expect(record).toMatchObject({ state: 'checkedIn', source: 'own' });
  expect(Math.abs((record.checkIn?.at ?? 0) - at20)).toBeLessThan(5_000);
});

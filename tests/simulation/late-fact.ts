/**
 * The narrow race of the fold, made certain: a fact changes after the fold has read the facts, before it
 * writes.
 */
import { parseFaultRule } from '@local-cloud/faults/fault-rules';
import { HOUR_MS } from '@domain/time/civil-day';
import { registration, requestId, type TestProduct } from '../kit/product';
import { recount, storedSums } from '../kit/recount';
import { at, openShift } from '../kit/shifts';

const HOLD_MS = 1_500;

/** Returns the broken invariants, in words. */
export async function changeDuringFold(product: TestProduct): Promise<string[]> {
  const openId = 'late-fact';
  const shiftId = await openShift(product);
  await product.must(openId, 'volunteer.register', registration(900));
  await product.must(openId, 'attendance.checkIn', { requestId: requestId(), shiftId, evidence: at(0) });
  product.standAt(HOUR_MS);
  // The fold's own transaction is the next to start; it is held until the check-out below has committed.
  const hold = parseFaultRule({ kind: 'latency', match: 'database.startTransaction', ms: HOLD_MS, times: 1 });
  product.cloud.faults.add(hold);
  const folding = product.fold();
  while (product.cloud.faults.list()[0]?.fired !== 1) await new Promise((resolve) => setTimeout(resolve, 5));
  await product.must(openId, 'attendance.checkOut', { requestId: requestId(), shiftId, evidence: at(0) });
  await folding;
  product.cloud.faults.clear();
  await product.fold();
  const [stored, counted] = [storedSums(product), recount(product)];
  return [...counted].filter(([key, amount]) => stored.get(key) !== amount).map(([key]) => `figures: ${key}`);
}

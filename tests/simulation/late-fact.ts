/**
 * The narrow race of the fold, made certain: a fact changes after the fold has read the facts, before it
 * writes.
 */
import { HOUR_MS } from '@domain/time/civil-day';
import { registration, requestId, type TestProduct } from '../kit/product';
import { recount, storedSums } from '../kit/recount';
import { at, openShift } from '../kit/shifts';

/** Returns the broken invariants, in words. */
export async function changeDuringFold(product: TestProduct): Promise<string[]> {
  const openId = 'late-fact';
  const shiftId = await openShift(product);
  await product.must(openId, 'volunteer.register', registration(900));
  await product.must(openId, 'attendance.checkIn', { requestId: requestId(), shiftId, evidence: at(0) });
  product.standAt(HOUR_MS);
  // The fold's own transaction is the next to start; it is held until the check-out below has committed.
  const hold = holdNextTransaction(product);
  const folding = product.fold();
  await hold.isHeld;
  await product.must(openId, 'attendance.checkOut', { requestId: requestId(), shiftId, evidence: at(0) });
  hold.release();
  await folding;
  await product.fold();
  const [stored, counted] = [storedSums(product), recount(product)];
  return [...counted].filter(([key, amount]) => stored.get(key) !== amount).map(([key]) => `figures: ${key}`);
}

/** However slow the machine: held until told, not for a time. */
function holdNextTransaction({ cloud: { database } }: TestProduct) {
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  const isHeld = new Promise<void>((reached) => {
    const handle = database.handle.bind(database);
    database.handle = async (action, body) => {
      if (action !== 'database.startTransaction') return handle(action, body);
      database.handle = handle;
      reached();
      await released;
      return handle(action, body);
    };
  });
  return { isHeld, release };
}

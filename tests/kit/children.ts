/** Families of the tests: id numbers of nobody, of any age. */
import { GUARDIAN_CONSENT_VERSION } from '@contract/guardian.contract';
import type { InputOf } from '@contract/procedures';
import { civilDayOf, type CivilDay } from '@domain/time/civil-day';
import { idNumberOf, registration, requestId, type TestProduct } from './product';

/** Born so that the age is `years` today, and stays it for a month at least. */
export function birthDayOf(product: TestProduct, years: number): string {
  const today: CivilDay = civilDayOf(product.cloud.clock.now());
  const year = Number(today.slice(0, 4)) - years;
  const month = Number(today.slice(5, 7));
  return month === 1 ? `${String(year - 1)}1201` : `${String(year)}${String(month - 1).padStart(2, '0')}01`;
}

export function childInput(
  product: TestProduct,
  number: number,
  years: number,
  name = '小小',
): InputOf<'guardian.addChild'> {
  return {
    requestId: requestId(),
    name,
    idNumber: idNumberOf(number, birthDayOf(product, years)),
    relation: 'parent',
    consentVersion: GUARDIAN_CONSENT_VERSION,
  };
}

/** A registration of somebody of this age. */
export function youthRegistration(
  product: TestProduct,
  number: number,
  years: number,
  name = '少年',
): InputOf<'volunteer.register'> {
  return {
    ...registration(number, name),
    idNumber: idNumberOf(number, birthDayOf(product, years)),
    phone: { kind: 'typed', phoneNumber: `132${String(number).padStart(8, '0')}` },
  };
}

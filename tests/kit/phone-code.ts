import { CONSENT_VERSION } from '@contract/volunteer.contract';
import type { InputOf } from '@contract/procedures';
import { requestId, type TestProduct } from './product';

/** What WeChat's phone button gives for this number. */
export async function phoneCodeOf(product: TestProduct, phoneNumber: string): Promise<string> {
  const response = await fetch(`${product.cloud.url}/__local/phone-code`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ phoneNumber }),
  });
  const answer: unknown = await response.json();
  return typeof answer === 'object' && answer !== null ? String(Reflect.get(answer, 'code')) : '';
}

/** 认领 of the record of this person, with the proof of this number. */
export async function claimInput(
  product: TestProduct,
  { name, idNumber }: { readonly name: string; readonly idNumber: string },
  phoneNumber: string,
): Promise<InputOf<'volunteer.claim'>> {
  const phoneCode = await phoneCodeOf(product, phoneNumber);
  return { requestId: requestId(), name, idNumber, phoneCode, consentVersion: CONSENT_VERSION };
}

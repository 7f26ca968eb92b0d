import type { TestProduct } from './product';

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

import { responseSchema } from '@contract/wire';
import type { ProcedureName } from '@contract/procedures';
import type { TestProduct } from '../kit/product';

/** Asks as an app does, over HTTP; null: no answer came. */
export async function post(product: TestProduct, openId: string, procedure: ProcedureName, input: object) {
  try {
    const response = await fetch(`${product.cloud.url}/v1/functions/api`, {
      method: 'POST',
      headers: { authorization: `Bearer openid:${openId}`, 'content-type': 'application/json' },
      body: JSON.stringify({ procedure, input }),
    });
    return response.status === 200 ? responseSchema.parse(await response.json()) : null;
  } catch {
    return null;
  }
}

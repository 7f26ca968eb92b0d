import { requestIdField } from '@contract/fields';

import { newRequestId } from './request-id';

test('[AT1] a thousand ids differ and the contract takes each', () => {
  const ids = Array.from({ length: 1000 }, newRequestId);
  expect(new Set(ids).size).toBe(1000);
  expect(ids.every((id) => requestIdField.safeParse(id).success)).toBe(true);
});

import { createHmac } from 'node:crypto';

import fc from 'fast-check';

import { hmacSha256 } from './hmac-sha256';

test('[AT3.1] the same bytes as Node’s own HMAC, for any key and any text', () => {
  const keys = fc.uint8Array({ minLength: 1, maxLength: 80 });
  fc.assert(
    fc.property(keys, fc.string({ unit: 'grapheme' }), (key, message) => {
      const expected = createHmac('sha256', key).update(message, 'utf8').digest('hex');
      expect(Buffer.from(hmacSha256(key, message)).toString('hex')).toBe(expected);
    }),
  );
});

import { nodeHmac } from '../../tests/kit/arbitrary-facts';
import { armOf } from './arm';

const hash = (key: string, text: string): string =>
  Buffer.from(nodeHmac(Buffer.from(key), text))
    .toString('hex')
    .slice(0, 32);

test('[WK4] the lowest tenth of the hash is held out, exactly', () => {
  // 2^32 ÷ 10 = 429,496,729.6: the last number below it, and the first above.
  expect(armOf('19999999ffffffffffffffffffffffff')).toBe('holdOut');
  expect(armOf('1999999a000000000000000000000000')).toBe('invited');
  expect(armOf('00000000')).toBe('holdOut');
  expect(armOf('ffffffff')).toBe('invited');
  for (const text of ['', 'xyz', '1999', 'FFFFFFFF', '-0000001'])
    expect(() => armOf(text)).toThrow(RangeError);
});

test('[WK4] of 100,000 people a tenth is held out, and another key holds out others', () => {
  const people = Array.from({ length: 100_000 }, (_none, index) => `wake000001:${String(index)}`);
  const heldOut = (key: string): Set<string> =>
    new Set(people.filter((text) => armOf(hash(key, text)) === 'holdOut'));
  const [one, other] = [heldOut('a'), heldOut('b')];
  // five standard deviations: √(100,000 × 0.1 × 0.9) = 94.9
  expect(Math.abs(one.size - 10_000)).toBeLessThan(475);
  const common = [...one].filter((text) => other.has(text)).length;
  expect(Math.abs(common - 1_000)).toBeLessThan(5 * 32);
});

/** 向锋: a pennant that is an arrow, over a ridge. */
import { INK } from '../palette';
import { path, picture, rect } from '../shapes';

export function logo(): string {
  return picture(512, 512, '向锋', [
    rect(0, 0, 512, 512, INK.red, 112),
    rect(128, 98, 32, 318, INK.white, 12),
    path(
      'M200,118 L402,214 L200,310 L240,214 Z',
      INK.white,
      `stroke="${INK.white}" stroke-width="16" stroke-linejoin="round"`,
    ),
    path(
      'M206,406 L280,338 L318,372 L350,348 L404,406 Z',
      '#F3C65F',
      'stroke="#F3C65F" stroke-width="16" stroke-linejoin="round"',
    ),
  ]);
}

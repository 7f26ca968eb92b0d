/** What a scanned or tapped link asks for, whichever of the three ways it came. */
import { arrivalOfText, type Arrival } from '@domain/link/link';

/**
 * `scene`: a mini-program code · `s`: an H5 address · `q`: an ordinary QR code opened by WeChat, the whole
 * address.
 */
export interface LandingParams {
  readonly scene?: string | undefined;
  readonly s?: string | undefined;
  readonly q?: string | undefined;
  /** `1`: a small page has counted it (VI1) */
  readonly seen?: string | undefined;
}
export type Landing =
  | ({ readonly kind: 'link' } & Arrival)
  /** nothing was asked for */
  | { readonly kind: 'empty' }
  /** cut off, mistyped or not ours */
  | { readonly kind: 'unreadable' };

/** WeChat hands a value over still encoded, the browser decoded: reads both. */
export function readLanding({ scene = '', s = '', q = '' }: LandingParams): Landing {
  const text = scene || s || q;
  if (text === '') return { kind: 'empty' };
  const arrival = arrivalOfText(text);
  return arrival === null ? { kind: 'unreadable' } : { kind: 'link', ...arrival };
}

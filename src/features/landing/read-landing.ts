/** What a scanned or tapped link asks for, whichever of the three ways it came. */
import { linkOfScannedText, linkOfScene, type Link } from '@domain/link/link';

/**
 * `scene`: a mini-program code · `s`: an H5 address · `q`: an ordinary QR code opened by WeChat, the whole
 * address.
 */
export interface LandingParams {
  readonly scene?: string | undefined;
  readonly s?: string | undefined;
  readonly q?: string | undefined;
}
export type Landing =
  | { readonly kind: 'link'; readonly link: Link }
  /** nothing was asked for */
  | { readonly kind: 'empty' }
  /** cut off, mistyped or not ours */
  | { readonly kind: 'unreadable' };

export function readLanding(params: LandingParams): Landing {
  const { scene, s, q } = params;
  const bare = scene ?? s;
  if (bare !== undefined && bare !== '') return landingOf(linkOfScene(decodeGently(bare)));
  if (q === undefined || q === '') return { kind: 'empty' };
  return landingOf(linkOfScannedText(q) ?? linkOfScannedText(decodeGently(q)));
}

function landingOf(link: Link | null): Landing {
  return link === null ? { kind: 'unreadable' } : { kind: 'link', link };
}

/** WeChat hands a value over still encoded, the browser decoded: reads both. */
function decodeGently(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * 内容: what a link that is counted leads to. A shift stands under its activity: an article is about what is
 * done, not about one of its mornings.
 */
import { isShortId } from '../kernel/identifiers';
import type { Link } from './link';

/** Letters of the links themselves (LK2); they lie in stored sums and keep their meaning. */
const LETTERS = { project: 'p', activity: 'a', station: 'w', invitation: 'i', statistics: 't' } as const;

export type ContentKind = keyof typeof LETTERS;
export const CONTENT_KINDS = [
  'project',
  'activity',
  'station',
  'invitation',
  'statistics',
] as const satisfies readonly ContentKind[];

/** `id` is empty for 公开统计: the city has one. */
export interface Content {
  readonly kind: ContentKind;
  readonly id: string;
}

/** Such as `p-Abcdefghij`: a key in a stored document, so without a dot. */
export function textOfContent({ kind, id }: Content): string {
  return `${LETTERS[kind]}-${id}`;
}

/** Null for anything else. */
export function contentOfText(text: string): Content | null {
  const kind = CONTENT_KINDS.find((one) => text.startsWith(`${LETTERS[one]}-`));
  const id = text.slice(2);
  if (kind === undefined || (kind === 'statistics' ? id !== '' : !isShortId(id))) return null;
  return { kind, id };
}

export type CountedLink = Extract<Link, { readonly kind: ContentKind | 'shift' }>;

/** Which links are counted when they are opened (VI1): those that lead to what everybody may look at. */
export function isCounted(link: Link): link is CountedLink {
  return link.kind === 'shift' || CONTENT_KINDS.some((kind) => kind === link.kind);
}

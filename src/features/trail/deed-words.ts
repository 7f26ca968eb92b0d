/** Who did it, and to what, in a line. */
import type { DeedView } from '@contract/trail.contract';
import { KIND_WORDS, roleWords } from './field-words';

export function actorWords({ actorName, role, scopeName }: DeedView): string {
  return [actorName, roleWords(role), scopeName === actorName ? '' : scopeName]
    .filter((text) => text !== '')
    .join(' · ');
}

export function objectWords({ kind, title }: DeedView): string {
  return title === '' ? KIND_WORDS[kind] : `${KIND_WORDS[kind]} · ${title}`;
}

/**
 * Under which keys an entry is found: for each office above the division all of its entries, and those of one
 * kind, actor, object. One index serves every filter of the screen (TL4).
 */
import { officesOver } from '@domain/geography/division';
import type { DivisionCode } from '@domain/kernel/identifiers';
import type { Secrets } from '../kernel/ports';

export type TrailFilter =
  { readonly by: 'all' } | { readonly by: 'kind' | 'actor' | 'object' | 'subject'; readonly value: string };

export function keyOf(office: DivisionCode, filter: TrailFilter): string {
  return filter.by === 'all' ? office : `${office}:${filter.by}:${filter.value}`;
}

export function keysOf(divisionCode: DivisionCode, filters: readonly TrailFilter[]): string[] {
  const offices = officesOver(divisionCode);
  return offices.flatMap((office) => filters.map((filter) => keyOf(office, filter)));
}

/** Names an account where nobody needs to know it. */
export function actorIdOf(secrets: Pick<Secrets, 'shortId'>, openId: string): string {
  return secrets.shortId('actor', openId);
}

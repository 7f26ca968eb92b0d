import { contains, lineageOf } from '@domain/geography/division';
import type { DivisionCode } from '@domain/kernel/identifiers';

/** An office sees its own division and below, and the city's table it is ranked in: sums, never persons. */
export function mayRead(own: readonly DivisionCode[], divisionCode: DivisionCode): boolean {
  return own.some((code) => contains(code, divisionCode) || lineageOf(code)[0] === divisionCode);
}

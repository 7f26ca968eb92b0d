/** Which division on which day an office asks about; the same refusals everywhere. */
import { contains } from '@domain/geography/division';
import { rejected, type Rejection } from '@domain/kernel/result';
import type { DivisionCode } from '@domain/kernel/identifiers';
import { civilDayOf, type CivilDay } from '@domain/time/civil-day';
import { officeDivisions } from '../kernel/actor';
import type { RequestContext } from '../kernel/procedure';
import { mayRead } from './read-scope';

export interface AskedDivision {
  readonly kind: 'asked';
  readonly divisionCode: DivisionCode;
  readonly day: CivilDay;
}

/**
 * Null: the office's own division, and today. `within`: only an office above it may see (facts, not sums).
 */
export async function askedDivision(
  context: RequestContext,
  input: { readonly divisionCode: DivisionCode | null; readonly day: CivilDay | null },
  within: 'readable' | 'own' = 'readable',
): Promise<AskedDivision | Rejection<'actor.forbidden' | 'request.malformed'>> {
  const own = officeDivisions(await context.actor.grants());
  const divisionCode = input.divisionCode ?? own[0];
  if (divisionCode === undefined) return rejected('actor.forbidden');
  const isAllowed =
    within === 'own' ? own.some((code) => contains(code, divisionCode)) : mayRead(own, divisionCode);
  if (!isAllowed) return rejected('actor.forbidden');
  const today = civilDayOf(context.now);
  const day = input.day ?? today;
  if (day > today) return rejected('request.malformed', { path: 'day', issue: 'future' });
  return { kind: 'asked', divisionCode, day };
}

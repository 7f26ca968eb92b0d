/** Small things of an offline campaign: a shift called off, the code of a step, an organiser's account. */
import { hmacSha256 } from '@contract/hmac-sha256';
import { rotatingCodeAt, shortCodeAt } from '@domain/attendance/check-in-code';
import type { StoredDocument } from '@server/kernel/documents';
import { DIVISIONS, type World } from './world';

type Shift = StoredDocument<'shifts'>;

/** The shift is called off at an instant; who came before is not sent away. */
export function cancelShift({ ports }: World, { _id }: Shift, at: number) {
  return ports.database.transaction(async (transaction) => {
    const current = await transaction.get('shifts', _id);
    if (current === null) return;
    await transaction.put('shifts', { ...current, state: 'cancelled', cancelledAt: at });
  });
}

/** What the screen shows at a step: scanned, or typed off it. */
export function codeOf({ ports }: World, shift: Shift, step: number, draw: number) {
  const seed = ports.secrets.checkInSeed(shift._id);
  return draw < 0.7
    ? { kind: 'rotatingCode' as const, code: rotatingCodeAt(hmacSha256, seed, step) }
    : { kind: 'shortCode' as const, digits: shortCodeAt(hmacSha256, seed, step) };
}

/** An account that may run every shift of the city. */
export function grantOf(openId: string, now: number) {
  return {
    _id: `grant-of-${openId}`,
    openId,
    role: 'cityOffice',
    scope: { kind: 'division', divisionCode: DIVISIONS[0] },
    scopeName: '',
    fromDay: '2020-01-01',
    toDay: null,
    grantedBy: '',
    grantedAt: now,
  };
}

/** When are two places one? Shifts carry copies of their place, so that it is asked by where they lie. */
import { distanceMeters } from '../geography/distance';
import { checkInWindowOf, checkOutClosesAt, isWithin, type Place, type Shift } from './shift';

/** In the same community, each within the other's fence. */
export function isSamePlace(a: Place, b: Place): boolean {
  return (
    a.divisionCode === b.divisionCode &&
    distanceMeters(a.position, b.position) <= Math.min(a.radiusMeters, b.radiusMeters)
  );
}

/** Can one check in or out of this shift at this place now (AT2, AT3.2)? */
export function isGoingOnAt(shift: Shift, place: Place, now: number): boolean {
  const window = { opensAt: checkInWindowOf(shift).opensAt, closesAt: checkOutClosesAt(shift) };
  return shift.state === 'open' && isWithin(window, now) && isSamePlace(shift.place, place);
}

import fc from 'fast-check';
import { anyInstantAround, anyPosition, anyShift } from '../../tests/kit/arbitrary-facts';
import { distanceMeters } from '../geography/distance';
import { isGoingOnAt, isSamePlace } from './place';
import { checkInWindowOf, checkOutClosesAt } from './shift';

test('[AT3.2] two places are one when they are in one community and within each other’s fence', () => {
  fc.assert(
    fc.property(
      anyShift,
      anyPosition,
      fc.double({ min: -0.03, max: 0.03, noNaN: true }),
      (shift, far, north) => {
        const { place } = shift;
        const latitude = place.position.latitude + north;
        for (const position of [far, { ...place.position, latitude }]) {
          const other = { ...place, position, radiusMeters: 100 };
          const isNear = distanceMeters(place.position, position) <= Math.min(place.radiusMeters, 100);
          expect([isSamePlace(place, other), isSamePlace(other, place)]).toEqual([isNear, isNear]);
        }
        expect(isSamePlace(place, place)).toBe(true);
      },
    ),
  );
});

test('[AT3.2] a shift goes on at its place from first check-in to last check-out, if not cancelled', () => {
  fc.assert(
    fc.property(
      anyShift.chain((shift) => fc.tuple(fc.constant(shift), anyInstantAround(shift))),
      ([shift, now]) => {
        const isOpen = checkInWindowOf(shift).opensAt <= now && now < checkOutClosesAt(shift);
        expect(isGoingOnAt(shift, shift.place, now)).toBe(isOpen && shift.state === 'open');
      },
    ),
  );
});

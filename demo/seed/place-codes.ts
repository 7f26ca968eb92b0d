/** 地点码 of the place where the demo's open shift goes on: its print is there to be looked at and scanned. */
import { checkInWindowOf, isWithin } from '@domain/activity/shift';
import { placeIdOf, type PlaceCodeDocument } from '@server/attendance/place-code';
import type { Secrets } from '@server/kernel/ports';
import type { Programme } from './programme';

export function demoPlaceCodes(secrets: Secrets, now: number, { shifts }: Programme): PlaceCodeDocument[] {
  const open = shifts.find((shift) => isWithin(checkInWindowOf(shift), now));
  if (open === undefined) return [];
  return [
    {
      _id: placeIdOf({ secrets }, open),
      place: open.place,
      divisionName: open.divisionName,
      version: 1,
      isWithdrawn: false,
      changedAt: now,
      changedBy: 'demo-organiser',
    },
  ];
}

/** Making, replacing and withdrawing the printed code of a shift's place (AT3.2). */
import { MAXIMUM_CODE_VERSION } from '@domain/attendance/signed-code';
import { assert } from '@domain/kernel/result';
import type { PlaceCodeView } from '@contract/place-code.contract';
import type { StoredDocument } from '../kernel/documents';
import type { Ports } from '../kernel/ports';
import { requireOpenId, type Handler } from '../kernel/procedure';
import { placeIdOf, placeSceneOf, type PlaceCodeDocument } from './place-code';
import { managedShift } from './shift-screen';

/** Round trips: roles, shift, code. */
export const getPlaceCode: Handler<'attendance.getPlaceCode'> = async (input, context) => {
  const shift = await managedShift(context, input.shiftId);
  if ('kind' in shift) return shift;
  const document = await context.ports.database.get('placeCodes', placeIdOf(context.ports, shift));
  return toView(context.ports, shift, document);
};

/**
 * A change names the version it was decided on: sent twice, or by two people at once, it is done once,
 * and the answer is what holds now. Round trips: roles, shift, begin, read, write, commit.
 */
export const changePlaceCode: Handler<'attendance.changePlaceCode'> = async (input, context) => {
  const { ports, now } = context;
  const shift = await managedShift(context, input.shiftId);
  if ('kind' in shift) return shift;
  const placeId = placeIdOf(ports, shift);
  const document = await ports.database.transaction(async (transaction) => {
    const known = await transaction.get('placeCodes', placeId);
    const version = known?.version ?? 0;
    const isIdle = input.change === 'withdraw' && (known === null || known.isWithdrawn);
    if (version !== input.version || isIdle) return known;
    assert(version < MAXIMUM_CODE_VERSION, 'a place has fewer codes than three characters count');
    const changed: PlaceCodeDocument = {
      _id: placeId,
      place: shift.place,
      divisionName: shift.divisionName,
      version: version + 1,
      isWithdrawn: input.change === 'withdraw',
      changedAt: now,
      changedBy: requireOpenId(context),
    };
    await transaction.put('placeCodes', changed);
    return changed;
  });
  return toView(ports, shift, document);
};

function toView(
  ports: Ports,
  { place, divisionName }: StoredDocument<'shifts'>,
  document: PlaceCodeDocument | null,
): PlaceCodeView {
  const isInForce = document !== null && !document.isWithdrawn;
  return {
    placeName: place.name,
    divisionName,
    radiusMeters: place.radiusMeters,
    version: document?.version ?? 0,
    scene: isInForce ? placeSceneOf(ports, document._id, document.version) : null,
    changedAt: document?.changedAt ?? null,
  };
}

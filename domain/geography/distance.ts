/** Positions are GCJ-02 degrees, as WeChat gives them (AT3). */
export interface Position {
  readonly latitude: number;
  readonly longitude: number;
}

/** Mean earth radius (IUGG), metres. */
const EARTH_RADIUS_METERS = 6_371_008.8;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Great-circle distance in whole metres, haversine formula. Symmetric, 0 on itself. */
export function distanceMeters(a: Position, b: Position): number {
  const sinLatitude = Math.sin(radians(b.latitude - a.latitude) / 2);
  const sinLongitude = Math.sin(radians(b.longitude - a.longitude) / 2);
  const h =
    sinLatitude * sinLatitude +
    Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * sinLongitude * sinLongitude;
  return Math.round(2 * EARTH_RADIUS_METERS * Math.asin(Math.min(1, Math.sqrt(h))));
}

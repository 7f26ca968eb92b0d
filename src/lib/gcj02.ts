/**
 * Browsers measure in WGS-84; Chinese maps, WeChat and our data use GCJ-02, which shifts a place by up to
 * some 700 metres. The shift is a published approximation: a quadratic with sine waves over the distance from
 * 105°E 35°N, scaled to the Krasovsky ellipsoid. Outside China the two are the same. Good to about a metre.
 */
export interface Degrees {
  latitude: number;
  longitude: number;
}

const semiMajorAxisMeters = 6_378_245;
const eccentricitySquared = 0.006_693_421_622_965_943;

function isOutsideChina({ latitude, longitude }: Degrees): boolean {
  return longitude < 72.004 || longitude > 137.8347 || latitude < 0.8293 || latitude > 55.8271;
}

/** Sum of sine waves [amplitude, angular frequency in units of π] at `x`. */
function waves(x: number, terms: readonly (readonly [number, number])[]): number {
  return terms.reduce(
    (sum, [amplitude, frequency]) => sum + amplitude * Math.sin(x * frequency * Math.PI),
    0,
  );
}

const shortWaves = [
  [20, 6],
  [20, 2],
] as const;

function latitudeShift(x: number, y: number): number {
  const plane = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * Math.sqrt(Math.abs(x));
  const alongX = waves(x, shortWaves);
  const alongY = waves(y, [
    [20, 1],
    [40, 1 / 3],
    [160, 1 / 12],
    [320, 1 / 30],
  ]);
  return plane + ((alongX + alongY) * 2) / 3;
}

function longitudeShift(x: number, y: number): number {
  const plane = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * Math.sqrt(Math.abs(x));
  const alongX = waves(x, [...shortWaves, [20, 1], [40, 1 / 3], [150, 1 / 12], [300, 1 / 30]]);
  return plane + (alongX * 2) / 3;
}

/** Degrees in, degrees out. */
export function wgs84ToGcj02({ latitude, longitude }: Degrees): Degrees {
  if (isOutsideChina({ latitude, longitude })) return { latitude, longitude };
  const [x, y] = [longitude - 105, latitude - 35];
  const radians = (latitude / 180) * Math.PI;
  const flattening = 1 - eccentricitySquared * Math.sin(radians) ** 2;
  const meridianRadius = (semiMajorAxisMeters * (1 - eccentricitySquared)) / flattening ** 1.5;
  const parallelRadius = (semiMajorAxisMeters / Math.sqrt(flattening)) * Math.cos(radians);
  return {
    latitude: latitude + (latitudeShift(x, y) * 180) / (meridianRadius * Math.PI),
    longitude: longitude + (longitudeShift(x, y) * 180) / (parallelRadius * Math.PI),
  };
}

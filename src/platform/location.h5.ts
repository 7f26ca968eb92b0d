import { wgs84ToGcj02 } from '../lib/gcj02';
import type { LocationReading, ReadLocation } from './location-types';

export type * from './location-types';

const timeoutMs = 10_000;

function refusalOf(error: GeolocationPositionError): LocationReading {
  if (error.code === error.PERMISSION_DENIED) return { ok: false, reason: 'permissionDenied' };
  return { ok: false, reason: error.code === error.TIMEOUT ? 'timeout' : 'unavailable' };
}

export const readLocation: ReadLocation = () =>
  new Promise((resolve) => {
    // Absent on pages that are not served securely.
    if (!('geolocation' in navigator)) {
      resolve({ ok: false, reason: 'unavailable' });
      return;
    }
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        const { latitude, longitude } = wgs84ToGcj02(coords);
        resolve({ ok: true, latitude, longitude, accuracyMeters: coords.accuracy });
      },
      (error) => {
        resolve(refusalOf(error));
      },
      { enableHighAccuracy: true, timeout: timeoutMs, maximumAge: 0 },
    );
  });

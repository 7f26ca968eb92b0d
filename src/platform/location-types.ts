/** Degrees in GCJ-02, the datum of Chinese maps, whatever the device measured in. */
export type LocationReading =
  | { ok: true; latitude: number; longitude: number; accuracyMeters: number }
  | { ok: false; reason: 'permissionDenied' | 'unavailable' | 'timeout' };

/** Asks for permission if need be. Never rejects; gives up after about ten seconds. */
export type ReadLocation = () => Promise<LocationReading>;

/** Small JSON values kept on the device under a name. A value that cannot be read counts as absent. */
export interface DeviceStorage {
  get: (name: string) => unknown;
  /** False when the device refused, e.g. because it is full. */
  set: (name: string, value: unknown) => boolean;
  remove: (name: string) => void;
}

/**
 * Shifts the global `Date` of this thread, so that a function sees the clock of the local cloud.
 * Explicit dates stay what they are; only "now" moves.
 */
export function installVirtualDate(): (offsetMs: number) => void {
  const RealDate = Date;
  let offset = 0;
  const now = (): number => RealDate.now() + offset;
  const ShiftedDate = new Proxy(RealDate, {
    construct: (target, parameters, newTarget) =>
      parseObject(Reflect.construct(target, parameters.length === 0 ? [now()] : parameters, newTarget)),
    apply: () => new RealDate(now()).toString(),
    get: (target, property, receiver): unknown =>
      property === 'now' ? now : Reflect.get(target, property, receiver),
  });
  // Libraries compare `value.constructor === Date`.
  RealDate.prototype.constructor = ShiftedDate;
  globalThis.Date = ShiftedDate;
  return (offsetMs) => {
    offset = offsetMs;
  };
}

function parseObject(value: unknown): object {
  return value as object;
}

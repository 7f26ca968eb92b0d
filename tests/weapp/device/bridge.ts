/** Values on their way between the app's realm and the view. */

/** Data travels to the view as JSON: functions and undefined are lost on the way, as on a phone. */
export function overTheBridge(data: object): object {
  return parseLoose(JSON.parse(JSON.stringify(data)));
}

/** Property types name constructors of the app's realm; the engine compares with its own. */
export function localProperties(value: unknown): Record<string, unknown> {
  const constructors: Record<string, unknown> = { String, Number, Boolean, Object, Array };
  const local = (type: unknown): unknown =>
    typeof type === 'function' ? (constructors[type.name] ?? null) : type;
  return Object.fromEntries(
    Object.entries(parseLoose(value)).map(([name, property]) => [
      name,
      typeof property === 'object' && property !== null
        ? { ...property, type: local(parseLoose(property)['type']) }
        : local(property),
    ]),
  );
}

/** Undefined when the owner has no such member. */
export function callMember(owner: Record<string, unknown>, name: string, ...values: unknown[]): unknown {
  const member = owner[name];
  if (typeof member !== 'function') return undefined;
  const result: unknown = Reflect.apply(member, owner, values);
  return result;
}

export function parseLoose(value: unknown): Record<string, unknown> {
  return (value ?? {}) as Record<string, unknown>;
}

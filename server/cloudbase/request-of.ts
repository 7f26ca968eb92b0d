/** `wx.cloud.callFunction` adds `userInfo` and `tcbContext` to the event; identity never comes from there. */
export function requestOf(event: unknown): unknown {
  if (typeof event !== 'object' || event === null) return event;
  const procedure: unknown = Reflect.get(event, 'procedure');
  const input: unknown = Reflect.get(event, 'input');
  return { procedure, input };
}

/** The one callable function: every procedure goes through the router. */
import { callerOpenId } from '@server/cloudbase/caller';
import { cloudPorts } from '@server/cloudbase/cloud-ports';
import { handlers } from '@server/handlers';
import { handleRequest } from '@server/kernel/router';

const ports = cloudPorts(process.env);

export async function main(event: unknown): Promise<unknown> {
  return handleRequest(handlers, ports, withoutPlatformFields(event), callerOpenId());
}

/** `wx.cloud.callFunction` adds `userInfo` and `tcbContext` to the event; identity never comes from there. */
function withoutPlatformFields(event: unknown): unknown {
  if (typeof event !== 'object' || event === null) return event;
  const procedure: unknown = Reflect.get(event, 'procedure');
  const input: unknown = Reflect.get(event, 'input');
  return { procedure, input };
}

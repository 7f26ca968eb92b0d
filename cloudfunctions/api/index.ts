/** The callable function: every procedure but the drawing of papers goes through the router here. */
import { callerOpenId, callerOrigin } from '@server/cloudbase/caller';
import { cloudPorts } from '@server/cloudbase/cloud-ports';
import { requestOf } from '@server/cloudbase/request-of';
import { handlers } from '@server/handlers';
import { handleRequest } from '@server/kernel/router';

const ports = cloudPorts(process.env);

export async function main(event: unknown): Promise<unknown> {
  return handleRequest(handlers, ports, requestOf(event), callerOpenId(), callerOrigin());
}

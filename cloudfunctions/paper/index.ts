/** Draws papers: apart from `api`, so that no check-in waits for a typeface to be loaded. */
import { callerOpenId, callerOrigin } from '@server/cloudbase/caller';
import { cloudPorts } from '@server/cloudbase/cloud-ports';
import { requestOf } from '@server/cloudbase/request-of';
import { handleRequest } from '@server/kernel/router';
import { paperHandlers } from '@server/paper-handlers';

const ports = cloudPorts(process.env);

export async function main(event: unknown): Promise<unknown> {
  return handleRequest(paperHandlers, ports, requestOf(event), callerOpenId(), callerOrigin());
}

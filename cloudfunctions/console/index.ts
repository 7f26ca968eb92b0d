/**
 * Signed-in computers call here, through the cloud's HTTP access alone (CS5): whoever the platform itself
 * knows has the function `api`.
 */
import { callerOpenId, callerOrigin } from '@server/cloudbase/caller';
import { cloudPorts } from '@server/cloudbase/cloud-ports';
import { answerConsole } from '@server/console/answer-console';
import { handlers } from '@server/handlers';

const ports = cloudPorts(process.env);

export async function main(event: unknown): Promise<unknown> {
  if (callerOpenId() !== null) throw new Error('this function is called by its address only');
  return answerConsole(handlers, ports, event, callerOrigin().clientIp);
}

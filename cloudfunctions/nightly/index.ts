/** Timer: recounts every figure, publishes yesterday's, restates what late facts changed. */
import { runNightly } from '@server/audit/run-recount';
import { refuseClients } from '@server/cloudbase/caller';
import { cloudPorts } from '@server/cloudbase/cloud-ports';

const ports = cloudPorts(process.env);

export async function main(): Promise<unknown> {
  refuseClients();
  return runNightly(ports);
}

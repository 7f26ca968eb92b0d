/** Timer: brings the tallies up to the facts every few seconds. */
import { refuseClients } from '@server/cloudbase/caller';
import { cloudPorts } from '@server/cloudbase/cloud-ports';
import { foldContributions } from '@server/statistics/fold-contributions';

const ports = cloudPorts(process.env);

export async function main(): Promise<unknown> {
  refuseClients();
  return foldContributions(ports);
}

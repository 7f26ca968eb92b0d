/** Timer: visits nobody checked out of expire. */
import { refuseClients } from '@server/cloudbase/caller';
import { cloudPorts } from '@server/cloudbase/cloud-ports';
import { expireVisits } from '@server/attendance/expire-visits';

const ports = cloudPorts(process.env);

export async function main(): Promise<unknown> {
  refuseClients();
  return { expiredCount: await expireVisits(ports) };
}

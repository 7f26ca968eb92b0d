/** Timer: visits nobody checked out of expire; seats that are owed to a line are given. */
import { refuseClients } from '@server/cloudbase/caller';
import { cloudPorts } from '@server/cloudbase/cloud-ports';
import { expireVisits } from '@server/attendance/expire-visits';
import { serveLines } from '@server/enrolment/serve-lines';

const ports = cloudPorts(process.env);

export async function main(): Promise<unknown> {
  refuseClients();
  const servedCount = await serveLines(ports);
  return { servedCount, expiredCount: await expireVisits(ports) };
}

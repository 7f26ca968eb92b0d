/**
 * Timer: visits nobody checked out of expire; seats that are owed to a line are given; closings are settled.
 */
import { refuseClients } from '@server/cloudbase/caller';
import { cloudPorts } from '@server/cloudbase/cloud-ports';
import { expireVisits } from '@server/attendance/expire-visits';
import { sweepClosings } from '@server/attendance/settle-closing';
import { serveLines } from '@server/enrolment/serve-lines';

const ports = cloudPorts(process.env);

export async function main(): Promise<unknown> {
  refuseClients();
  const servedCount = await serveLines(ports);
  const expiredCount = await expireVisits(ports);
  return { servedCount, expiredCount, settledCount: await sweepClosings(ports) };
}

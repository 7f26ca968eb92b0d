/**
 * Timer: visits nobody checked out of expire; seats that are owed to a line are given; closings are settled;
 * entries nobody answered lapse; merges go on; orders nobody took in time end; what served for hours only is
 * taken away; openings are added up; what an older key sealed is sealed anew.
 */
import { refuseClients } from '@server/cloudbase/caller';
import { cloudPorts } from '@server/cloudbase/cloud-ports';
import { expireVisits } from '@server/attendance/expire-visits';
import { sweepClosings } from '@server/attendance/settle-closing';
import { expireOrders } from '@server/demand/expire-orders';
import { sweepParts } from '@server/kernel/sweep-parts';
import { countOpenings } from '@server/reach/count-openings';
import { rotateKeys } from '@server/security/rotate-keys';
import { workMerges } from '@server/person/work-merges';
import { lapseSupplements } from '@server/supplement/lapse';
import { serveLines } from '@server/enrolment/serve-lines';

const ports = cloudPorts(process.env);

export async function main(): Promise<unknown> {
  refuseClients();
  const servedCount = await serveLines(ports);
  const expiredCount = await expireVisits(ports);
  const settledCount = await sweepClosings(ports);
  const lapsedCount = await lapseSupplements(ports);
  let sweptCount = 0;
  for (const collection of ['evidenceParts', 'pictureParts', 'callCounts', 'consoleTickets'] as const) {
    sweptCount += await sweepParts(ports, collection);
  }
  const mergedCount = await workMerges(ports);
  const orderCount = await expireOrders(ports);
  const openingCount = await countOpenings(ports);
  const resealedCount = await rotateKeys(ports);
  const counts = { servedCount, expiredCount, settledCount, lapsedCount, sweptCount, mergedCount };
  return { ...counts, orderCount, openingCount, resealedCount };
}

/**
 * Timer: what offices have begun and wait for, step by step: rosters are read, checked, written and undone;
 * the dormant are counted, invited and counted on.
 */
import { refuseClients } from '@server/cloudbase/caller';
import { cloudPorts } from '@server/cloudbase/cloud-ports';
import { workImports } from '@server/import/work-imports';
import { workWakes } from '@server/wake/work-wakes';

const ports = cloudPorts(process.env);

export async function main(): Promise<unknown> {
  refuseClients();
  // The shorter one first: a long roster takes what is left of the minute.
  const wakeStepCount = await workWakes(ports);
  return { ...(await workImports(ports)), wakeStepCount };
}

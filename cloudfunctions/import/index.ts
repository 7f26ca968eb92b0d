/** Timer: reads, checks, writes and undoes the rosters that offices import, step by step. */
import { refuseClients } from '@server/cloudbase/caller';
import { cloudPorts } from '@server/cloudbase/cloud-ports';
import { workImports } from '@server/import/work-imports';

const ports = cloudPorts(process.env);

export async function main(): Promise<unknown> {
  refuseClients();
  return workImports(ports);
}

/** Timer: makes the files that offices asked for, step by step. */
import { refuseClients } from '@server/cloudbase/caller';
import { cloudPorts } from '@server/cloudbase/cloud-ports';
import { workExports } from '@server/export/work-exports';

const ports = cloudPorts(process.env);

export async function main(): Promise<unknown> {
  refuseClients();
  return workExports(ports);
}

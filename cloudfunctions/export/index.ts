/** Timer: makes the files that offices asked for, step by step: figures first, then posters of counties. */
import { refuseClients } from '@server/cloudbase/caller';
import { cloudPorts } from '@server/cloudbase/cloud-ports';
import { workExports } from '@server/export/work-exports';
import { workCountyPosters } from '@server/poster/work-county-posters';

const ports = cloudPorts(process.env);

export async function main(): Promise<unknown> {
  refuseClients();
  const { stepCount } = await workExports(ports);
  // One kind a run: together they might outlast it.
  return { stepCount: stepCount > 0 ? stepCount : await workCountyPosters(ports) };
}

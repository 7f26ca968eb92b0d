/**
 * Timer: recounts every figure, publishes yesterday's, restates what late facts changed. It hands parts of
 * the recount to further instances of itself.
 */
import { recountPartSchema, runPartWith } from '@server/audit/parts';
import { runNightly } from '@server/audit/run-recount';
import { isCalledByFunction, refuseClients } from '@server/cloudbase/caller';
import { cloudPorts } from '@server/cloudbase/cloud-ports';
import { runPartElsewhere } from '@server/cloudbase/recount-part';

const ports = cloudPorts(process.env);

export async function main(event: unknown): Promise<unknown> {
  refuseClients();
  if (isCalledByFunction()) return runPartWith(ports)(recountPartSchema.parse(partOf(event)));
  return runNightly(ports, runPartElsewhere);
}

function partOf(event: unknown): unknown {
  return typeof event === 'object' && event !== null ? Reflect.get(event, 'part') : undefined;
}

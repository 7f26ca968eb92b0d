/** Timer: people of cancelled shifts are told, and every message that is due is sent. */
import { refuseClients } from '@server/cloudbase/caller';
import { cloudPorts } from '@server/cloudbase/cloud-ports';
import { runMessages } from '@server/message/run-messages';

const ports = cloudPorts(process.env);

export async function main(): Promise<unknown> {
  refuseClients();
  return runMessages(ports);
}

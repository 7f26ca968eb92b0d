/** Timer: people of cancelled shifts are told, and every message that is due is sent. */
import { refuseClients } from '@server/cloudbase/caller';
import { cloudPorts } from '@server/cloudbase/cloud-ports';
import { sendMessages } from '@server/message/send-messages';
import { tellCancellations } from '@server/message/tell-cancellations';

const ports = cloudPorts(process.env);

export async function main(): Promise<unknown> {
  refuseClients();
  const toldCount = await tellCancellations(ports);
  return { toldCount, ...(await sendMessages(ports)) };
}

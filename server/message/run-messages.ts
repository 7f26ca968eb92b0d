import type { Ports } from '../kernel/ports';
import { sendMessages, type SendCounts } from './send-messages';
import { tellCancellations } from './tell-cancellations';

/** One run of the timer. Two round trips when nothing is to be done. */
export async function runMessages(ports: Ports): Promise<SendCounts & { readonly toldCount: number }> {
  // What is due does not wait for a shift that cannot be told of.
  const [told] = await Promise.allSettled([tellCancellations(ports)]);
  const counts = await sendMessages(ports);
  if (told.status === 'rejected') throw told.reason;
  return { toldCount: told.value, ...counts };
}

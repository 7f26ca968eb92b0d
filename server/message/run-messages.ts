import type { Ports } from '../kernel/ports';
import { failureOf, sendMessages, type SendCounts } from './send-messages';
import { tellCancellations } from './tell-cancellations';
import { tellChanges } from './tell-changes';

/** One run of the timer. Three round trips when nothing is to be done. */
export async function runMessages(ports: Ports): Promise<SendCounts & { readonly toldCount: number }> {
  const told = await tellCancellations(ports).catch(failureOf);
  const changed = await tellChanges(ports).catch(failureOf);
  // What is due does not wait for a shift that cannot be told of.
  const counts = await sendMessages(ports);
  if (told instanceof Error) throw told;
  if (changed instanceof Error) throw changed;
  return { toldCount: told + changed, ...counts };
}

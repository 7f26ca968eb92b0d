/** 本人流水: what somebody did with the own registration, found again by whoever repeats the request. */
import type { RequestContext } from '../kernel/procedure';
import { requireOpenId } from '../kernel/procedure';

/** The same for the same account and request. */
export function personEntryIdOf(context: RequestContext, requestId: string): string {
  return context.ports.secrets.shortId('person-entry', `${requireOpenId(context)}:${requestId}`);
}

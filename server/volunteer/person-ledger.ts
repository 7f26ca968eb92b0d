/** 本人流水: what somebody did with the own registration, found again by whoever repeats the request. */
import { requireOpenId, type RequestContext } from '../kernel/procedure';

type Purpose =
  'register' | 'claim' | 'move' | 'leave' | 'consent' | 'phone' | 'profile' | 'data' | 'merge' | 'identity';

/** The same for the same account, purpose and request. */
export function personEntryIdOf(context: RequestContext, purpose: Purpose, requestId: string): string {
  return context.ports.secrets.shortId('person-entry', `${requireOpenId(context)}:${purpose}:${requestId}`);
}

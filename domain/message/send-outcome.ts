/** What an answer of WeChat means for a message (ME3, ME4). */
import { MINUTE_MS } from '../time/civil-day';

export const MESSAGE_STATES = [
  /** not due, or to be tried again */
  'waiting',
  /** claimed by a run; nobody knows yet */
  'sending',
  'sent',
  /** WeChat says that the person wants none (43101) */
  'refused',
  /** whoever sent it died before writing down what came of it: never repeated */
  'unknown',
  /** nothing was left of what the person agreed to */
  'notAgreed',
  /** its fact is no longer true */
  'outdated',
  /** no hour was left that helps */
  'tooLate',
  /** our own fault, by its number */
  'failed',
] as const;
export type MessageState = (typeof MESSAGE_STATES)[number];

/** Answered by its number, or nobody knows whether it was sent. */
export type SendAnswer =
  { readonly kind: 'answered'; readonly errorCode: number } | { readonly kind: 'unknown' };

export const PERSON_REFUSES = 43_101;
/**
 * Surely not sent, and another time it may be: over the limit of the minute or the day, two at once to one
 * person, and permissions of the app or the function that somebody has yet to give.
 */
const LATER: readonly number[] = [45_009, 43_108, 48_001, -604_101];

export const MAXIMUM_ATTEMPTS = 5;

export type Outcome =
  | { readonly kind: 'ended'; readonly state: Exclude<MessageState, 'waiting' | 'sending'> }
  | { readonly kind: 'again'; readonly afterMs: number };

/** `attemptCount`: with the one just made. */
export function outcomeOf(answer: SendAnswer, attemptCount: number): Outcome {
  if (answer.kind === 'unknown') return { kind: 'ended', state: 'unknown' };
  const { errorCode } = answer;
  if (errorCode === 0) return { kind: 'ended', state: 'sent' };
  if (errorCode === PERSON_REFUSES) return { kind: 'ended', state: 'refused' };
  if (LATER.includes(errorCode) && attemptCount < MAXIMUM_ATTEMPTS) {
    return { kind: 'again', afterMs: 2 ** attemptCount * MINUTE_MS };
  }
  return { kind: 'ended', state: 'failed' };
}

/**
 * The life of one sending, as a pure machine: what was sent without an answer is frozen, so sending it again
 * is the same command with the same `requestId` and can never make a second activity (AT1).
 */
import type { OutputOf } from '@contract/procedures';

import type { ApiError } from '@/lib/api-error';

import type { Undecided } from './editor-storage';

export type Created = OutputOf<'activity.createActivity'>;

export type Sending =
  /** free to type */
  | { readonly kind: 'editing'; readonly refusal: ApiError | null }
  | { readonly kind: 'sending'; readonly command: Undecided }
  /** nobody knows whether it arrived: the fields are locked until it is sent again or given up */
  | { readonly kind: 'undecided'; readonly command: Undecided; readonly error: ApiError | null }
  | { readonly kind: 'done'; readonly created: Created; readonly isPublished: boolean };

export type SendingStep =
  | { readonly kind: 'send'; readonly command: Undecided }
  | { readonly kind: 'accepted'; readonly created: Created }
  | { readonly kind: 'refused'; readonly error: ApiError }
  /** go back to typing although the last sending may have arrived */
  | { readonly kind: 'giveUp' };

export function sendingAfter(state: Sending, step: SendingStep): Sending {
  switch (step.kind) {
    case 'send':
      return { kind: 'sending', command: step.command };
    case 'giveUp':
      return { kind: 'editing', refusal: null };
    case 'accepted':
      if (state.kind !== 'sending') return state;
      return { kind: 'done', created: step.created, isPublished: state.command.publish };
    case 'refused':
      if (state.kind !== 'sending') return state;
      return step.error.isUndecided
        ? { kind: 'undecided', command: state.command, error: step.error }
        : { kind: 'editing', refusal: step.error };
  }
}

/** The command to keep on the device in this state. */
export function undecidedOf(state: Sending): Undecided | null {
  return state.kind === 'sending' || state.kind === 'undecided' ? state.command : null;
}

/** A retry sends the same id; a new attempt after an answer gets a new one. */
export function commandFor(state: Sending, publish: boolean, newRequestId: () => string): Undecided {
  return state.kind === 'undecided' ? state.command : { requestId: newRequestId(), publish };
}

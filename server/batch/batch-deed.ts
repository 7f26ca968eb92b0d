/** What a kind of thing must say to be done by the dozen (CS9). */
import type { BatchEffect } from '@contract/batch.contract';
import type { ErrorCode } from '@contract/error-codes';
import { SHORTEST_REASON } from '@domain/attendance/decide-approval';
import { rejected, type Rejection } from '@domain/kernel/result';
import type { Ports } from '../kernel/ports';
import type { RequestContext } from '../kernel/procedure';

export type Effect = Omit<BatchEffect, 'key'>;

export interface BatchItem {
  readonly key: string;
  /** of the effect that was shown */
  readonly seen: string;
  /** the same for every item of a command, and again when it is repeated */
  readonly requestId: string;
  readonly reason: string;
}

export interface BatchHandler {
  /** of what is the same for all of them: the reason */
  readonly refusalOf: (context: RequestContext, reason: string) => Promise<Rejection<ErrorCode> | null>;
  /** by the rule of the single deed, and written by nobody */
  readonly effectOf: (context: RequestContext, key: string) => Promise<Effect>;
  /** what the single deed does, unless something is not as it was seen (`batch.changedMeanwhile`) */
  readonly run: (
    context: RequestContext,
    item: BatchItem,
  ) => Promise<{ readonly outcome: 'done' | 'already' } | Rejection<ErrorCode>>;
}

/** A deed that somebody else suffers says why. */
export function refusalWithoutReason(reason: string): Rejection<'record.reasonMissing'> | null {
  return reason.trim().length < SHORTEST_REASON ? rejected('record.reasonMissing') : null;
}

/** Short, and the same for the same facts. */
export function seenOf({ secrets }: Pick<Ports, 'secrets'>, facts: readonly unknown[]): string {
  return secrets.shortId('batchSeen', JSON.stringify(facts));
}

/** Of what one may not know anything about. */
export function effectOfRefusal(ports: Pick<Ports, 'secrets'>, refusal: Rejection<ErrorCode>): Effect {
  return { who: '', peopleCount: 0, minutes: 0, refusal: toRefusal(refusal), seen: seenOf(ports, []) };
}

export function toRefusal({ code, params }: Rejection<ErrorCode>): BatchEffect['refusal'] {
  return { code, params: { ...params } };
}

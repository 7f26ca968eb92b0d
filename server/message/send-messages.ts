/**
 * What is due is sent (ME3–ME6). A timer runs this; runs may overlap, come twice and die anywhere. Bounded:
 * so many messages and so many seconds a run, the oldest first; what is left is the next one's.
 */
import { giveBack, refusedByPlatform } from '@domain/message/agreement';
import { agreementOf, subscriptionIdOf } from '@domain/message/message-kind';
import { timeOf } from '@domain/message/message-text';
import { outcomeOf, type MessageState, type Outcome, type SendAnswer } from '@domain/message/send-outcome';
import { miniProgramPathOf, type Link } from '@domain/link/link';
import { assert } from '@domain/kernel/result';
import type { MessageTemplate } from '@contract/message-templates';
import { mapInLanes } from '../kernel/map-in-lanes';
import type { Ports, SubscribeMessage } from '../kernel/ports';
import { claimMessage } from './claim-message';
import type { MessageDocument } from './message-document';

/** An answer of half a megabyte; the seconds are felt before. */
const MESSAGES_PER_RUN = 800;
/** Under way together: each waits for the cloud, not for the processor. */
const LANES = 8;
/** Of the sixty seconds that a run may last: what has begun then still ends. */
const BEGINNING_MS = 40_000;

/** How many are in which state now that were worked on. */
export type SendCounts = Partial<Record<MessageState, number>>;

/**
 * One round trip when nothing is due. Throws when some could not be worked on, after all the others were: a
 * run that ended early would leave what is just being sent unknown.
 */
export async function sendMessages(ports: Ports): Promise<SendCounts> {
  const startedAt = ports.now();
  const due = await ports.database.find('messages', {
    where: { isOpen: true, actAt: { atMost: startedAt } },
    orderBy: [
      ['actAt', 'asc'],
      ['_id', 'asc'],
    ],
    limit: MESSAGES_PER_RUN,
  });
  const states = await mapInLanes(due, Math.min(LANES, due.length), async ({ _id }) =>
    ports.now() - startedAt > BEGINNING_MS ? null : workOn(ports, _id).catch(failureOf),
  );
  const counts: SendCounts = {};
  const failures: Error[] = [];
  for (const state of states) {
    if (state instanceof Error) failures.push(state);
    else if (state !== null) counts[state] = (counts[state] ?? 0) + 1;
  }
  const [first] = failures;
  if (first !== undefined) throw new Error(`${String(failures.length)} failed, such as: ${first.message}`);
  return counts;
}

/** For what must not end the rest of a run. */
export function failureOf(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}

/** What became of it; null: it was not ours, or not due. */
async function workOn(ports: Ports, messageId: string): Promise<MessageState | null> {
  const claimId = ports.randomId();
  const claimed = await claimMessage(ports, messageId, claimId);
  if (claimed.kind !== 'ours') return claimed.kind === 'ended' ? claimed.state : null;
  const { message, openId } = claimed;
  const template = ports.messageTemplates[agreementOf(message.kind)];
  assert(template !== undefined, 'only what has a template is claimed');
  const answer = await ports.platform.sendMessage(wireOf(message, openId, template));
  return writeOutcome(ports, messageId, claimId, answer);
}

/** The message as WeChat takes it, with the field names of the city's template (ME7, ME8). */
function wireOf(message: MessageDocument, openId: string, template: MessageTemplate): SubscribeMessage {
  const { title, time, place, note } = template.fields;
  const values: [string | null, string][] = [
    [title, message.title],
    [time, timeOf(message.timeAt)],
    [place, message.placeName],
    [note, message.note],
  ];
  return {
    openId,
    templateId: template.templateId,
    page: miniProgramPathOf(linkOf(message)),
    data: Object.fromEntries(
      values.flatMap(([field, value]) => (field === null ? [] : [[field, { value }]])),
    ),
  };
}

function linkOf({ shiftId, certificateId, wakeId }: MessageDocument): Link {
  if (wakeId !== undefined) return { kind: 'invitation', wakeId };
  if (certificateId !== null) return { kind: 'ownCertificate', certificateId };
  assert(shiftId !== null, 'a message is about a shift, a certificate or a wake');
  return { kind: 'shift', shiftId };
}

/** For this claim only, also when it comes so late that the message is taken for lost already. */
function writeOutcome(
  ports: Ports,
  messageId: string,
  claimId: string,
  answer: SendAnswer,
): Promise<MessageState> {
  return ports.database.transaction(async (transaction) => {
    const now = ports.now();
    const message = await transaction.get('messages', messageId);
    // Who has left meanwhile takes the messages along (RG10).
    if (message === null) return 'outdated';
    const { claim, state } = message;
    if (claim?.claimId !== claimId || (state !== 'sending' && state !== 'unknown')) return state;
    const outcome = outcomeOf(answer, message.attemptCount);
    const next = withOutcome(message, outcome, answer, now);
    await transaction.put('messages', next);
    const rowId = subscriptionIdOf(message.volunteerId, message.kind);
    const isSpent = next.state === 'sent' || next.state === 'unknown';
    const known = isSpent ? null : await transaction.get('subscriptions', rowId);
    if (known !== null) {
      const changed = next.state === 'refused' ? refusedByPlatform(known, now) : giveBack(known, claim);
      await transaction.put('subscriptions', { ...known, ...changed });
    }
    return next.state;
  });
}

function withOutcome(
  message: MessageDocument,
  outcome: Outcome,
  answer: SendAnswer,
  now: number,
): MessageDocument {
  const errorCode = answer.kind === 'answered' && answer.errorCode !== 0 ? answer.errorCode : null;
  if (outcome.kind === 'ended')
    return { ...message, state: outcome.state, isOpen: false, claim: null, errorCode, endedAt: now };
  const actAt = now + outcome.afterMs;
  return { ...message, state: 'waiting', isOpen: true, claim: null, errorCode, endedAt: null, actAt };
}

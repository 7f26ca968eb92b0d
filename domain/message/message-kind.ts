/** 消息: what a volunteer may be told by WeChat, and when it is asked for (ME2). */

export const MESSAGE_KINDS = [
  'shiftSoon',
  'checkOutForgotten',
  'seatGiven',
  'shiftCancelled',
  'recordConfirmed',
  'certificateReady',
  'invitation',
] as const;
export type MessageKind = (typeof MESSAGE_KINDS)[number];

/** What is told of. A change goes by the agreement to hear of a cancellation: both say whether to come. */
export const TOLD_KINDS = [...MESSAGE_KINDS, 'shiftChanged'] as const;
export type ToldKind = (typeof TOLD_KINDS)[number];
export function agreementOf(kind: ToldKind): MessageKind {
  return kind === 'shiftChanged' ? 'shiftCancelled' : kind;
}

/** WeChat's dialog asks for at most so many templates at once. */
export const MAXIMUM_ASKED = 3;

/** The deeds after which it is natural to ask, and for what. */
export const ASKED_AFTER = {
  enrolled: ['shiftSoon', 'shiftCancelled', 'recordConfirmed'],
  waiting: ['seatGiven', 'shiftSoon', 'shiftCancelled'],
  checkedIn: ['checkOutForgotten', 'recordConfirmed'],
  invited: ['invitation'],
  certificateIssued: ['certificateReady'],
} as const satisfies Record<string, readonly MessageKind[]>;
export type Occasion = keyof typeof ASKED_AFTER;

/** These are planned for the one thing they were agreed to for; the others wait for a fact. */
export type PlannedKind = 'shiftSoon' | 'checkOutForgotten' | 'certificateReady';
export function isPlanned(kind: MessageKind): kind is PlannedKind {
  return kind === 'shiftSoon' || kind === 'checkOutForgotten' || kind === 'certificateReady';
}

/** One message for a kind, a fact and a person (ME1); `fact` is made of ids and counts. */
export function messageIdOf(kind: ToldKind, fact: string, volunteerId: string): string {
  return `${kind}:${fact}:${volunteerId}`;
}

/** The ledger's document for a person and a kind (ME2). */
export function subscriptionIdOf(volunteerId: string, kind: ToldKind): string {
  return `${volunteerId}:${agreementOf(kind)}`;
}

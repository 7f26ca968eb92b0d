/** From a stored 补录 to what is seen of it, and the one way a step of it is stored (AT10). */
import { lineageOf } from '@domain/geography/division';
import type { DivisionCode, TeamId } from '@domain/kernel/identifiers';
import {
  canStep,
  isOpen,
  isPublicState,
  isSameParty,
  usesQuota,
  type Party,
  type SupplementState,
} from '@domain/supplement/supplement';
import { assert } from '@domain/kernel/result';
import type { SupplementView } from '@contract/supplement.contract';
import { mayOrganise, type Account, type RoleGrant } from '../kernel/actor';
import type { StoredDocument } from '../kernel/documents';
import type { Transaction } from '../kernel/ports';
import { requireOpenId, type RequestContext } from '../kernel/procedure';
import { changeQuota } from './quota';

export type SupplementDocument = StoredDocument<'supplements'>;
export const SUPPLEMENT_PAGE = 20;
export const NEWEST_FIRST = [
  ['enteredAt', 'desc'],
  ['_id', 'asc'],
] as const;

/** Who acts, as the ledger and the screens name them: a registered person by the masked name. */
export interface Acting {
  readonly party: Party;
  readonly name: string;
  readonly grants: readonly RoleGrant[];
}

/** Round trips: account and grants, together. */
export async function actingIn(context: RequestContext): Promise<Acting> {
  const [grants, account] = await Promise.all([context.actor.grants(), context.actor.account()]);
  return { party: partyOf(context, account), name: nameOf(grants, account), grants };
}

export function partyOf(context: RequestContext, account: Account | null): Party {
  return { openId: requireOpenId(context), volunteerId: account?.volunteerId ?? null };
}

function nameOf(grants: readonly RoleGrant[], account: Account | null): string {
  return account?.maskedName ?? grants[0]?.scopeName ?? '';
}

/** The team, and every division from the place up to the city. */
export function handlerKeysOf(divisionCode: DivisionCode, teamId: TeamId): string[] {
  return [...lineageOf(divisionCode), teamId];
}

export function mayHandle({ grants }: Acting, document: SupplementDocument): boolean {
  return mayOrganise(grants, document.teamId, document.divisionCode);
}

/** `viewer` null: of whom nothing is the own. */
export function toSupplementView(document: SupplementDocument, viewer: Party | null): SupplementView {
  const { _id, evidenceIds, maker, volunteerId } = document;
  const isOwn = viewer !== null && (isSameParty(viewer, maker) || viewer.volunteerId === volunteerId);
  return { ...document, supplementId: _id, evidenceCount: evidenceIds.length, isOwn };
}

function groupOf(state: SupplementState): SupplementDocument['group'] {
  return state === 'toCheck' || state === 'toConfirm' ? state : 'ended';
}

export interface Step {
  /** null: never entered before */
  readonly before: SupplementDocument | null;
  readonly next: Omit<SupplementDocument, 'seq' | 'group' | 'isPublic'>;
  readonly actor: string;
  readonly actorName: string;
  readonly requestId: string;
  readonly reason: string | null;
}

/** Document, ledger, and the quota where what uses it changes: two round trips, or four. */
export async function storeStep(
  transaction: Transaction,
  now: number,
  { before, next, actor, actorName, requestId, reason }: Step,
): Promise<SupplementDocument> {
  const { state, minutes } = next;
  assert(before === null || canStep(before.state, state), 'a step follows the diagram');
  const seq = (before?.seq ?? 0) + 1;
  const stored = { ...next, seq, group: groupOf(state), isPublic: isPublicState(state) };
  await transaction.put('supplements', stored);
  await transaction.add('supplementSteps', {
    _id: `${next._id}:${String(seq)}`,
    supplementId: next._id,
    seq,
    to: state,
    at: now,
    actor,
    actorName,
    minutes,
    requestId,
    reason: reason === '' ? null : reason,
  });
  const used = before !== null && usesQuota(before.state) ? before.minutes : 0;
  const uses = usesQuota(state) ? minutes : 0;
  if (uses !== used) await changeQuota(transaction, stored, uses - used, now);
  return stored;
}

/**
 * 作废 of a record takes its 补录 out of the public list, with the same reason: one round trip more, three
 * when there is one.
 */
export async function closeSupplement(
  transaction: Transaction,
  now: number,
  supplementId: SupplementDocument['_id'],
  cause: {
    readonly actor: string;
    readonly actorName: string;
    readonly requestId: string;
    readonly reason: string;
  },
): Promise<void> {
  const before = await transaction.get('supplements', supplementId);
  if (before === null || !(isOpen(before.state) || before.state === 'confirmed')) return;
  const next = { ...before, state: 'voided' as const, endReason: cause.reason };
  await storeStep(transaction, now, { before, next, ...cause });
}

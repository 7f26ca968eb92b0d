import type { ErrorCode } from '@contract/error-codes';
import type { ParsedInputOf, ProcedureName, ViewOf } from '@contract/procedures';
import type { OpenId } from '@domain/kernel/identifiers';
import type { Rejection } from '@domain/kernel/result';
import type { Account, Actor } from './actor';
import type { Ports } from './ports';

export interface RequestContext {
  readonly ports: Ports;
  readonly actor: Actor;
  readonly now: number;
}

/** The work behind one procedure: parsed input in, a view or a refusal out. */
export type Handler<Name extends ProcedureName> = (
  input: ParsedInputOf<Name>,
  context: RequestContext,
) => Promise<ViewOf<Name> | Rejection<ErrorCode>>;

export type Handlers = { readonly [Name in ProcedureName]: Handler<Name> };

/** For procedures whose audience guarantees it; the router has checked. */
export async function requireAccount(context: RequestContext): Promise<Account> {
  const account = await context.actor.account();
  if (account === null) throw new Error('invariant broken: the audience lets only volunteers in');
  return account;
}

export function requireOpenId(context: RequestContext): OpenId {
  if (context.actor.openId === null) throw new Error('invariant broken: the audience lets only accounts in');
  return context.actor.openId;
}

/** What a procedure is: a name, two schemas, and who may ask. The server adds the work, the app the call. */
import type * as z from 'zod';

/**
 * visitor: anybody, signed in or not · account: signed in · volunteer: registered ·
 * organiser / office: holds such a role somewhere (the procedure then checks the scope).
 */
export type Audience = 'visitor' | 'account' | 'volunteer' | 'organiser' | 'office';

export interface ProcedureContract<
  Input extends z.ZodType = z.ZodType,
  Output extends z.ZodType = z.ZodType,
> {
  readonly summary: string;
  readonly audience: Audience;
  readonly kind: 'query' | 'command';
  readonly input: Input;
  readonly output: Output;
}

export function procedure<Input extends z.ZodType, Output extends z.ZodType>(
  contract: ProcedureContract<Input, Output>,
): ProcedureContract<Input, Output> {
  return contract;
}

/** One function, many procedures: find → parse → identify → authorise → count → work → check the answer. */
import { RETRYABLE_CODES, type ErrorCode } from '@contract/error-codes';
import { isProcedureName } from '@contract/procedure-name';
import { procedures, type ProcedureName } from '@contract/procedures';
import type { Audience } from '@contract/procedure-kit';
import { REQUEST_MAXIMUM_CHARACTERS, requestSchema, type WireResponse } from '@contract/wire';
import type * as z from 'zod';
import { parseOpenId } from '@domain/kernel/identifiers';
import { rejected, type Rejection, type RejectionParams } from '@domain/kernel/result';
import { deedOf } from '../trail/deed-of';
import { recordingDatabase } from '../trail/recording-database';
import { Actor, isOrganiser, officeDivisions, UNKNOWN_ORIGIN, type Origin } from './actor';
import { leavesEntry, reachOf } from './audience-rules';
import { BusyError } from './busy-error';
import { spendCall } from './call-limits';
import type { Ports } from './ports';
import type { Handlers, RequestContext } from './procedure';

type Answer = WireResponse<unknown>;
/** A handler after its own name was looked up: input and output are checked by its schemas. */
type AnyHandler = (input: unknown, context: RequestContext) => Promise<unknown>;

/**
 * `openId` comes from `getWXContext()`, or from the ticket of a computer (`server/console`), and from nowhere
 * else; empty or absent is a visitor. Never throws.
 */
export async function handleRequest(
  handlers: Partial<Handlers>,
  ports: Ports,
  event: unknown,
  openId: string | null,
  origin: Origin = UNKNOWN_ORIGIN,
): Promise<Answer> {
  const startedAt = ports.now();
  const request = readRequest(event);
  const procedure = request.kind === 'request' ? request.procedure : 'unknown';
  const answer = await answerTo(handlers, ports, request, { openId, origin }).catch((error: unknown) =>
    failure(codeOfCrash(error, ports, procedure)),
  );
  ports.log({
    procedure,
    code: answer.ok ? 'ok' : answer.error.code,
    durationMs: ports.now() - startedAt,
  });
  return answer.ok ? { ...answer, serverNow: ports.now() } : { ...answer, serverNow: ports.now() };
}

type ReadRequest =
  | { readonly kind: 'request'; readonly procedure: ProcedureName; readonly input: unknown }
  | Rejection<'request.malformed' | 'request.tooLarge' | 'request.unknownProcedure'>;

function readRequest(event: unknown): ReadRequest {
  if (lengthOf(event) > REQUEST_MAXIMUM_CHARACTERS) return rejected('request.tooLarge');
  const request = requestSchema.safeParse(event);
  if (!request.success) return rejected('request.malformed', { path: '' });
  const { procedure, input } = request.data;
  if (!isProcedureName(procedure)) return rejected('request.unknownProcedure');
  return { kind: 'request', procedure, input };
}

function lengthOf(event: unknown): number {
  try {
    const text: unknown = JSON.stringify(event);
    return typeof text === 'string' ? text.length : 0;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}

async function answerTo(
  handlers: Partial<Handlers>,
  ports: Ports,
  request: ReadRequest,
  { openId, origin }: { openId: string | null; origin: Origin },
): Promise<Answer> {
  if (request.kind === 'rejected') return failure(request);
  const known = handlers[request.procedure];
  // Another cloud function serves it.
  if (known === undefined) return failure(rejected('request.unknownProcedure'));
  const contract = procedures[request.procedure];
  const input = contract.input.safeParse(request.input);
  if (!input.success) return failure(rejected('request.malformed', faultOf(input.error)));
  const caller = openId === null || openId === '' ? null : parseOpenId(openId);
  const actor = new Actor(caller, ports, origin, reachOf(request.procedure));
  const refusal = await authorise(contract.audience, actor);
  if (refusal !== null) return failure(refusal);
  const excess = await spendCall(ports, actor, request.procedure);
  if (excess !== null) return failure(excess);
  const context = { ports, actor, now: ports.now() };
  const told = leavesEntry(request.procedure) ? toldContext(context, request.procedure, input.data) : context;
  const result = await parseHandler(known)(input.data, told);
  if (isRejection(result)) return failure(result);
  // Parsing the answer keeps every field that no schema names from leaving the server.
  return { ok: true, value: contract.output.parse(result), serverNow: 0 };
}

/** A deed of a role leaves its entry in the trail with whatever it writes (TL1). */
function toldContext(context: RequestContext, procedure: ProcedureName, input: object): RequestContext {
  const requestId: unknown = Reflect.get(input, 'requestId');
  const command = { procedure, requestId: typeof requestId === 'string' ? requestId : '' };
  const database = recordingDatabase(context.ports.database, (changed) => deedOf(context, command, changed));
  return { ...context, ports: { ...context.ports, database } };
}

async function authorise(audience: Audience, actor: Actor): Promise<Rejection<ErrorCode> | null> {
  if (audience === 'visitor') return null;
  if (actor.openId === null) return rejected('actor.signInRequired');
  if (audience === 'account') return null;
  if (audience === 'volunteer') {
    return (await actor.account()) === null ? rejected('actor.registrationRequired') : null;
  }
  const grants = await actor.grants();
  const allowed = audience === 'organiser' ? isOrganiser(grants) : officeDivisions(grants).length > 0;
  return allowed ? null : rejected('actor.forbidden');
}

/** The union of handlers cannot be called with a union of inputs; the schemas have paired them already. */
function parseHandler(handler: Handlers[ProcedureName]): AnyHandler {
  return handler as AnyHandler;
}

function isRejection(value: unknown): value is Rejection<ErrorCode> {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'rejected';
}

function faultOf(error: z.ZodError): RejectionParams {
  const issue = error.issues[0];
  return { path: issue?.path.join('.') ?? '', issue: issue?.code ?? '' };
}

/** `serverNow` is the caller's to say. */
export function failure(rejection: Rejection<ErrorCode>): Answer & { ok: false } {
  const { code, params } = rejection;
  return { ok: false, error: { code, params, retryable: RETRYABLE_CODES.includes(code) }, serverNow: 0 };
}

function codeOfCrash(error: unknown, ports: Ports, procedure: string): Rejection<ErrorCode> {
  if (error instanceof BusyError) return rejected('system.busy');
  const text = error instanceof Error ? `${error.name}: ${error.message}` : 'not an Error';
  ports.log({ procedure, code: 'system.internal', error: text.slice(0, 300) });
  return rejected('system.internal');
}

/**
 * What a page shows, from the same procedures the app asks as a visitor: masked, suppressed and checked as
 * there. Answers are kept in the instance for a minute by link, so that an article read by thousands costs
 * one look-up a minute and instance; a certificate is looked at anew each time (CE5).
 */
import { procedures, type InputOf, type OutputOf, type ProcedureName } from '@contract/procedures';
import { getActivity } from '../activity/get-activity';
import { getVerification } from '../certificate/verify';
import type { Ports } from '../kernel/ports';
import type { Handlers } from '../kernel/procedure';
import { handleRequest } from '../kernel/router';
import { getProject } from '../project/get-project';
import { getPublicBoard } from '../statistics/get-public-board';
import { KeptForAMinute } from './kept-for-a-minute';

const handlers = {
  'project.getProject': getProject,
  'activity.getActivity': getActivity,
  'statistics.getPublicBoard': getPublicBoard,
  'certificate.getVerification': getVerification,
} satisfies Partial<Handlers>;
export type PageProcedure = keyof typeof handlers;

type Answer<Name extends ProcedureName> =
  { readonly ok: true; readonly value: OutputOf<Name> } | { readonly ok: false; readonly code: string };
const kept = new KeptForAMinute<unknown>();

/** Round trips: those of the procedure, or none. Refusals are not kept. */
export async function pageAnswer<Name extends PageProcedure>(
  ports: Ports,
  name: Name,
  input: InputOf<Name>,
  mayKeep: boolean,
): Promise<Answer<Name>> {
  const key = `${name} ${JSON.stringify(input)}`;
  const known = mayKeep ? kept.get(ports, key) : null;
  if (known !== null) return { ok: true, value: parseAnswer(name, known) };
  const answer = await handleRequest(handlers, ports, { procedure: name, input }, null);
  if (!answer.ok) return { ok: false, code: answer.error.code };
  if (mayKeep) kept.put(ports, key, answer.value);
  return { ok: true, value: parseAnswer(name, answer.value) };
}

function parseAnswer<Name extends PageProcedure>(name: Name, value: unknown): OutputOf<Name> {
  return procedures[name].output.parse(value) as OutputOf<Name>;
}

/**
 * The last answers to a few questions, kept on the device so that a screen has something to say without a
 * network.
 */
import type { InputOf, OutputOf, ProcedureName } from '@contract/procedures';
import { getConsoleKey } from '@/platform/console-key';
import { getLocalOpenid } from '@/platform/identity';
import { deviceStorage } from '@/platform/storage';

import { parseOutput } from './call-procedure';

function keyOf(name: ProcedureName, input: unknown): string {
  return `answer:${getLocalOpenid()}:${name}:${JSON.stringify(input)}`;
}

export function keepAnswer<N extends ProcedureName>(name: N, input: InputOf<N>, output: OutputOf<N>): void {
  // A computer is used by others too: nothing of the person stays on it.
  if (getConsoleKey() !== null) return;
  deviceStorage.set(keyOf(name, input), output);
}

/** Null when nothing was kept, or what was kept is not what the contract says today. */
export function keptAnswer<N extends ProcedureName>(name: N, input: InputOf<N>): OutputOf<N> | null {
  if (getConsoleKey() !== null) return null;
  const stored = deviceStorage.get(keyOf(name, input));
  if (stored === undefined) return null;
  try {
    return parseOutput(name, stored);
  } catch {
    return null;
  }
}

import type { CallFunction } from './cloud-client-types';
import { callThroughGateway } from './gateway-call';
import { getRuntimeConfig } from './runtime-config';

export type * from './cloud-client-types';

/** Calls a cloud function and waits at most `timeoutMs`. */
export const callFunction: CallFunction = async (name, event, timeoutMs) =>
  callThroughGateway(await getRuntimeConfig(), name, event, timeoutMs);

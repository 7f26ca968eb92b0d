/** What the host and a function worker say to each other. */

export interface WorkerStart {
  readonly entryFile: string;
  readonly clockOffsetMs: number;
}

export interface InvokeMessage {
  readonly type: 'invoke';
  readonly invocationId: string;
  readonly eventText: string;
  /** Variables to set for this invocation; `null` removes one. */
  readonly environment: Record<string, string | null>;
  readonly clockOffsetMs: number;
  readonly functionName: string;
  readonly timeoutMs: number;
}

export type LogLevel = 'debug' | 'info' | 'warn' | 'error';

export type WorkerMessage =
  | { readonly type: 'ready' }
  | { readonly type: 'loadFailed'; readonly message: string }
  | {
      readonly type: 'log';
      readonly invocationId: string | null;
      readonly level: LogLevel;
      readonly text: string;
    }
  | { readonly type: 'result'; readonly invocationId: string; readonly text: string }
  | { readonly type: 'failure'; readonly invocationId: string; readonly message: string };

/** Messages come from our own bootstrap only. */
export function parseWorkerMessage(value: unknown): WorkerMessage {
  return value as WorkerMessage;
}

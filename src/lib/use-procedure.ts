/** Reading and doing from a screen: `useProcedure` for questions, `useCommand` for deeds. */
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { useCallback, useRef } from 'react';

import type { InputOf, OutputOf, ProcedureName } from '@contract/procedures';
import { useOnShow } from '@/platform/navigation';

import { callProcedure } from './api';
import { toApiError, type ApiError } from './api-error';
import { useIdentity } from './identity-store';
import { keepAnswer, keptAnswer } from './kept-answers';
import { invalidateAnswers } from './query-client';

export interface ProcedureOptions {
  readonly enabled?: boolean;
  /** ask again this often (ms) while the screen is shown */
  readonly refreshEveryMs?: number;
  /** also keep the answer on the device, to be read without a network; never for somebody else's data */
  readonly isKept?: boolean;
  /** while another input is loading, go on showing the answer to the last one */
  readonly keepsPrevious?: boolean;
}
export interface ProcedureState<Output> {
  readonly data: Output | undefined;
  readonly error: ApiError | null;
  /** true only while there is nothing to show */
  readonly isLoading: boolean;
  readonly isRefreshing: boolean;
  /** epoch ms of this device when `data` was received */
  readonly receivedAt: number;
  readonly refetch: () => void;
}

export const answerKey = (name: ProcedureName, input: unknown, identity: string) =>
  ['procedure', name, input, identity] as const;

/** Asks, and asks again whenever the page comes back to the front. */
export function useProcedure<N extends ProcedureName>(
  name: N,
  input: InputOf<N>,
  options: ProcedureOptions = {},
): ProcedureState<OutputOf<N>> {
  const { enabled = true, refreshEveryMs, isKept = false, keepsPrevious = false } = options;
  const identity = useIdentity();
  const query = useQuery<OutputOf<N>>({
    queryKey: answerKey(name, input, identity),
    queryFn: async () => {
      const output = await callProcedure(name, input);
      if (isKept) keepAnswer(name, input, output);
      return output;
    },
    enabled,
    refetchInterval: refreshEveryMs ?? false,
    ...(isKept ? { initialData: () => keptAnswer(name, input) ?? undefined, initialDataUpdatedAt: 0 } : {}),
    ...(keepsPrevious ? { placeholderData: keepPreviousData } : {}),
  });
  const { refetch, isStale, isFetching } = query;
  useOnShow(() => {
    if (enabled && isStale && !isFetching) void refetch();
  });
  return {
    data: query.data,
    error: query.error === null ? null : toApiError(query.error),
    isLoading: query.isLoading,
    isRefreshing: isFetching && query.data !== undefined,
    receivedAt: query.dataUpdatedAt,
    refetch: useCallback(() => void refetch(), [refetch]),
  };
}

export interface Command<N extends ProcedureName> {
  /** Rejects with an ApiError; a second tap while the first is running joins the first. */
  readonly run: (input: InputOf<N>) => Promise<OutputOf<N>>;
  readonly isRunning: boolean;
  readonly error: ApiError | null;
  readonly reset: () => void;
}
export interface CommandOptions<N extends ProcedureName> {
  /** questions whose answers this deed changes */
  readonly invalidates?: readonly ProcedureName[];
  /** how the command travels; by the outbox where it must not be lost */
  readonly send?: (input: InputOf<N>) => Promise<OutputOf<N>>;
}

export function useCommand<N extends ProcedureName>(name: N, options: CommandOptions<N> = {}): Command<N> {
  const { invalidates = [], send = (input: InputOf<N>) => callProcedure(name, input) } = options;
  const running = useRef<Promise<OutputOf<N>> | null>(null);
  const { mutateAsync, isPending, error, reset } = useMutation<OutputOf<N>, Error, InputOf<N>>({
    mutationFn: send,
    onSettled: () => invalidateAnswers(invalidates),
  });
  const run = useCallback(
    (input: InputOf<N>) => {
      running.current ??= mutateAsync(input).finally(() => (running.current = null));
      return running.current;
    },
    [mutateAsync],
  );
  return { run, isRunning: isPending, error: error === null ? null : toApiError(error), reset };
}

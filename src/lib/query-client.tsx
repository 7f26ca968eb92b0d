/** The cache of answers, one for the whole app. */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { PropsWithChildren } from 'react';

import type { ProcedureName } from '@contract/procedures';

import { toApiError } from './api-error';

const FRESH_MS = 5_000;
const KEPT_MS = 30 * 60_000;
const AUTOMATIC_RETRIES = 2;

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      // The engine's own idea of "online" is wrong inside WeChat: always try, and say what happened.
      networkMode: 'always',
      staleTime: FRESH_MS,
      gcTime: KEPT_MS,
      refetchOnWindowFocus: false,
      refetchOnReconnect: true,
      retry: (failures, error) => failures < AUTOMATIC_RETRIES && toApiError(error).code === 'system.busy',
      retryDelay: (failures) => 400 * 2 ** failures,
    },
    mutations: { networkMode: 'always', retry: false },
  },
});

export function AnswersProvider({ children }: PropsWithChildren) {
  return <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>;
}

/** What was answered to these questions is no longer sure: screens that show it ask again. */
export async function invalidateAnswers(names: readonly ProcedureName[]): Promise<void> {
  await Promise.all(names.map((name) => queryClient.invalidateQueries({ queryKey: ['procedure', name] })));
}

/** A list that is read page by page with 看更多: the pages so far, in order. */
import { useInfiniteQuery } from '@tanstack/react-query';
import { useCallback } from 'react';

import type { InputOf, OutputOf, ProcedureName } from '@contract/procedures';
import { useOnShow } from '@/platform/navigation';

import { callProcedure } from './api';
import { toApiError, type ApiError } from './api-error';
import { useIdentity } from './identity-store';
import type { ProcedureState } from './use-procedure';

/** Procedures whose input and output carry a cursor. */
type PagedName = {
  [N in ProcedureName]: OutputOf<N> extends { nextCursor: string | null } ? N : never;
}[ProcedureName];

export interface PagesState<Output> extends ProcedureState<readonly Output[]> {
  readonly hasMore: boolean;
  readonly isLoadingMore: boolean;
  readonly moreError: ApiError | null;
  readonly loadMore: () => void;
}

function firstCursor(): string | null {
  return null;
}

/** `inputAt` writes the input for a cursor; `key` names everything else in the input. */
export function usePages<N extends PagedName>(
  name: N,
  key: string,
  inputAt: (cursor: string | null) => InputOf<N>,
): PagesState<OutputOf<N>> {
  const identity = useIdentity();
  const query = useInfiniteQuery({
    queryKey: ['procedure', name, 'pages', key, identity],
    queryFn: ({ pageParam }) => callProcedure(name, inputAt(pageParam)),
    initialPageParam: firstCursor(),
    getNextPageParam: (last: OutputOf<N>) => last.nextCursor,
  });
  const { refetch, fetchNextPage, isStale, isFetching } = query;
  useOnShow(() => {
    if (isStale && !isFetching) void refetch();
  });
  const error = query.error === null ? null : toApiError(query.error);
  return {
    data: query.data?.pages,
    error: query.isFetchNextPageError ? null : error,
    isLoading: query.isLoading,
    isRefreshing: isFetching && query.data !== undefined && !query.isFetchingNextPage,
    receivedAt: query.dataUpdatedAt,
    refetch: useCallback(() => void refetch(), [refetch]),
    hasMore: query.hasNextPage,
    isLoadingMore: query.isFetchingNextPage,
    moreError: query.isFetchNextPageError ? error : null,
    loadMore: useCallback(() => void fetchNextPage(), [fetchNextPage]),
  };
}

/** The organiser's activities, one page after another in one list. */
import { useInfiniteQuery } from '@tanstack/react-query';

import type { ActivityView } from '@contract/activity.contract';

import { callProcedure } from '@/lib/api';
import { toApiError, type ApiError } from '@/lib/api-error';
import { useIdentity } from '@/lib/identity-store';
import { useOnShow } from '@/platform/navigation';

export interface OrganisedList {
  /** null until the first page has come */
  readonly activities: readonly ActivityView[] | null;
  readonly error: ApiError | null;
  readonly hasMore: boolean;
  readonly isLoadingMore: boolean;
  readonly loadMore: () => void;
  readonly retry: () => void;
}

const NAME = 'activity.listOrganisedActivities';

export function useOrganisedActivities(): OrganisedList {
  const identity = useIdentity();
  const query = useInfiniteQuery({
    // Begins as single answers do, so that a command which changes the list also renews this one.
    queryKey: ['procedure', NAME, 'pages', identity],
    queryFn: ({ pageParam }) => callProcedure(NAME, { cursor: pageParam }),
    initialPageParam: parseCursor(null),
    getNextPageParam: (last) => last.nextCursor,
  });
  const { refetch, isStale, isFetching, fetchNextPage, isFetchNextPageError } = query;
  useOnShow(() => {
    if (isStale && !isFetching) void refetch();
  });
  return {
    activities: query.data?.pages.flatMap((page) => page.activities) ?? null,
    error: query.error === null ? null : toApiError(query.error),
    hasMore: query.hasNextPage,
    isLoadingMore: query.isFetchingNextPage,
    loadMore: () => void fetchNextPage(),
    retry: () => void (isFetchNextPageError ? fetchNextPage() : refetch()),
  };
}

/** Names the type of the first cursor, which a bare null would not. */
function parseCursor(cursor: string | null): string | null {
  return cursor;
}

import { useQuery } from '@tanstack/react-query';

import { listLocalIdentities, type LocalIdentity } from '@/platform/identity';

const NOBODY: readonly LocalIdentity[] = [];

/** Whom one can be on this local cloud; empty everywhere else. */
export function useLocalIdentities(): readonly LocalIdentity[] {
  const { data } = useQuery({
    queryKey: ['localIdentities'],
    queryFn: listLocalIdentities,
    staleTime: 60_000,
    networkMode: 'always',
  });
  return data ?? NOBODY;
}

import type { ReactNode } from 'react';

import type { OwnVolunteer } from '@contract/volunteer.contract';
import { Answer, CardSkeleton } from '@/lib/answer';
import { openRoute } from '@/lib/open-route';
import { mineRoute, registerRoute, type Route } from '@/lib/routes';
import { useMe } from '@/lib/use-me';
import { EmptyState } from '@/ui/states';

interface RegisteredOnlyProps {
  /** where a newly registered person goes on */
  readonly back?: Route;
  readonly children: (volunteer: OwnVolunteer) => ReactNode;
}

/** What is about one's own registration, or the way to one. */
export function RegisteredOnly({ back = mineRoute, children }: RegisteredOnlyProps) {
  const me = useMe();
  return (
    <Answer of={me} skeleton={<CardSkeleton lines={6} />}>
      {({ volunteer }) =>
        volunteer === null ? (
          <EmptyState
            title="您还没有注册"
            text="注册以后，这里能看到登记的信息，也能在这里更改。"
            next={{ text: '去注册', onPress: () => openRoute(registerRoute(back)) }}
          />
        ) : (
          children(volunteer)
        )
      }
    </Answer>
  );
}

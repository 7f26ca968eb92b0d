/** 适合您 (PF5): worked out on the phone from what I said of myself; nobody else learns it. */
import type { ActivityView, ShiftView } from '@contract/activity.contract';
import { DAY_MS } from '@domain/time/civil-day';
import { suits } from '@domain/volunteer/profile';

import { useMe } from './use-me';

export interface SuitsMe {
  readonly activity: (activity: ActivityView) => boolean;
  readonly shift: (shift: ShiftView) => boolean;
}

const NOTHING: SuitsMe = { activity: () => false, shift: () => false };

export function useSuitsMe(): SuitsMe {
  const said = useMe().data?.said;
  if (said === undefined) return NOTHING;
  return {
    /** one of several days says nothing of a single time */
    activity: ({ field = null, firstStartsAt: startsAt, lastEndsAt: endsAt }) =>
      suits(said, { field, skills: [], time: endsAt - startsAt > DAY_MS ? null : { startsAt, endsAt } }),
    shift: ({ field = null, posts = [], startsAt, endsAt }) =>
      suits(said, {
        ...{ field, time: { startsAt, endsAt } },
        skills: posts.flatMap(({ requiredSkill }) => requiredSkill ?? []),
      }),
  };
}

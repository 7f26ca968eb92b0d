/**
 * The places this organiser's projects usually meet at, in the chosen county, the chosen project's own first.
 */
import { useMemo } from 'react';

import type { ActivityDraft, OrganisedProject, UsualPlace } from './activity-draft';

/** More buttons than this are a list, not a shortcut. */
const MAXIMUM_PLACES = 4;

export function usualPlacesFor(
  projects: readonly OrganisedProject[],
  draft: Pick<ActivityDraft, 'projectId' | 'countyCode'>,
): UsualPlace[] {
  const ownFirst = [...projects].sort(
    (a, b) => Number(b.projectId === draft.projectId) - Number(a.projectId === draft.projectId),
  );
  const places = new Map<string, UsualPlace>();
  for (const { usualPlace } of ownFirst) {
    const isNear =
      usualPlace !== null &&
      (draft.countyCode === '' || usualPlace.divisionCode.startsWith(draft.countyCode));
    if (isNear && !places.has(usualPlace.name)) places.set(usualPlace.name, usualPlace);
  }
  return [...places.values()].slice(0, MAXIMUM_PLACES);
}

export function useUsualPlaces(projects: readonly OrganisedProject[], draft: ActivityDraft): UsualPlace[] {
  const { projectId, countyCode } = draft;
  return useMemo(
    () => usualPlacesFor(projects, { projectId, countyCode }),
    [projects, projectId, countyCode],
  );
}

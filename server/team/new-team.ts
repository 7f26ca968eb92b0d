import type { StoredDocument } from '../kernel/documents';

export type Team = StoredDocument<'teams'>;

/** A team as it begins: without a leader, and below none. */
export function newTeam(team: Pick<Team, '_id' | 'name' | 'divisionCode' | 'form' | 'createdAt'>): Team {
  return {
    ...team,
    ...{ leaderId: null, parentId: null, parentName: '', state: 'active', closeReason: null },
  };
}

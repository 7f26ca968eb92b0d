/** 操作记录 of the demo: that the organiser published the activities one sees. */
import { parseDivisionCode } from '@domain/geography/division';
import type { StoredDocument } from '@server/kernel/documents';
import type { Secrets } from '@server/kernel/ports';
import { actorIdOf, keysOf } from '@server/trail/keys';
import { PERSONA_COUNTY } from './personas';

type Deed = StoredDocument<'deeds'>;
type Told = Pick<Deed, 'at' | 'procedure' | 'kind' | 'objectId' | 'title' | 'changes'>;

/** A page of the list and a little more. */
const SHOWN_ACTIVITIES = 24;
const ORGANISER = 'demo-organiser';

export function demoDeeds(
  secrets: Secrets,
  activities: readonly StoredDocument<'activities'>[],
  grants: readonly StoredDocument<'roleGrants'>[],
): Deed[] {
  const grant = grants.find(({ openId }) => openId === ORGANISER);
  if (grant?.scope.kind !== 'team' || PERSONA_COUNTY === undefined) return [];
  const { teamId } = grant.scope;
  const divisionCode = parseDivisionCode(PERSONA_COUNTY.code);
  const actorId = actorIdOf(secrets, ORGANISER);
  const deedOf = (told: Told): Deed => ({
    ...told,
    ...{ _id: secrets.shortId('demo-deed', told.objectId), requestId: 'demo', openId: ORGANISER, actorId },
    ...{ role: grant.role, scopeName: grant.scopeName, source: 'wx_client', clientIp: '127.0.0.1' },
    ...{ subjectId: null, divisionCode, isCut: false },
    keys: keysOf(divisionCode, [
      { by: 'all' },
      { by: 'kind', value: told.kind },
      { by: 'actor', value: actorId },
      { by: 'object', value: told.objectId },
    ]),
  });
  return activities
    .filter((activity) => activity.teamId === teamId)
    .sort((a, b) => b.createdAt - a.createdAt)
    .slice(0, SHOWN_ACTIVITIES)
    .map(({ _id, title, state, createdAt }) =>
      deedOf({
        ...{ at: createdAt, procedure: 'activity.createActivity', kind: 'activities', objectId: _id, title },
        changes: [
          { field: 'activities.title', objectId: _id, before: null, after: title },
          { field: 'activities.state', objectId: _id, before: null, after: state },
        ],
      }),
    );
}

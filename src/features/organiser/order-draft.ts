/** An activity for a demand order (DM5): what is known of it is filled in, and all can be changed. */
import type { OrderView } from '@contract/demand.contract';
import { FIELD_WORDS } from '@/lib/service-field-words';
import { civilDayOf } from '@domain/time/civil-day';

import {
  clockOf,
  divisionChoiceOf,
  emptyDraft,
  withProject,
  type ActivityDraft,
  type OrganisedProject,
} from './activity-draft';

/** The people who are served are many; those who come to serve are mostly few. */
const USUAL_SEATS = '5';

export function draftFromOrder(
  order: OrderView,
  projects: readonly OrganisedProject[],
  now: number,
): ActivityDraft {
  const base = emptyDraft(civilDayOf(now));
  const project = projects.find(({ teamId }) => teamId === order.teamId);
  const chosen = project === undefined ? base : withProject(base, project);
  const { position, wishes, need } = order;
  const ahead = wishes.find(({ from }) => from > now) ?? wishes[0];
  const [shift] = base.shifts;
  const place = { placeName: order.placeName, ...divisionChoiceOf(order.communityCode) };
  return {
    ...chosen,
    orderId: order.orderId,
    title: `上门服务：${FIELD_WORDS[order.field]}`,
    description: `${need}\n服务对象约 ${String(order.peopleCount)} 人。`,
    ...place,
    latitude: position === null ? '' : String(position.latitude),
    longitude: position === null ? '' : String(position.longitude),
    positionSource: position === null ? null : 'typed',
    shifts:
      shift === undefined || ahead === undefined
        ? base.shifts
        : [
            {
              ...shift,
              day: civilDayOf(ahead.from),
              startTime: clockOf(ahead.from),
              endTime: clockOf(ahead.to),
              seats: USUAL_SEATS,
            },
          ],
  };
}

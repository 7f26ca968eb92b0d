/** 查看记录 (RO4): who looked at whose data, on record before the answer leaves. One round trip. */
import type { DivisionCode, VolunteerId } from '@domain/kernel/identifiers';
import { civilDayOf, type CivilDay } from '@domain/time/civil-day';
import { requireOpenId, type RequestContext } from '../kernel/procedure';
import { actorIdOf, keysOf } from './keys';

export interface Look {
  readonly procedure: string;
  /** whose people were looked at */
  readonly divisionCode: DivisionCode;
  /** what of them: a figure, a shift; empty: they themselves */
  readonly measure: string;
  /** absent: today's */
  readonly day?: CivilDay;
  readonly volunteerIds: readonly VolunteerId[];
}

export async function logLook(context: RequestContext, look: Look): Promise<void> {
  const { ports, now, actor } = context;
  const openId = requireOpenId(context);
  const actorId = actorIdOf(ports.secrets, openId);
  await ports.database.put('accessLog', {
    ...{ _id: ports.randomId(), openId, actorId, at: now, ...actor.origin },
    ...{ procedure: look.procedure, divisionCode: look.divisionCode, measure: look.measure },
    day: look.day ?? civilDayOf(now),
    volunteerIds: [...look.volunteerIds],
    keys: keysOf(look.divisionCode, [{ by: 'all' }, { by: 'actor', value: actorId }]),
  });
}

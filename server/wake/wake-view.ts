import { addDays } from '@domain/time/civil-day';
import { SERVED_WITHIN_DAYS } from '@domain/wake/dormancy';
import { upliftOf } from '@domain/wake/uplift';
import type { WakeView } from '@contract/wake.contract';
import type { WakeDocument } from './judge-homes';

export function toWakeView(wake: WakeDocument): WakeView {
  const { _id, divisionCode, window, past, opening, field, divisionName, title, makerName, madeAt } = wake;
  const { phase, isStopped, walked, counts, countedAt, startedAt, assignedDay, result } = wake;
  return {
    ...{ wakeId: _id, divisionCode, window, past, opening, field, divisionName, title, makerName, madeAt },
    ...{ phase, isStopped, walked, counts, countedAt, startedAt },
    result: result && {
      ...result,
      uplift: upliftOf(result.arms.invited, result.arms.holdOut),
      lastDay: assignedDay && addDays(assignedDay, SERVED_WITHIN_DAYS - 1),
    },
  };
}

/** Where somebody on the roster stands, with what this phone has ticked and not yet sent. */
import type { TickPerson } from '@contract/ticks.contract';
import { formatClock } from '@/lib/format';

import type { Tick } from './use-ticks';

export interface Standing {
  /** what can be ticked next; null: both are known */
  readonly next: Tick['deed'] | null;
  readonly text: string;
  readonly isWaiting: boolean;
}

export function standingOf(person: TickPerson, ticks: readonly Tick[]): Standing {
  const own = ticks.filter((tick) => tick.volunteerId === person.volunteerId);
  const atOf = (deed: Tick['deed'], known: number | null) =>
    known ?? own.find((tick) => tick.deed === deed)?.tickedAt ?? null;
  const [inAt, outAt] = [atOf('checkIn', person.checkedInAt), atOf('checkOut', person.checkedOutAt)];
  const isWaiting = own.length > 0;
  if (person.state === 'voided') return { next: null, text: '已作废', isWaiting };
  const words = [
    ...(person.postName === undefined ? [] : [person.postName]),
    ...(inAt === null ? ['还没到'] : [`${formatClock(inAt)} 到`]),
    ...(outAt === null ? [] : [`${formatClock(outAt)} 走`]),
    ...(isWaiting ? ['已保存，联网后自动上传'] : []),
  ];
  const next = inAt === null ? 'checkIn' : outAt === null ? 'checkOut' : null;
  return { next, text: words.join('，'), isWaiting };
}

export const nameOf = ({ maskedName, numberTail }: TickPerson): string =>
  numberTail === '' ? maskedName : `${maskedName}（编号尾 ${numberTail}）`;

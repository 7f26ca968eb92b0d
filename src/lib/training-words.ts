/** Who holds which training, in words (TR2). */
import type { StandingView } from '@contract/training.contract';
import type { TagTone } from '@/ui/layout';

import { formatDay } from './format';

export interface StandingWords {
  readonly tag: string;
  readonly tone: TagTone;
  /** with the day it is or was valid to */
  readonly detail: string;
}

export function standingWords({ kind, lastDay }: StandingView): StandingWords {
  const day = lastDay === null ? '' : formatDay(lastDay);
  switch (kind) {
    case 'held':
      return { tag: '已完成', tone: 'green', detail: `有效到${day}` };
    case 'expired':
      return { tag: '到时已过期', tone: 'amber', detail: `有效到${day}` };
    case 'missing':
      return { tag: '还没有', tone: 'red', detail: '还没有完成这门培训' };
    case 'unknown':
      return { tag: '需要', tone: 'plain', detail: '登录后可以看自己有没有' };
  }
}

/** Who did what, and who may: the handlers, part of those of the function `api`. */
import { listDeeds } from './list-deeds';
import { listLooks } from './list-looks';

export const trailHandlers = {
  'trail.listDeeds': listDeeds,
  'trail.listLooks': listLooks,
} as const;

import { Cron } from 'croner';

const ZONE = 'Asia/Shanghai';
const FIELD_COUNT = 7;

/** A timer expression of the cloud: second minute hour day month weekday year, read in UTC+8. */
export interface CronSchedule {
  /** The first due instant strictly after `afterAt`; null when the expression has no more. */
  nextAfter: (afterAt: number) => number | null;
}

/** Throws with the reason when the expression is not one the cloud would accept. */
export function parseCron(expression: string): CronSchedule {
  if (expression.trim().split(/\s+/).length !== FIELD_COUNT || expression.includes('?')) {
    throw new Error(`timer expression "${expression}": seven fields are needed, second to year`);
  }
  const cron = new Cron(expression, { timezone: ZONE, paused: true });
  return { nextAfter: (afterAt) => cron.nextRun(new Date(afterAt))?.getTime() ?? null };
}

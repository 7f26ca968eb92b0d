/** 风险提示: what a volunteer is told of an activity before enrolling (AT13.6). */
export const RISK_LEVELS = ['general', 'heightened', 'emergency'] as const;
/** general: everyday service · heightened: traffic, water, heights, weather · emergency: 抢险救灾, adults only */
export type RiskLevel = (typeof RISK_LEVELS)[number];

export interface RiskStatement {
  readonly level: RiskLevel;
  /** what may happen and what is done about it; empty: nothing beyond everyday life */
  readonly dangers: string;
  /** who insures whom for what; empty: the organiser has not said */
  readonly insurance: string;
  /** what one must have learnt before; empty: nothing */
  readonly training: string;
}

export const NO_STATED_RISK: RiskStatement = { level: 'general', dangers: '', insurance: '', training: '' };

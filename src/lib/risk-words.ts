import type { RiskView } from '@contract/activity.contract';

/** 风险等级 in words, here and in the editor. */
export const RISK_WORDS: Readonly<
  Record<RiskView['level'], { readonly text: string; readonly detail: string }>
> = {
  general: { text: '一般', detail: '和日常生活差不多' },
  heightened: { text: '较高', detail: '如路口、水边、山路、高温，要留心安全' },
  emergency: { text: '抢险救灾', detail: '只接受成年人' },
};

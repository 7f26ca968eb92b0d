/** 口径 of what the planner shows, as data (ST4): screens and prints read the same words. */
export type PlanTermId = 'gap' | 'jointGap' | 'dilution' | 'pace' | 'forecast' | 'quotas' | 'overtaking';

export interface PlanTerm {
  readonly title: string;
  readonly version: number;
  readonly rule: string;
  readonly definition: string;
}

export const PLAN_TERMS: Readonly<Record<PlanTermId, PlanTerm>> = {
  gap: {
    title: '活跃缺口',
    version: 1,
    rule: 'ST30',
    definition: '活跃度指标 × 在册注册志愿者，向上取整，减去累计活跃志愿者；不足零按零计。',
  },
  jointGap: {
    title: '联合缺口',
    version: 1,
    rule: 'ST30',
    definition:
      '先按注册率指标 × 常住人口（向上取整）算出应注册人数，不少于现有注册人数；再以应注册人数 × 活跃度指标（向上取整），减去累计活跃志愿者。两项指标同时达到时还差的人数。',
  },
  dilution: {
    title: '稀释',
    version: 1,
    rule: 'ST31',
    definition:
      '再注册 n 人而无人参加服务时，活跃度 = 累计活跃志愿者 ÷（在册注册志愿者 + n）。余量：活跃度不低于指标时，最多还能新增多少不活跃的注册志愿者。',
  },
  pace: {
    title: '每周人数',
    version: 1,
    rule: 'ST32',
    definition:
      '需要：缺口 ÷ 剩余周数，向上取整。近期：最近 8 个完整周（周一至周日）人数净变动的平均，± 1.28 × 标准差 ÷ √8。',
  },
  forecast: {
    title: '预计达标日',
    version: 1,
    rule: 'ST32',
    definition: '截至日 + 缺口 ÷ 近期每周人数（向上取整的周数）。区间取近期每周人数的上限和下限。',
  },
  quotas: {
    title: '任务分解',
    version: 1,
    rule: 'ST33',
    definition:
      '联合缺口按各下级区划未活跃的在册志愿者（注册减累计活跃）比例分配，最大余数法取整：合计等于缺口，任何一处不超过其未活跃人数。',
  },
  overtaking: {
    title: '超过前一名',
    version: 1,
    rule: 'ST33',
    definition:
      '其他区划不变时，本区划的分数严格大于对方所需增加的最少人数；并列时至少 1 人。活跃度增加的是活跃人数，注册率增加的是注册人数。',
  },
};

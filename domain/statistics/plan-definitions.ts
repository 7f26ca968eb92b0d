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
    version: 2,
    rule: 'ST30',
    definition:
      '活跃度指标 × 在册注册志愿者，向上取整，减去活跃志愿者（按指标的口径：累计、本年或近 365 天）；不足零按零计。',
  },
  jointGap: {
    title: '联合缺口',
    version: 2,
    rule: 'ST30',
    definition:
      '先按注册率指标 × 常住人口（向上取整）算出应注册人数，不少于现有注册人数；再以应注册人数 × 活跃度指标（向上取整），减去活跃志愿者。两项指标同时达到时还差的人数。',
  },
  dilution: {
    title: '稀释',
    version: 2,
    rule: 'ST31',
    definition:
      '再注册 n 人而无人参加服务时，活跃度 = 活跃志愿者 ÷（在册注册志愿者 + n）。余量：活跃度不低于指标时，最多还能新增多少不活跃的注册志愿者。',
  },
  pace: {
    title: '每周人数',
    version: 2,
    rule: 'ST32',
    definition:
      '需要：（缺口 + 到截止日前到期的人）÷ 剩余周数，向上取整。到期：近 365 天口径下，最后一次服务满 365 天；' +
      '本年口径下，每年 1 月 1 日；再服务一次就不退出。近期：最近 8 个完整周（周一至周日）开始计入的人数，' +
      '减去注销和迁出的人，取平均，± 1.28 × 标准差 ÷ √8；到期的人不从中扣减。',
  },
  forecast: {
    title: '预计达标日',
    version: 2,
    rule: 'ST32',
    definition:
      '截至日 + 最少的整周数：按近期每周人数，扣除每周已知到期的人，缺口补上并保持到截止日；新增的人同样按口径到期。按到期的人都不再服务推算，另注明都再服务一次时的日期。区间取近期每周人数的上限和下限。',
  },
  quotas: {
    title: '任务分解',
    version: 2,
    rule: 'ST33',
    definition:
      '联合缺口按各下级区划未活跃的在册志愿者（注册减活跃）比例分配，最大余数法取整：合计等于缺口，任何一处不超过其未活跃人数。',
  },
  overtaking: {
    title: '超过前一名',
    version: 1,
    rule: 'ST33',
    definition:
      '其他区划不变时，本区划的分数严格大于对方所需增加的最少人数；并列时至少 1 人。活跃度增加的是活跃人数，注册率增加的是注册人数。',
  },
};

/** 口径 (ST14): the definitions behind every published number, for screens, exports and documents alike. */

/** Additive quantities kept per division and day; every published figure is made of these. */
export const QUANTITIES = [
  'registered',
  'activeCum',
  'activeYear',
  'activeR12',
  'activeCumStrict',
  'activeYearStrict',
  'activeR12Strict',
  'serviceMinutes',
  'strictMinutes',
  'serviceRecords',
  'supplementedMinutes',
  'lateRecords',
  'closedVisits',
  'unclosedVisits',
  'active20Hours',
  'activeTrained',
  // by the place of service, from shifts (shift-contribution.ts)
  'heldShifts',
  'heldMinutes',
  'ruralShifts',
  'ruralMinutes',
  'urbanMinutes',
  'servedRuralCommunities',
  'liveProjects',
  'liveGrassrootsProjects',
  'brandPresence',
  // only in the books of projects
  'livelyShifts',
  'projectVolunteers',
  'projectReturners',
  'projectPlaces',
  /** people whose 365 days ran out, dated when they did: future days hold those that will (ST32) */
  'lapsedR12',
] as const;
export type Quantity = (typeof QUANTITIES)[number];

export const ACTIVITY_MEASURES = {
  CUM: 'activeCum',
  YEAR: 'activeYear',
  R12: 'activeR12',
  'CUM-STRICT': 'activeCumStrict',
  'YEAR-STRICT': 'activeYearStrict',
  'R12-STRICT': 'activeR12Strict',
} as const satisfies Record<string, Quantity>;
export type ActivityMeasure = keyof typeof ACTIVITY_MEASURES;

/** ST13: the least credited minutes of a qualifying record. */
export const MINIMUM_QUALIFYING_MINUTES = 1;
/** ST14 R12: a record counts for this many days, its own day included. */
export const R12_DAYS = 365;
/** ST18: the 20 hours of a calendar year. */
export const TWENTY_HOURS_MINUTES = 20 * 60;
/** ST22: a record is timely when it was confirmed at most this many days after the service. */
export const TIMELY_DAYS = 3;
/** ST19: a shift is lively from this many qualified people on, */
export const LIVELY_PEOPLE = 5;
/** and keeps its project live for this many days, its own included. */
export const LIVE_DAYS = 90;
/** ST20: a village counts as served for this many days after a shift, its own day included. */
export const SERVED_DAYS = 90;

export type MeasureId =
  | 'registered'
  | 'registrationRatio'
  | 'registeredGrowth'
  | `active.${ActivityMeasure}`
  | `activityRate.${ActivityMeasure}`
  | 'serviceHours'
  | 'averageHours.registered'
  | 'averageHours.active'
  | 'twentyHourShare'
  | QualityMeasureId
  | SupplyMeasureId
  | BrandMeasureId;

/** 记录质量 (ST22). */
export type QualityMeasureId = 'closureRate' | 'timelinessRate' | 'supplementShare' | 'trainingRate';
/** 乡村供给 and 基层 (ST20, ST21), by the place of service. */
export type SupplyMeasureId =
  'ruralShiftShare' | 'ruralMinuteShare' | 'ruralCoverage' | 'ruralEquity' | 'grassrootsShare';

/** 品牌项目 (ST19). */
export type BrandMeasureId =
  | 'brandProjects'
  | 'liveBrandProjects'
  | 'brandsPer100k'
  | 'brandCountyCoverage'
  | 'brandTownshipCoverage'
  | 'brandConcentration';

export interface MeasureDefinition {
  readonly title: string;
  readonly version: number;
  readonly definition: string;
  readonly rule: string;
  /** what numerator and denominator are called, where the kind of figure does not say it */
  readonly parts?: readonly [string, string];
}

const ACTIVE_WINDOW: Readonly<Record<ActivityMeasure, string>> = {
  CUM: '自注册以来（累计）',
  YEAR: '本年 1 月 1 日至截至日',
  R12: '截至日前 365 天',
  'CUM-STRICT': '自注册以来（累计），只计本人签到签退的记录',
  'YEAR-STRICT': '本年 1 月 1 日至截至日，只计本人签到签退的记录',
  'R12-STRICT': '截至日前 365 天，只计本人签到签退的记录',
};

function activeDefinition(measure: ActivityMeasure): MeasureDefinition {
  return {
    title: `活跃志愿者（${measure}）`,
    version: 1,
    rule: 'ST13–ST15',
    definition: `截至日在册、且${ACTIVE_WINDOW[measure]}有至少一条已确认且不少于 1 分钟服务记录的志愿者人数；人数随登记居住地变动，一人只计一次。`,
  };
}

function rateDefinition(measure: ActivityMeasure): MeasureDefinition {
  return {
    title: `活跃度（${measure}）`,
    version: 1,
    rule: 'ST14',
    definition: `活跃志愿者 ÷ 在册注册志愿者。活跃：${ACTIVE_WINDOW[measure]}有至少一条已确认的服务记录。`,
  };
}

/**
 * Every measure a screen may show, with its definition. Total by type: a measure without a definition does
 * not compile.
 */
export const MEASURES: Readonly<Record<MeasureId, MeasureDefinition>> = {
  registered: {
    title: '注册志愿者',
    version: 1,
    rule: 'ST10',
    definition: '截至日已注册，且未注销、未并入他人、未去世，按登记的居住地归属的志愿者人数。',
  },
  registrationRatio: {
    title: '注册率',
    version: 1,
    rule: 'ST11–ST12',
    definition:
      '注册志愿者 ÷ 常住人口。常住人口取参照日不晚于截至日的最近一次公布数，注明年份和文件；没有公布数则不计算。',
  },
  registeredGrowth: {
    title: '较上月末增长',
    version: 1,
    rule: 'ST16',
    definition: '（截至日注册志愿者 − 上月末注册志愿者）÷ 上月末注册志愿者。',
  },
  serviceHours: {
    title: '服务时长',
    version: 1,
    rule: 'ST13',
    definition: '截至日前全部已确认服务记录的分钟数之和，换算为小时显示。',
  },
  'averageHours.registered': {
    title: '人均服务时长（按注册人数）',
    version: 1,
    rule: 'ST18',
    definition: '截至日前全部已确认服务时长（小时）÷ 在册注册志愿者。没有服务过的人也在分母里。',
  },
  'averageHours.active': {
    title: '人均服务时长（按活跃人数）',
    version: 1,
    rule: 'ST18',
    definition: '截至日前全部已确认服务时长（小时）÷ 累计活跃志愿者（CUM）。只有服务过的人在分母里。',
  },
  twentyHourShare: {
    title: '本年满 20 小时的比例',
    version: 1,
    parts: ['本年满 20 小时的志愿者', '在册注册志愿者'],
    rule: 'ST18',
    definition: '本年 1 月 1 日至截至日已确认服务满 20 小时（1,200 分钟）的在册志愿者 ÷ 在册注册志愿者。',
  },
  closureRate: {
    title: '签退完整率',
    version: 1,
    parts: ['有签退的签到', '已结束的签到'],
    rule: 'ST22',
    definition:
      '有签退的签到 ÷ 已经结束的签到（有签退的，加上超过时限没有签退的）。还在服务中的不计，按志愿者居住地归属。',
  },
  timelinessRate: {
    title: '确认及时率',
    version: 1,
    parts: ['3 天内确认的记录', '全部已确认的记录'],
    rule: 'ST22',
    definition: '服务后 3 天内确认的服务记录 ÷ 全部已确认的服务记录。',
  },
  supplementShare: {
    title: '补录占比',
    version: 1,
    parts: ['补录分钟数', '全部服务分钟数'],
    rule: 'ST22',
    definition: '补录和从其他系统转入的服务分钟数 ÷ 全部已确认的服务分钟数。越低，记录越可信。',
  },
  trainingRate: {
    title: '培训率',
    version: 1,
    parts: ['持有有效培训的活跃志愿者', '累计活跃志愿者'],
    rule: 'ST22',
    definition: '截至日持有有效培训的累计活跃志愿者 ÷ 累计活跃志愿者（CUM）。培训时长不计入服务时长。',
  },
  ruralShiftShare: {
    title: '乡村活动占比',
    version: 1,
    parts: ['乡村场次', '全部场次'],
    rule: 'ST20',
    definition:
      '在乡村举办的活动场次 ÷ 全部举办的活动场次。举办：至少一人有已确认的服务记录。乡村：服务地点的城乡分类代码为 210 或 220，以场次发布时的代码为准。',
  },
  ruralMinuteShare: {
    title: '乡村服务时长占比',
    version: 1,
    parts: ['乡村服务分钟数', '全部服务分钟数'],
    rule: 'ST20',
    definition: '在乡村服务的分钟数 ÷ 全部服务的分钟数，按服务地点（不是志愿者居住地）归属。',
  },
  ruralCoverage: {
    title: '村级覆盖率',
    version: 1,
    parts: ['近 90 天有服务的村', '全部村'],
    rule: 'ST20',
    definition: '截至日前 90 天内举办过活动的村 ÷ 全部村。村：城乡分类代码为 210 或 220 的村级单位。',
  },
  ruralEquity: {
    title: '城乡服务均衡度',
    version: 1,
    parts: ['乡村分钟 × 城镇人口', '城镇分钟 × 乡村人口'],
    rule: 'ST20',
    definition:
      '（乡村服务分钟数 ÷ 乡村常住人口）÷（城镇服务分钟数 ÷ 城镇常住人口）。1 表示城乡居民人均得到的服务相同。没有公布的城乡常住人口数则不计算。',
  },
  grassrootsShare: {
    title: '基层项目占比',
    version: 1,
    parts: ['所、站主办的活跃项目', '全部活跃项目'],
    rule: 'ST21',
    definition:
      '由实践所（乡镇）或实践站（村）主办的活跃项目 ÷ 全部活跃项目。活跃：截至日前 90 天内至少有一个场次有 5 人以上的已确认服务记录。',
  },
  brandProjects: {
    title: '品牌项目',
    version: 1,
    rule: 'ST19',
    definition: '截至日认定在有效期内（含首日和末日）的项目个数，按项目申报的区划归属。',
  },
  liveBrandProjects: {
    title: '活跃的品牌项目',
    version: 1,
    rule: 'ST19',
    definition: '品牌项目中，截至日前 90 天内至少有一个场次有 5 人以上已确认服务记录的项目个数。',
  },
  brandsPer100k: {
    title: '每 10 万人品牌项目',
    version: 1,
    rule: 'ST19',
    parts: ['品牌项目', '常住人口'],
    definition: '品牌项目 ÷ 常住人口 × 100,000。没有公布的常住人口数则不计算。',
  },
  brandCountyCoverage: {
    title: '品牌覆盖的县',
    version: 1,
    rule: 'ST19',
    parts: ['有品牌服务的县', '全部县（市、区）'],
    definition: '近 90 天内有品牌项目举办过 5 人以上场次的县（按服务地点）÷ 全部县（市、区）。',
  },
  brandTownshipCoverage: {
    title: '品牌覆盖的乡镇',
    version: 1,
    rule: 'ST19',
    parts: ['有品牌服务的乡镇', '全部乡镇（街道）'],
    definition: '近 90 天内有品牌项目举办过 5 人以上场次的乡镇（按服务地点）÷ 全部乡镇（街道）。',
  },
  brandConcentration: {
    title: '品牌集中度',
    version: 1,
    rule: 'ST19',
    parts: ['时长最多的品牌（本年分钟）', '全部品牌（本年分钟）'],
    definition: '本年服务时长最多的一个品牌项目 ÷ 全部品牌项目的本年服务时长。越低，越不依赖一个项目。',
  },
  'active.CUM': activeDefinition('CUM'),
  'active.YEAR': activeDefinition('YEAR'),
  'active.R12': activeDefinition('R12'),
  'active.CUM-STRICT': activeDefinition('CUM-STRICT'),
  'active.YEAR-STRICT': activeDefinition('YEAR-STRICT'),
  'active.R12-STRICT': activeDefinition('R12-STRICT'),
  'activityRate.CUM': rateDefinition('CUM'),
  'activityRate.YEAR': rateDefinition('YEAR'),
  'activityRate.R12': rateDefinition('R12'),
  'activityRate.CUM-STRICT': rateDefinition('CUM-STRICT'),
  'activityRate.YEAR-STRICT': rateDefinition('YEAR-STRICT'),
  'activityRate.R12-STRICT': rateDefinition('R12-STRICT'),
};

/**
 * 口径: the definitions behind every published number, as data that screens, exports and documents share
 * (ST14).
 */

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

export type MeasureId =
  | 'registered'
  | 'registrationRatio'
  | 'registeredGrowth'
  | `active.${ActivityMeasure}`
  | `activityRate.${ActivityMeasure}`
  | 'serviceHours'
  | 'averageHours.registered'
  | 'averageHours.active';

export interface MeasureDefinition {
  readonly title: string;
  readonly version: number;
  readonly definition: string;
  readonly rule: string;
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

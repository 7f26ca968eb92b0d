/**
 * 列: what the columns of a roster, or of a list of service records, may mean, and which title means which.
 */

/** 花名册 or 服务记录: what the rows of a file are. */
export const IMPORT_KINDS = ['roster', 'records'] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

export const ROSTER_COLUMNS = [
  'name',
  'idType',
  'idNumber',
  'phone',
  'county',
  'township',
  'community',
  'registeredDay',
] as const;
export type RosterColumn = (typeof ROSTER_COLUMNS)[number];
export const RECORD_COLUMNS = [
  'name',
  'idNumber',
  'volunteerNumber',
  'phone',
  'day',
  'from',
  'to',
  'hours',
  'minutes',
  'title',
  'organisation',
] as const;
export type RecordColumn = (typeof RECORD_COLUMNS)[number];
export type ImportColumn = RosterColumn | RecordColumn;
export const COLUMNS_OF = {
  roster: ROSTER_COLUMNS,
  records: RECORD_COLUMNS,
} as const satisfies Readonly<Record<ImportKind, readonly ImportColumn[]>>;

/** For each meaning the number of the column in the sheet, from 0; null: the sheet has none. */
export type ColumnMapping = Readonly<Record<ImportColumn, number | null>>;

/** Without one of each group no row can be taken. */
const NEEDED_GROUPS: Readonly<Record<ImportKind, readonly (readonly ImportColumn[])[]>> = {
  roster: [['name'], ['idNumber']],
  records: [
    ['name'],
    ['idNumber', 'volunteerNumber', 'phone'],
    ['day'],
    ['hours', 'minutes', 'from'],
    ['title'],
  ],
};

export function isMappingWhole(kind: ImportKind, mapping: ColumnMapping): boolean {
  return NEEDED_GROUPS[kind].every((group) => group.some((column) => mapping[column] !== null));
}

/** No other column does instead. */
export function isNeeded(kind: ImportKind, column: ImportColumn): boolean {
  return NEEDED_GROUPS[kind].some((group) => group.length === 1 && group[0] === column);
}

/** Titles as they are found, the surest first; compared without spaces, brackets, stars and units. */
const LENGTHS = ['服务时长', '时长', '服务小时', '小时数', '计时', '记录时长', '志愿时长', '工时'];
const TITLES: Readonly<Record<ImportColumn, readonly string[]>> = {
  name: ['姓名', '志愿者姓名', '真实姓名', '名字', '人员姓名'],
  idType: ['证件类型', '证件类别', '证件种类'],
  idNumber: [
    '身份证号',
    '身份证号码',
    '证件号码',
    '证件号',
    '公民身份号码',
    '居民身份证号',
    '身份证',
    '证件编号',
  ],
  phone: ['手机号', '手机号码', '联系电话', '手机', '电话', '联系方式', '电话号码', '移动电话'],
  county: ['县', '区县', '县区', '县市区', '县市', '所在区县', '所属区县', '市县'],
  township: ['乡镇', '街道', '乡镇街道', '镇街', '所在乡镇', '所属乡镇', '乡镇办'],
  community: [
    '社区',
    '村社区',
    '社区村',
    '居委会',
    '村居',
    '所在社区',
    '所属社区',
    '居住社区',
    '居住区域',
    '服务区域',
    '所在区域',
    '家庭住址',
    '住址',
    '现住址',
    '居住地址',
    '常住地址',
    '地址',
    '区划代码',
  ],
  registeredDay: ['注册日期', '注册时间', '登记日期', '登记时间', '加入时间', '入队时间', '入队日期'],
  volunteerNumber: ['志愿者编号', '志愿者号', '注册编号', '编号'],
  day: ['服务日期', '活动日期', '服务时间', '活动时间', '参与日期', '日期', '时间'],
  from: ['开始时间', '签到时间', '起始时间', '开始'],
  to: ['结束时间', '签退时间', '终止时间', '结束'],
  hours: LENGTHS,
  minutes: [...LENGTHS, '服务分钟', '服务分钟数', '分钟数', '分钟'],
  title: ['活动名称', '服务内容', '活动主题', '服务名称', '项目名称', '服务项目', '活动', '项目', '内容'],
  organisation: [
    '组织名称',
    '服务组织',
    '所属组织',
    '志愿队伍',
    '队伍名称',
    '主办单位',
    '发布组织',
    '团体名称',
    '组织',
    '队伍',
    '单位',
  ],
};

/** What is left of a title without brackets, stars, spaces, punctuation and a number at its end. */
function bareTitle(title: string): string {
  return title
    .normalize('NFKC')
    .replace(/[(（[【].*?[)）\]】]/g, '')
    .replace(/[\s*·、,.:;/\\|\-_"']/g, '')
    .replace(/\d+$/, '');
}

/** How sure a title means a column: 0 none, higher is surer. A title that holds another one is less sure. */
function likeness(written: string, column: ImportColumn): number {
  const titles = TITLES[column];
  // 服务时长（分钟）: the unit stands in the brackets.
  const isOther =
    column === 'minutes' ? !written.includes('分') : column === 'hours' && written.includes('分');
  if (isOther) return 0;
  const title = bareTitle(written);
  const place = titles.indexOf(title);
  if (place >= 0) return 1_000 - place;
  // 基本信息姓名: a title of two rows, the lower one last.
  const within = titles.findIndex((known) => known.length > 1 && title.endsWith(known));
  return within < 0 ? 0 : 500 - within;
}

/** The column each title most likely means: every column and every meaning at most once, the surest first. */
export function proposeMapping(titles: readonly string[], kind: ImportKind = 'roster'): ColumnMapping {
  const columns: readonly ImportColumn[] = COLUMNS_OF[kind];
  const candidates = titles.flatMap((title, index) =>
    columns.map((column) => ({ column, index, score: likeness(title, column) })),
  );
  const chosen = new Map<ImportColumn, number>();
  const taken = new Set<number>();
  for (const { column, index, score } of candidates.sort((one, other) => other.score - one.score)) {
    if (score === 0 || chosen.has(column) || taken.has(index)) continue;
    chosen.set(column, index);
    taken.add(index);
  }
  return mappingOf((column) => chosen.get(column) ?? null);
}

export function mappingOf(indexOf: (column: ImportColumn) => number | null): ColumnMapping {
  return {
    name: indexOf('name'),
    idType: indexOf('idType'),
    idNumber: indexOf('idNumber'),
    phone: indexOf('phone'),
    county: indexOf('county'),
    township: indexOf('township'),
    community: indexOf('community'),
    registeredDay: indexOf('registeredDay'),
    volunteerNumber: indexOf('volunteerNumber'),
    day: indexOf('day'),
    from: indexOf('from'),
    to: indexOf('to'),
    hours: indexOf('hours'),
    minutes: indexOf('minutes'),
    title: indexOf('title'),
    organisation: indexOf('organisation'),
  };
}

/** Above the sum of all likenesses, so that one meaning more counts more than surer titles. */
export const MEANING_SCORE = 10_000;

/** How much a row reads like titles: first how many meanings it has, then how surely. 0: none. */
export function titleScore(titles: readonly string[], kind: ImportKind = 'roster'): number {
  const mapping = proposeMapping(titles, kind);
  const columns: readonly ImportColumn[] = COLUMNS_OF[kind];
  return columns.reduce((score, column) => {
    const index = mapping[column];
    return index === null ? score : score + MEANING_SCORE + likeness(titles[index] ?? '', column);
  }, 0);
}

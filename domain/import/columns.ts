/** 列: what a roster's columns may mean, and which title means which. */

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
/** For each meaning the number of the column in the sheet, from 0; null: the sheet has none. */
export type ColumnMapping = Readonly<Record<RosterColumn, number | null>>;

/** Without these nobody can be registered. */
export const NEEDED_COLUMNS: readonly RosterColumn[] = ['name', 'idNumber'];

/** Titles as they are found, the surest first; compared without spaces, brackets, stars and units. */
const TITLES: Readonly<Record<RosterColumn, readonly string[]>> = {
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
function likeness(title: string, column: RosterColumn): number {
  const titles = TITLES[column];
  const place = titles.indexOf(title);
  if (place >= 0) return 1_000 - place;
  // 基本信息姓名: a title of two rows, the lower one last.
  const within = titles.findIndex((known) => known.length > 1 && title.endsWith(known));
  return within < 0 ? 0 : 500 - within;
}

/** The column each title most likely means: every column and every meaning at most once, the surest first. */
export function proposeMapping(titles: readonly string[]): ColumnMapping {
  const candidates = titles.flatMap((title, index) =>
    ROSTER_COLUMNS.map((column) => ({ column, index, score: likeness(bareTitle(title), column) })),
  );
  const chosen = new Map<RosterColumn, number>();
  const taken = new Set<number>();
  for (const { column, index, score } of candidates.sort((one, other) => other.score - one.score)) {
    if (score === 0 || chosen.has(column) || taken.has(index)) continue;
    chosen.set(column, index);
    taken.add(index);
  }
  return mappingOf((column) => chosen.get(column) ?? null);
}

export function mappingOf(indexOf: (column: RosterColumn) => number | null): ColumnMapping {
  return {
    name: indexOf('name'),
    idType: indexOf('idType'),
    idNumber: indexOf('idNumber'),
    phone: indexOf('phone'),
    county: indexOf('county'),
    township: indexOf('township'),
    community: indexOf('community'),
    registeredDay: indexOf('registeredDay'),
  };
}

/** Above the sum of all likenesses, so that one meaning more counts more than surer titles. */
export const MEANING_SCORE = 10_000;

/** How much a row reads like titles: first how many meanings it has, then how surely. 0: none. */
export function titleScore(titles: readonly string[]): number {
  const mapping = proposeMapping(titles);
  return ROSTER_COLUMNS.reduce((score, column) => {
    const index = mapping[column];
    return index === null ? score : score + MEANING_SCORE + likeness(bareTitle(titles[index] ?? ''), column);
  }, 0);
}

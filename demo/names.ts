/**
 * Names for synthetic volunteers. Every name is put together by number from lists of common
 * parts, so the same number always gives the same name and no name stands for anyone who lives.
 */

export type NameStyle = 'han' | 'tibetan' | 'qiang';
export type NameSex = 'male' | 'female';

export interface SyntheticName {
  readonly name: string;
  readonly sex: NameSex;
  readonly style: NameStyle;
}

const words = (text: string): readonly string[] => text.split(' ');

const HAN_SURNAMES = words(
  '王 李 张 刘 陈 杨 黄 赵 周 吴 徐 孙 胡 朱 高 林 何 郭 马 罗 梁 宋 郑 谢 韩 唐 冯 于 董 萧 程 曹 袁 邓 许 傅 沈 曾 ' +
    '彭 吕 苏 卢 蒋 蔡 贾 丁 魏 薛 叶 阎 余 潘 杜 戴 夏 钟 汪 田 任 姜 范 方 石 姚 谭 廖 邹 熊 金 陆 郝 孔 白 崔 康 毛 ' +
    '邱 秦 江 史 顾 侯 邵 孟 龙 万 段 钱 汤 尹 黎 易 常 武 乔 贺 赖 龚 文',
);
/** Surnames that are frequent among Qiang families of the upper Min valley. */
const QIANG_SURNAMES = words('余 王 何 杨 陈 龙 耿 毛 马 张 周 高 坤 苟 董 饶 罗 朱 白 肖');
const MALE_FIRST = words(
  '志 建 国 文 明 永 光 海 云 春 家 俊 子 宇 浩 泽 天 晓 立 成 正 德 松 庆 学 新 世 宏 兴 振',
);
const MALE_SECOND = words(
  '强 军 平 林 华 刚 勇 峰 辉 斌 宇 轩 杰 涛 鹏 清 波 川 山 河 安 宁 远 康 祥 龙 生 民 福 良',
);
const FEMALE_FIRST = words(
  '秀 玉 春 桂 晓 雪 思 雨 佳 欣 婷 美 丽 文 静 梦 诗 慧 雅 小 红 淑 兰 月 云 芳 素 国 清 冬',
);
const FEMALE_SECOND = words(
  '英 兰 芳 梅 华 琴 玲 燕 霞 萍 敏 娟 怡 涵 琳 颖 洁 雯 瑶 莉 群 珍 蓉 倩 月 秋 菊 云 宁 妍',
);
const QIANG_MALE = words('尔玛保 木吉 格基 玉石 若木 阿里 热比 木比 尔木 山宝 云保 石宝');
const QIANG_FEMALE = words('木姐 云朵 羊角花 阿依 尔玛依娜 依娜 木珠 羌红 云依 索依 月朵 石花');

const TIBETAN_FIRST = words(
  '扎西 索朗 泽仁 仁青 格桑 尼玛 达瓦 阿旺 丹增 洛桑 次仁 嘉央 罗尔 泽旺 贡布 班玛 俄色 旦真 华尔 求吉 供秋 彭措 根秋 更登',
);
const TIBETAN_MALE = words(
  '顿珠 多吉 扎西 次仁 平措 旺堆 罗布 朗杰 尼玛 泽郎 三郎 旦周 东周 丹巴 嘉措 登巴 热登 华旦',
);
const TIBETAN_FEMALE = words(
  '卓玛 拉姆 央金 旺姆 措姆 曲珍 德吉 白玛 梅朵 初 卓嘎 央宗 拉初 泽措 娜姆 雍中 青措 仁措',
);

/** A well-spread 32-bit number from `seed` and `salt` (integer mixing after Wellons); no state, no clock. */
export function mixed(seed: number, salt: number): number {
  let x = (seed ^ Math.imul(salt + 1, 0x9e3779b1)) >>> 0;
  x = Math.imul(x ^ (x >>> 16), 0x7feb352d) >>> 0;
  x = Math.imul(x ^ (x >>> 15), 0x846ca68b) >>> 0;
  return (x ^ (x >>> 16)) >>> 0;
}

/** The entry of a list that `seed` and `salt` select. Throws RangeError on an empty list. */
export function pick<T>(list: readonly T[], seed: number, salt: number): T {
  const value = list[mixed(seed, salt) % Math.max(1, list.length)];
  if (value === undefined) throw new RangeError('cannot pick from an empty list');
  return value;
}

/** How often each style of name is drawn by county, per cent: Tibetan, Qiang; the rest Han. Rough. */
const STYLE_SHARES: Readonly<Record<string, readonly [number, number]>> = {
  '513201': [74, 1],
  '513221': [20, 38],
  '513222': [52, 32],
  '513223': [4, 80],
  '513224': [44, 10],
  '513225': [34, 2],
  '513226': [50, 1],
  '513227': [54, 1],
  '513228': [88, 2],
  '513230': [90, 0],
  '513231': [92, 0],
  '513232': [88, 0],
  '513233': [82, 0],
};

function styleOf(seed: number, countyCode: string): NameStyle {
  const [tibetan, qiang] = STYLE_SHARES[countyCode] ?? [0, 0];
  const roll = mixed(seed, 11) % 100;
  if (roll < tibetan) return 'tibetan';
  return roll < tibetan + qiang ? 'qiang' : 'han';
}

function hanGiven(seed: number, sex: NameSex): string {
  const second = pick(sex === 'male' ? MALE_SECOND : FEMALE_SECOND, seed, 4);
  if (mixed(seed, 5) % 100 < 18) return second;
  const first = pick(sex === 'male' ? MALE_FIRST : FEMALE_FIRST, seed, 3);
  return first === second ? `${first}${sex === 'male' ? '安' : '怡'}` : `${first}${second}`;
}

function tibetanName(seed: number, sex: NameSex): string {
  const first = pick(TIBETAN_FIRST, seed, 6);
  const second = pick(sex === 'male' ? TIBETAN_MALE : TIBETAN_FEMALE, seed, 7);
  return first === second ? `${first}${sex === 'male' ? '多吉' : '卓玛'}` : `${first}${second}`;
}

function qiangName(seed: number, sex: NameSex): string {
  const surname = pick(QIANG_SURNAMES, seed, 8);
  if (mixed(seed, 9) % 100 < 75) return `${surname}${hanGiven(seed, sex)}`;
  return `${surname}${pick(sex === 'male' ? QIANG_MALE : QIANG_FEMALE, seed, 10)}`;
}

/** The name of synthetic person number `seed` who lives in the county: the same on every machine. */
export function syntheticName(seed: number, countyCode: string): SyntheticName {
  const sex: NameSex = mixed(seed, 1) % 100 < 56 ? 'female' : 'male';
  const style = styleOf(seed, countyCode);
  switch (style) {
    case 'tibetan':
      return { name: tibetanName(seed, sex), sex, style };
    case 'qiang':
      return { name: qiangName(seed, sex), sex, style };
    case 'han':
      return { name: `${pick(HAN_SURNAMES, seed, 2)}${hanGiven(seed, sex)}`, sex, style };
  }
}

/** Names of grass-roots teams, completed by the county's name. */
export const TEAM_NAMES = [
  '文明实践志愿服务队',
  '青年志愿服务队',
  '雪山红马甲志愿队',
  '邻里互助志愿服务队',
  '巾帼志愿服务队',
  '退役军人志愿服务队',
] as const;

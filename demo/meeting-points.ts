/**
 * Where demo activities meet, as a distance from the county seat. Generic places, positions only approximate:
 * good enough to try check-in by location, not for finding the way.
 */

export interface MeetingPoint {
  readonly name: string;
  /** Metres north and east of the county seat in `data/places`; negative is south and west. */
  readonly northMeters: number;
  readonly eastMeters: number;
  /** Radius of the fence for check-in. */
  readonly radiusMeters: number;
}

const point = (name: string, northMeters: number, eastMeters: number, radiusMeters = 200): MeetingPoint => ({
  name,
  northMeters,
  eastMeters,
  radiusMeters,
});

/** By county code; the first is the usual one. */
export const MEETING_POINTS: Readonly<Record<string, readonly MeetingPoint[]>> = {
  '513201': [
    point('市民广场东侧斑马线', 60, 180),
    point('文明实践中心门口', -220, -90),
    point('滨河步道入口', -120, 420),
  ],
  '513221': [
    point('岷江河堤步道入口', -240, 160, 300),
    point('文明实践中心门口', 90, -140),
    point('县城文体广场', 210, 60),
  ],
  '513222': [
    point('进山路口值守点', 640, -380, 400),
    point('文明实践中心门口', 80, 120),
    point('河边文化广场', -180, 90),
  ],
  '513223': [
    point('羌城文化广场', 150, -200),
    point('社区活动室', -90, 240),
    point('文明实践中心门口', 40, 60),
  ],
  '513224': [
    point('古城门前广场', 110, -60),
    point('文明实践中心门口', -160, 130),
    point('客运站出口', -420, 80),
  ],
  '513225': [
    point('游客集散点', 520, -610, 400),
    point('湖边栈道服务点', 860, -740, 400),
    point('文明实践中心门口', 70, 150),
  ],
  '513226': [
    point('河东文化广场', 130, 190),
    point('文明实践中心门口', -110, -70),
    point('滨河公园入口', -260, 140),
  ],
  '513227': [
    point('县城中心广场', 50, 90),
    point('文明实践中心门口', -140, 160),
    point('社区日间照料室', 180, -120),
  ],
  '513228': [
    point('村口义诊点', 380, 460, 300),
    point('文明实践中心门口', 60, -80),
    point('县城文体广场', -150, 120),
  ],
  '513230': [
    point('县城文化广场', 90, 110),
    point('文明实践中心门口', -80, -130),
    point('社区活动室', 160, -60),
  ],
  '513231': [
    point('社区双语阅读角', 140, -110),
    point('文明实践中心门口', -70, 150),
    point('县城中心广场', 30, 60),
  ],
  '513232': [
    point('草原文化广场', 120, 70),
    point('文明实践中心门口', -130, 110),
    point('游客服务点', 460, -280, 300),
  ],
  '513233': [
    point('社区日间照料室', -100, 130),
    point('文明实践中心门口', 80, -90),
    point('县城文化广场', 170, 60),
  ],
};

/** Shift lengths that everyday activities use, minutes. */
export const SHIFT_LENGTHS_MINUTES = [60, 90, 120, 150, 180, 240] as const;

/** Titles of everyday activities that belong to no brand project. */
export const EVERYDAY_ACTIVITY_TITLES = [
  '社区环境整治',
  '独居老人助餐',
  '图书整理和借阅服务',
  '公共场所控烟劝导',
  '反诈知识入户宣传',
  '周末儿童课后陪伴',
  '节水护林宣传',
  '便民理发磨刀日',
  '旧衣整理捐赠',
  '公交站台文明引导',
  '节日慰问演出保障',
  '冬季扫雪除冰',
] as const;

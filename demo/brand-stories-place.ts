/** Brand projects that look after places: crossings, rivers, forests, scenic areas. */
import type { DemoBrandProject } from './brand-project-text';

const ZEBRA: DemoBrandProject = {
  key: 'zebra-crossing',
  hostLevel: 'centre',
  title: '文明斑马线',
  countyCode: '513201',
  field: 'civility',
  stage: 'exemplary',
  goal: '让每一个过马路的人都能安心走完斑马线',
  teamName: '马尔康市文明实践志愿服务队',
  story: [
    '早上七点四十，上学的孩子、买菜的老人和赶着上班的车在同一个路口相遇。斑马线只有十几步，走起来却常常要等很久。文明斑马线项目就从这十几步开始。',
    '志愿者两人一组，一人举旗提醒来车，一人陪着老人和孩子过街。不吹哨，不训人，车停下来就点头致谢。很多司机说，被人谢过一次，下一次自己就会先停。',
    '每个路口每月做两次十分钟取样：数一数经过的车，再数一数主动停下让行的车。这个比例就是项目唯一的成绩，志愿者站得再久、打卡再多，也改不了它。',
    '如果您每周能拿出四十分钟，就可以认领一个路口。第一次会有老队员带着您站，旗子、马甲和雨衣都在集合点领取。',
  ],
  outcomeName: '机动车礼让率',
  safeguards:
    '每组两人，始终站在人行道一侧，穿反光马甲；不进入车道、不拦车；雨雪和能见度低时停止上岗；每位志愿者有意外险。',
  pictureText: '志愿者在斑马线旁举旗，一辆车停下，老人牵着孩子过街，远处是藏式民居和雪山',
  accreditation: {
    level: 'city',
    document: '演示文件〔2026〕1号（仅供演示，不是真实文件）',
    validFromDay: '2026-01-01',
    validToDay: '2028-12-31',
  },
  activities: [
    {
      title: '早高峰路口护学',
      summary: '两人一组，在学校路口陪孩子和老人过斑马线',
      description:
        '请提前十分钟到集合点领取马甲和旗子。雨天照常，雨衣由队里准备。站位听路口组长安排，请始终站在人行道一侧。',
      shiftMinutes: 60,
      startsAtMinutes: [440],
      capacity: 12,
      risk: {
        level: 'heightened',
        dangers: '在车流旁边值守：全程站在人行道一侧，穿反光马甲，听路口组长安排。',
        insurance: '服务队为每位到场的志愿者投保意外险，自签到起至签退止。',
        training: '第一次来的，先听路口组长讲 10 分钟安全要点。',
      },
    },
    {
      title: '傍晚斑马线守护',
      summary: '放学和下班时段，提醒来车礼让',
      description: '傍晚光线暗，请穿反光马甲。每组先做十分钟礼让取样，再开始引导，数字交给路口组长登记。',
      shiftMinutes: 90,
      startsAtMinutes: [1010],
      capacity: 12,
      risk: {
        level: 'heightened',
        dangers: '在车流旁边值守：全程站在人行道一侧，穿反光马甲，听路口组长安排。',
        insurance: '服务队为每位到场的志愿者投保意外险，自签到起至签退止。',
        training: '第一次来的，先听路口组长讲 10 分钟安全要点。',
      },
    },
  ],
};

const RIVER: DemoBrandProject = {
  key: 'river-clean',
  hostLevel: 'institute',
  title: '河湖清洁',
  countyCode: '513221',
  field: 'environment',
  stage: 'accredited',
  goal: '一条河一支队，让岷江的岸边看得见石头、看不见垃圾',
  teamName: '汶川县雪山红马甲志愿队',
  story: [
    '岷江从雪山下来，穿过县城和村寨。涨水带来的塑料袋，郊游留下的瓶子，都会停在同样的几处河湾。河湖清洁项目把这些河湾一段一段认领下来。',
    '每段岸线约五百米，由一支队伍长期照看。夹子、手套和袋子放在固定的工具箱里，路过的游客也可以借一副手套一起捡。',
    '每次清洁前，先在固定位置拍一张照片，再数一数一百米内看得见的垃圾；清洁之后不再数，下一次来之前才数。这样得到的数字，说的是河岸平时的样子，不是刚扫完的样子。',
    '水边石头滑，项目只在枯水和平水时段开展，不下水、不进陡坡，十六岁以下须有监护人同行。',
  ],
  outcomeName: '百米岸线可见垃圾件数',
  pictureText: '三位志愿者在雪山下的河边用夹子捡拾垃圾，身旁放着收集袋',
  accreditation: {
    level: 'county',
    document: '演示文件〔2026〕3号（仅供演示，不是真实文件）',
    validFromDay: '2026-03-01',
    validToDay: '2028-02-29',
  },
  activities: [
    {
      title: '岷江河湾清洁日',
      summary: '认领一段五百米河岸，捡拾并分类',
      description:
        '请穿防滑鞋，自带水杯。先听安全员讲清楚可以走到哪里，再分组开始。收集的垃圾分成可回收和其他两类，统一运走。',
      shiftMinutes: 120,
      startsAtMinutes: [540],
      capacity: 40,
    },
    {
      title: '岸线取样与宣传',
      summary: '数一百米内的垃圾，向岸边居民和游客说明怎么做',
      description:
        '两人一组，在固定桩位之间取样并拍照，之后到岸边步道向路人介绍认领办法。适合第一次参加的志愿者。',
      shiftMinutes: 90,
      startsAtMinutes: [900],
      capacity: 16,
    },
  ],
};

const FOREST: DemoBrandProject = {
  key: 'forest-patrol',
  hostLevel: 'institute',
  title: '森林防火巡护',
  countyCode: '513222',
  field: 'fireSafety',
  stage: 'accredited',
  goal: '进山的每一个路口都有人守，出山的每一个人都知道怎么防火',
  teamName: '理县退役军人志愿服务队',
  story: [
    '冬春干燥，山上的草一点就着。防火巡护项目不要求志愿者去灭火，只做三件事：守住进山路口，走一遍常走的小路，把看到的情况及时报告。',
    '巡护路线由护林员划定，两人以上同行，背着水和对讲机。发现烟点，第一件事是退到安全的地方，第二件事是报告位置，其余交给专业队伍。',
    '路口的志愿者请进山的人留下火种，也帮忙看管。登记很简单：几个人，去哪里，什么时候回。回来时少问一句“带火了吗”，多说一句“辛苦了”。',
    '项目看的是路口火种留存的比例：每个路口抽样，进山的人里有多少主动把火种留下。比例上去了，山就更安全。',
  ],
  outcomeName: '进山火种主动留存率',
  pictureText: '两位志愿者走在松林小路上，一人背着喷水桶拄着木杖，一人用对讲机通话，路边立着禁火标志',
  accreditation: {
    level: 'county',
    document: '演示文件〔2026〕6号（仅供演示，不是真实文件）',
    validFromDay: '2026-02-01',
    validToDay: '2028-01-31',
  },
  activities: [
    {
      title: '进山路口值守',
      summary: '登记进山人员，代为保管火种',
      description:
        '值守点有帐篷和热水。请按登记表逐项询问，语气和气；遇到不愿配合的情况不要争执，报告带队的护林员。',
      shiftMinutes: 180,
      startsAtMinutes: [510, 780],
      capacity: 8,
    },
    {
      title: '林间小路巡护',
      summary: '跟随护林员走一遍划定的路线',
      description:
        '路线约六公里，有上下坡，适合身体健康的成年人。请穿登山鞋和长裤，水和干粮由队里准备。天气不好会提前一天通知改期。',
      shiftMinutes: 240,
      startsAtMinutes: [510],
      capacity: 15,
      risk: {
        level: 'heightened',
        dangers: '山路湿滑，可能遇到落石和野生动物：两人同行，不离开步道，天黑前下山。',
        insurance: '林业站为登记在册的巡护志愿者投保意外险。',
        training: '要参加过防火巡护培训；没有参加过的，先报名培训活动。',
      },
    },
  ],
};

const SCENIC: DemoBrandProject = {
  key: 'scenic-guide',
  hostLevel: 'organisation',
  title: '景区文明引导',
  countyCode: '513225',
  field: 'tourism',
  stage: 'exemplary',
  goal: '让远道而来的人看得舒心，也让这片水和树不受打扰',
  teamName: '九寨沟县青年志愿服务队',
  story: [
    '旺季的栈道上，最常听到的三句话是：厕所在哪里，还要走多久，能不能下去拍照。引导志愿者就站在这三句话最多的地方。',
    '志愿者会说普通话，也会几句藏语和英语。指路、借轮椅、帮忙找走散的家人，都是举手之劳；看到有人翻越护栏，先递上一句提醒，再说明为什么不可以。',
    '每个服务点备有急救包、针线和热水。最受欢迎的是一张手绘的步行时间图：从这里到下一站，慢走几分钟，台阶多少级。',
    '项目用一个数字衡量自己：每百名游客里，需要劝阻的不文明行为有多少起。由同一个点、同一个时段取样，年年相比。',
    '暑假和国庆最缺人手。讲得出家乡故事的您，就是最好的引导员。',
  ],
  outcomeName: '每百名游客劝阻起数',
  pictureText: '志愿者在湖边木栈道上为一家三口指路，身后是秋色树林和雪山',
  accreditation: {
    level: 'province',
    document: '演示文件〔2026〕8号（仅供演示，不是真实文件）',
    validFromDay: '2026-01-01',
    validToDay: '2028-12-31',
  },
  activities: [
    {
      title: '栈道服务点引导',
      summary: '指路、答问、借还轮椅，提醒文明游览',
      description: '上岗前有半小时培训，发放步行时间图和常见问答。每两小时轮换一次点位，中午在服务点用餐。',
      shiftMinutes: 240,
      startsAtMinutes: [480, 750],
      capacity: 24,
    },
    {
      title: '游客集散点疏导',
      summary: '帮助排队、分流，照顾老人和孩子',
      description: '在候车区引导排队，优先照顾老人、孕妇和带小孩的家庭。请穿舒适的鞋，队里提供帽子和饮水。',
      shiftMinutes: 180,
      startsAtMinutes: [450],
      capacity: 20,
    },
  ],
};

export const PLACE_STORIES: readonly DemoBrandProject[] = [ZEBRA, RIVER, FOREST, SCENIC];

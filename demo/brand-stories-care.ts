/** Brand projects that look after people: elders, children, patients, anyone in an emergency. */
import type { DemoBrandProject } from './brand-project-text';

const ELDER: DemoBrandProject = {
  key: 'elder-visit',
  hostLevel: 'station',
  title: '暖冬敬老',
  countyCode: '513233',
  field: 'elderCare',
  stage: 'accredited',
  goal: '高原的冬天，不让一位独居老人一个人过',
  teamName: '红原县巾帼志愿服务队',
  story: [
    '十一月起，草原就是雪的天下。儿女在外的老人，一天里说话最多的也许就是炉子和水壶。暖冬敬老项目做的事很小：有人来，坐下来，喝一碗茶，说一会儿话。',
    '每位老人由固定的两名志愿者结对，隔周上门一次。看看炉子烟管通不通，药还剩几天，手机能不能接到电话，再把缺的东西记下来，下次带到。',
    '结对先要老人愿意。第一次由村里的干部陪着去，老人点了头才开始；什么时候不想让人来了，说一声就停。拍照也一样，先问，再拍。',
    '项目只看一个数：结对老人里，过去十四天内有人上门看望的占多少。冬天最冷的一月和二月，这个数单独列出来。',
  ],
  outcomeName: '十四天内探访到户率',
  pictureText: '志愿者坐在火炉边与端着热茶的老人说话，另一位志愿者带来礼物，窗外下着雪',
  accreditation: {
    level: 'city',
    document: '演示文件〔2026〕2号（仅供演示，不是真实文件）',
    validFromDay: '2026-01-01',
    validToDay: '2028-12-31',
  },
  activities: [
    {
      title: '结对老人上门探访',
      summary: '陪老人说话，检查炉具和用药',
      description:
        '两人一组，按名单上门。请先在集合点听一遍注意事项：不收礼、不留影、不承诺办不到的事。需要帮助的事项当天交给组长。',
      shiftMinutes: 150,
      startsAtMinutes: [570, 840],
      capacity: 20,
    },
    {
      title: '冬衣和炉具检查日',
      summary: '整理冬衣，帮老人疏通烟管、更换垫圈',
      description: '懂炉具维修的志愿者请注明，我们会安排与新手同组。工具和配件由队里准备，请穿耐脏的衣服。',
      shiftMinutes: 180,
      startsAtMinutes: [540],
      capacity: 18,
    },
  ],
};

const READING: DemoBrandProject = {
  key: 'reading-corner',
  hostLevel: 'station',
  title: '双语阅读角',
  countyCode: '513231',
  field: 'education',
  stage: 'accredited',
  goal: '让孩子在家门口就能读到一本好书，用两种语言讲出来',
  teamName: '阿坝县青年志愿服务队',
  story: [
    '放学以后到天黑以前，是孩子们最闲的时候。双语阅读角设在社区活动室的一角：一块地毯，两排书架，一位愿意讲故事的大人。',
    '同一个故事，先用藏语讲，再用普通话讲；第二遍请孩子来讲。讲错了没有关系，讲完了就能挑下一本书回家。',
    '书由大家捐，也由大家修。高年级的孩子当“小馆员”，登记借还，给新书写一句推荐语，贴在书架边上。',
    '一个阅读角好不好，看孩子是不是真的读完了：每学期末数一数，每个孩子平均完整读完并讲过几本。只借不读，不算。',
  ],
  outcomeName: '每名儿童每学期讲完的书',
  pictureText: '戴眼镜的志愿者坐着读书，三个孩子盘腿坐在垫子上，一个孩子举手，窗外有碉楼和雪山',
  accreditation: {
    level: 'city',
    document: '演示文件〔2026〕4号（仅供演示，不是真实文件）',
    validFromDay: '2026-01-01',
    validToDay: '2028-12-31',
  },
  activities: [
    {
      title: '放学后双语故事会',
      summary: '用藏语和普通话各讲一遍，请孩子复述',
      description:
        '请提前选好一本二十页以内的绘本，先读熟。每场最多十五个孩子，两名志愿者搭档，一人讲，一人陪。',
      shiftMinutes: 90,
      startsAtMinutes: [980],
      capacity: 6,
    },
    {
      title: '周末修书和整理',
      summary: '修补旧书、登记新书、布置书架',
      description: '适合喜欢安静做事的志愿者，材料齐备，现场有人教。欢迎家长带孩子一起来。',
      shiftMinutes: 120,
      startsAtMinutes: [570],
      capacity: 10,
    },
  ],
};

const FIRST_AID: DemoBrandProject = {
  key: 'first-aid',
  hostLevel: 'centre',
  title: '应急救护进村寨',
  countyCode: '513223',
  field: 'rescue',
  stage: 'accredited',
  goal: '每个村寨都有会救人的人，每个人都知道先做什么',
  teamName: '茂县文明实践志愿服务队',
  story: [
    '从村寨到县医院，快的半小时，慢的要一个多小时。真正要紧的是最先的几分钟，而那几分钟里，身边只有邻居。',
    '项目请持证的救护员当老师，到村里的院坝和活动室上课。不讲大道理，一堂课只练一样：按压、止血、包扎、搬运，练到手上有数为止。',
    '课后三个月回访，随机请几位学员当场做一遍胸外按压。做对了多少人，才是这堂课教会了多少人。',
    '愿意当助教的您，不需要医学背景：帮忙摆好假人和垫子，陪不敢动手的老乡做第一次，就是很大的帮助。',
  ],
  outcomeName: '三个月后按压合格率',
  pictureText: '志愿者跪在垫子上用教学假人示范胸外按压，村民围着学习，旁边放着急救箱',
  accreditation: {
    level: 'county',
    document: '演示文件〔2026〕5号（仅供演示，不是真实文件）',
    validFromDay: '2026-04-01',
    validToDay: '2028-03-31',
  },
  activities: [
    {
      title: '院坝救护课',
      summary: '学会胸外按压，人人上手练一遍',
      description:
        '每堂课一小时讲练、半小时考查。请助教提前半小时到场布置。课程内容由持证救护员负责，志愿者不代替医务人员处置伤病。',
      shiftMinutes: 120,
      startsAtMinutes: [560, 870],
      capacity: 12,
    },
    {
      title: '三个月回访考查',
      summary: '随机请学员做一遍，记录是否合格',
      description: '两人一组，一人观察一人记录，按统一的五项要点打勾。不合格的当场再教一遍，不公布姓名。',
      shiftMinutes: 90,
      startsAtMinutes: [600],
      capacity: 8,
    },
  ],
};

const CLINIC: DemoBrandProject = {
  key: 'village-clinic',
  hostLevel: 'institute',
  title: '乡村义诊',
  countyCode: '513228',
  field: 'health',
  stage: 'accredited',
  goal: '把血压计和医生送到山上，把该复查的人接到山下',
  teamName: '黑水县雪山红马甲志愿队',
  story: [
    '山高路弯，很多老人量一次血压要走半天。义诊队每月上山一次，在村口支起棚子，摆一张桌子，两把凳子，就是诊室。',
    '医生看病，志愿者做其余的一切：登记、排队、翻译、搀扶，把药怎么吃写成大字，再用老人听得懂的话说三遍。',
    '义诊最怕看完就散。项目为每一位需要复查的人留一张小卡，写清楚去哪里、找谁、哪一天，到期前由结对的志愿者打电话提醒，走不动的帮忙联系车。',
    '所以我们只问一个数：该复查的人里，三十天内真的去复查了的有多少。看诊人数再多，这个数不动，就还要再想办法。',
  ],
  outcomeName: '三十天内复查到诊率',
  pictureText: '村口的绿色棚子下，医生给一位老人量血压，志愿者拿着登记板，村民带着孩子排队，旁边是碉楼',
  accreditation: {
    level: 'city',
    document: '演示文件〔2026〕7号（仅供演示，不是真实文件）',
    validFromDay: '2026-01-01',
    validToDay: '2028-12-31',
  },
  activities: [
    {
      title: '村口义诊日',
      summary: '协助登记、排队和翻译，陪老人看诊',
      description:
        '请早上在集合点统一乘车。会说当地话的志愿者优先安排翻译。看诊由执业医师负责，志愿者不接触处方，不谈论他人病情。',
      shiftMinutes: 240,
      startsAtMinutes: [540],
      capacity: 16,
    },
    {
      title: '复查提醒电话日',
      summary: '给需要复查的村民打电话，帮忙联系车',
      description: '在活动室集中打电话，有统一的说法和记录表。号码只在现场使用，不带走、不拍照。',
      shiftMinutes: 120,
      startsAtMinutes: [870],
      capacity: 8,
    },
  ],
};

export const CARE_STORIES: readonly DemoBrandProject[] = [ELDER, READING, FIRST_AID, CLINIC];

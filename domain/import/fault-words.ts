/** What is wrong with a row and what to do, on the screen and in the file of errors alike. */
import type { ImportColumn } from './columns';
import type { RecordFaultKind } from './record-row';
import type { RowFaultKind } from './roster-row';

export const COLUMN_WORDS: Readonly<Record<ImportColumn, string>> = {
  name: '姓名',
  idType: '证件类型',
  idNumber: '证件号码',
  phone: '手机号',
  county: '县（市、区）',
  township: '乡镇（街道）',
  community: '社区（村）',
  registeredDay: '注册日期',
  volunteerNumber: '志愿者编号',
  day: '服务日期',
  from: '开始时间',
  to: '结束时间',
  hours: '时长（小时）',
  minutes: '时长（分钟）',
  title: '活动名称',
  organisation: '组织',
};

export interface FaultWords {
  readonly title: string;
  readonly nextStep: string;
}

const words = (title: string, nextStep: string): FaultWords => ({ title, nextStep });

export const FAULT_WORDS: Readonly<Record<RowFaultKind | RecordFaultKind, FaultWords>> = {
  nameMissing: words('没有姓名', '请补上姓名。'),
  nameInvalid: words('姓名不合规则', '姓名为 2 到 30 个字，不含数字和符号；合计、备注等行请删去。'),
  idTypeUnsupported: words('这种证件暂不能登记', '请用居民身份证或居住证，或请本人到社区登记。'),
  idNumberMissing: words('没有证件号码', '没有证件号码无法确定是同一个人，请补上。'),
  idNumberRounded: words('证件号码被表格软件改成了约数', '请把这一列设为“文本”格式，再重新填写原来的号码。'),
  idNumberInvalid: words('证件号码不正确', '请对照证件核对 18 位号码，最后一位可能是 X。'),
  tooYoung: words('不满 14 周岁', '请由监护人在“我的孩子”里添加。'),
  phoneRounded: words('手机号被表格软件改成了约数', '请把这一列设为“文本”格式，再重新填写原来的号码。'),
  phoneInvalid: words('手机号不正确', '请填 11 位手机号；没有就留空，补上以后本人才能认领。'),
  communityMissing: words('没有社区（村）', '请填社区或村的名称，或选一个默认社区。'),
  communityUnknown: words('本辖区没有这个社区（村）', '请写官方名称或 12 位区划代码；外地的请勿导入。'),
  communityAmbiguous: words('有几个社区（村）同名', '请把县、乡镇一起写上，或写 12 位区划代码。'),
  dayInvalid: words('日期读不出来', '请写成 2024-03-05 的样子，或留空。'),
  dayImpossible: words('日期不合理', '注册日期应在 2000 年以后、出生以后、今天以前。'),
  repeated: words('和前面的行重复', '同一个证件号码只导入第一行。'),
  nameDiffers: words('这个证件号码登记的是另一个姓名', '请核对姓名和证件号码。'),
  left: words('这个人已经退出或注销', '请本人重新注册。'),
  personMissing: words('没有写是谁', '请补上身份证号、志愿者编号或手机号。'),
  personUnknown: words('本辖区没有登记这个人', '请先导入花名册或请本人注册；住在外县的由那里导入。'),
  personAmbiguous: words('有几个人用这个姓名和手机号', '请补上身份证号或志愿者编号。'),
  ownRecord: words('这是您自己的记录', '自己的记录不能自己导入，请由另一位办公室人员导入。'),
  dayMissing: words('没有服务日期', '请写成 2024-03-05 的样子。'),
  serviceDayImpossible: words('服务日期不合理', '服务日期应在 2000 年以后、出生以后、今天以前。'),
  timesInvalid: words('开始或结束时间读不出来', '请两个都写，写成 9:00、11:30；跨零点的请分成两行。'),
  hoursMissing: words('没有时长', '请写时长，或写开始和结束时间。'),
  hoursInvalid: words('时长不正确', '请写 1 分钟到 24 小时，例如 2、2.5 或 2小时30分。'),
  titleMissing: words('没有活动名称', '请写做了什么。'),
  recordRepeated: words('和前面的行是同一条记录', '同一个人、日期、开始时间、活动和组织只导入一次。'),
  recordDiffers: words('已经有同一条记录，时长不同', '要改时长，请先撤回原来的导入，再导入这份。'),
  recordVoided: words('这条记录已经作废', '它被本人否认或被办公室作废，不再导入。'),
  timeTaken: words('这段时间已经计过', '这一天的这段时间已有别的记录，或已满 24 小时、24 条。'),
};

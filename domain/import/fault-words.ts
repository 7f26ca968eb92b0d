/** What is wrong with a row and what to do, on the screen and in the file of errors alike. */
import type { RosterColumn } from './columns';
import type { RowFaultKind } from './roster-row';

export const COLUMN_WORDS: Readonly<Record<RosterColumn, string>> = {
  name: '姓名',
  idType: '证件类型',
  idNumber: '证件号码',
  phone: '手机号',
  county: '县（市、区）',
  township: '乡镇（街道）',
  community: '社区（村）',
  registeredDay: '注册日期',
};

export interface FaultWords {
  readonly title: string;
  readonly nextStep: string;
}

const words = (title: string, nextStep: string): FaultWords => ({ title, nextStep });

export const FAULT_WORDS: Readonly<Record<RowFaultKind, FaultWords>> = {
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
};

/** Lists of services as other systems give them out. */
import { workbookOf, type RosterCell } from './rosters';
import { idNumberOf } from './product';

const TITLES: readonly RosterCell[] = [
  '姓名',
  '身份证号',
  '服务日期',
  '开始时间',
  '结束时间',
  '服务时长（小时）',
  '活动名称',
  '服务组织',
];

export interface ServiceWishes {
  readonly name?: string;
  readonly idNumber?: string;
  readonly day?: RosterCell;
  readonly from?: RosterCell;
  readonly to?: RosterCell;
  readonly hours?: RosterCell;
  readonly title?: string;
  readonly organisation?: string;
}

/** Of who registered with `registration(number)`; hours alone unless told otherwise. */
export function serviceRow(number: number, wishes: ServiceWishes = {}): RosterCell[] {
  const birthDay = `19${String(60 + Math.floor(number / 1000)).padStart(2, '0')}0101`;
  const { name = '测试者', idNumber = idNumberOf(number, birthDay), day = '2024年5月1日' } = wishes;
  const { from = null, to = null, title = '清扫河道', organisation = '河畔志愿服务队' } = wishes;
  const hours = wishes.hours ?? (from === null ? 2 : null);
  return [name, idNumber, day, from, to, hours, title, organisation];
}

export function serviceList(rows: readonly (readonly RosterCell[])[]): Uint8Array {
  return workbookOf([TITLES, ...rows], ['服务记录']);
}

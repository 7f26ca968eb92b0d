/** How far an import is, in words. */
import type { ImportView } from '@contract/import.contract';

import { formatCount, formatInstant } from '@/lib/format';
import type { Message } from '@/lib/message-kit';
import { serverNow } from '@/lib/server-clock';
import type { TagTone } from '@/ui/layout';

type State = ImportView['state'];
type Failure = NonNullable<ImportView['failure']>;

export const STATE_TAGS: Readonly<Record<State, { readonly text: string; readonly tone: TagTone }>> = {
  uploading: { text: '上传中', tone: 'amber' },
  reading: { text: '读取中', tone: 'amber' },
  columns: { text: '等您选列', tone: 'red' },
  checking: { text: '核对中', tone: 'amber' },
  preview: { text: '等您确认', tone: 'red' },
  writing: { text: '写入中', tone: 'amber' },
  imported: { text: '已导入', tone: 'green' },
  undoing: { text: '撤回中', tone: 'amber' },
  undone: { text: '已撤回', tone: 'plain' },
  cancelled: { text: '已放弃', tone: 'plain' },
  failed: { text: '没有读成', tone: 'red' },
};

const WORKED_ON: readonly State[] = ['reading', 'checking', 'writing', 'undoing'];

/** The timer is at it: the screen asks again by itself. */
export function isWorkedOn({ state }: Pick<ImportView, 'state'>): boolean {
  return WORKED_ON.includes(state);
}

/** 0 … 1 of the present step; null where nobody knows. */
export function progressOf({ doneCount, totalCount }: ImportView): number | null {
  return totalCount === null || totalCount === 0 ? null : Math.min(1, doneCount / totalCount);
}

/** Where to, by which office, when: the county's own office is not named twice. */
export function originText({ divisionName, officeName, requestedAt }: ImportView): string {
  const names = officeName === divisionName ? [divisionName] : [divisionName, officeName];
  return [...names, formatInstant(requestedAt, serverNow())].join(' · ');
}

export function stateText(view: ImportView): string {
  const isRoster = view.rowKind === 'roster';
  const { state, rowCount, counts, addedCount, undoneCount, keptCount } = view;
  const percent = String(Math.floor((progressOf(view) ?? 0) * 100));
  switch (state) {
    case 'uploading':
      return '文件还没有传完';
    case 'reading':
      return '正在读取文件';
    case 'columns':
      return `读到 ${formatCount(rowCount)} 行，请确认每一列是什么`;
    case 'checking':
      return `正在逐行核对：${percent}%`;
    case 'preview':
      return `可写入 ${formatCount(counts.newCount + counts.completedCount)} 行，请看过再确认`;
    case 'writing':
      return `正在写入：${percent}%，离开这一页也会继续`;
    case 'imported':
      return isRoster ? `新登记 ${formatCount(addedCount)} 人` : `新写入 ${formatCount(addedCount)} 条记录`;
    case 'undoing':
      return `正在撤回：${percent}%`;
    case 'undone':
      return isRoster
        ? `移出 ${formatCount(undoneCount)} 人，保留 ${formatCount(keptCount)} 人`
        : `作废 ${formatCount(undoneCount)} 条记录，另有 ${formatCount(keptCount)} 条早已作废`;
    case 'cancelled':
      return '什么也没有写入';
    case 'failed':
      return view.failure === null ? '' : FAILURES[view.failure].title;
  }
}

export const FAILURES: Readonly<Record<Failure, Message>> = {
  notATable: { title: '这个文件里没有表格', nextStep: '请用 Excel（.xlsx）或 CSV 文件。' },
  oldExcel: { title: '这不是新版 Excel（.xlsx）文件', nextStep: '请在 Excel 或 WPS 里“另存为”.xlsx，再传。' },
  encrypted: { title: '这个文件有打开密码', nextStep: '请取消密码，另存以后再传。' },
  days1904: {
    title: '这个文件用的是 1904 日期系统',
    nextStep: '请在 Excel 选项里取消“使用 1904 日期系统”，核对日期，另存以后再传。',
  },
  tooManyRows: { title: '超过 100,000 行', nextStep: '请按县或乡镇分成几个文件。' },
  tooLarge: { title: '文件内容太大', nextStep: '请去掉图片和多余的列，或分成几个文件。' },
  noRows: { title: '表头下面没有内容', nextStep: '请把名单放在第一张工作表里。' },
  noTitles: {
    title: '没有找到表头',
    nextStep: '请在第一行写列名，至少有“姓名”和“身份证号”；服务记录还要有日期、时长和活动名称。',
  },
  unreadable: { title: '文件损坏，读不出来', nextStep: '请用 Excel 或 WPS 打开，另存以后再传。' },
  tookTooLong: { title: '一小时没有读完', nextStep: '请再传一次；还不行就分成几个文件。' },
};

export const FILE_TOO_LARGE: Message = {
  title: '文件超过 16 MB',
  nextStep: '请去掉图片和多余的列，或按县、乡镇分成几个文件。',
};
export const FILE_UNREADABLE: Message = {
  title: '文件没有打开',
  nextStep: '请确认文件还在，没有被别的程序占用，再选一次。',
};
